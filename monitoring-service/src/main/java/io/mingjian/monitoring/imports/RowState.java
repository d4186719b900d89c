package io.mingjian.monitoring.imports;

import java.util.Arrays;
import java.util.List;

/** Where a row stands, in the order in which {@code kit.imports} asks for the names. */
enum RowState {
    /** To be entered. */
    GOOD,
    BAD,
    /** A lead was made of it. */
    ENTERED,
    /** The same finding had come before; nothing was done. */
    REPEATED;

    static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
