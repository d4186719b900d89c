package io.mingjian.monitoring.referral;

import java.util.List;
import java.util.UUID;

/** The evidence that a referral rests on, as it lies in a JSON column. */
record NamedEvidence(List<UUID> list) {}
