package io.mingjian.registry.clue;

import java.util.List;
import java.util.UUID;

/** The evidence that a clue rests on, as it lies in a JSON column. */
record ClueEvidence(List<UUID> list) {}
