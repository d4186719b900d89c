package io.mingjian.monitoring.disposal;

/** What the city's check of a feedback says. */
enum CheckResult {
    CONFIRMED,
    REWORK
}
