package io.mingjian.monitoring.disposal;

import io.mingjian.monitoring.assignment.AssignmentDecisions;

/** Wrong on purpose: the two rooms meet at the lead only. */
record LooksAside(AssignmentDecisions neighbour) {}
