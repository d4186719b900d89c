package io.mingjian.monitoring.finding;

/** The agency's own estimate of urgency; it orders the reviewer's work and decides nothing. */
public enum RiskLevel {
    LOW,
    MEDIUM,
    HIGH
}
