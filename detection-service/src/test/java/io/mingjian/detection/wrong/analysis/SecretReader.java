package io.mingjian.detection.wrong.analysis;

import io.mingjian.detection.wrong.evidence.OpenRow;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;

/** Breaks "only stores speak SQL" and, with its neighbour, "no cycles". */
public class SecretReader {
    OpenRow row;

    Uni<Integer> read() {
        return Sessions.current()
                .chain(session -> session.createNativeQuery("select 1").executeUpdate());
    }
}
