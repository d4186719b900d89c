package io.mingjian.monitoring.disposal;

import java.util.List;

/** Measures as they lie in a JSON column, the principal one first. */
record Measures(List<Measure> list) {
    Measures {
        list = List.copyOf(list);
    }
}
