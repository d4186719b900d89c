package io.mingjian.gateway.wrong;

import io.mingjian.kit.wrong.Stranger;
import java.time.Instant;

/** Reads the wall clock and reaches into another module. */
public class WrongClasses {
    Stranger stranger;

    Instant when() {
        return Instant.now();
    }
}
