package io.mingjian.monitoring.indication;

import io.mingjian.contracts.EvidenceAnalyzed.Signal;
import java.util.List;

/**
 * Signals as they lie in a JSON column; an object, because the reactive driver maps no bare arrays.
 */
record Signals(List<Signal> list) {}
