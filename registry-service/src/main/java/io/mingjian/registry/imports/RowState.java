package io.mingjian.registry.imports;

import java.util.Arrays;
import java.util.List;

/** Where a row stands, in the order in which {@code kit.imports} asks for the names. */
enum RowState {
    /** To be entered. */
    GOOD,
    BAD,
    REGISTERED;

    static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
