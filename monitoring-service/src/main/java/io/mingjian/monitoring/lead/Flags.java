package io.mingjian.monitoring.lead;

import io.mingjian.monitoring.finding.Flag;
import java.util.List;

/**
 * Flags as they lie in a JSON column; an object, because the reactive driver maps no bare arrays.
 */
record Flags(List<Flag> list) {}
