package io.mingjian.monitoring.letter;

import java.util.List;
import java.util.UUID;

/** The evidence that an answer names, as it lies in a JSON column. */
record NamedEvidence(List<UUID> list) {
    static final NamedEvidence NONE = new NamedEvidence(List.of());
}
