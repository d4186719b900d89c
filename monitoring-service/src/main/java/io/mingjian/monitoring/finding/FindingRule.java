package io.mingjian.monitoring.finding;

/**
 * The machine's checks by name; what each says and whether it refuses stands in {@code
 * codes/finding-checks.yaml}.
 */
public enum FindingRule {
    FINDING_NO_FORM(true),
    REQUIRED(true),
    TOO_LONG(true),
    USCC_FORM(true),
    USCC_ORGANISATION_CODE(false),
    USCC_WITHOUT_NAME(false),
    USCC_CLASS_AND_NAME(false),
    USCC_OTHER_NAME(false),
    PLATFORM_TYPE(true),
    PLATFORM_UNKNOWN(false),
    URL_FORM(true),
    URL_CREDENTIALS(true),
    URL_PRIVATE(true),
    URL_ADDRESS(false),
    DISTRICT_FORM(true),
    VIOLATION_TYPE(true),
    NEGATIVE(true),
    PRICE_FORM(true),
    COLLECTED_AT_REQUIRED(true),
    IN_FUTURE(true),
    FIRST_SEEN_LATER(true),
    OLDER_THAN_INSTRUCTION(false),
    BEFORE_PERIOD(false),
    BEFORE_ISSUE(false),
    OUTSIDE_PERIOD(false),
    OUTSIDE_SCOPE(false),
    COLLECTOR_UNKNOWN(false),
    CONTRACT_OVER(false),
    EVIDENCE_REQUIRED(true),
    EVIDENCE_TOO_MANY(true),
    EVIDENCE_ID(true),
    EVIDENCE_TWICE(true),
    EVIDENCE_KIND_TOO_FEW(true),
    HASH_FORM(true),
    HASH_DIFFERS(false),
    NOT_RECEIVED(false),
    HASHED_AT_MISSING(false),
    TWO_PERSON_MISSING(false),
    ENVIRONMENT_CHECK_MISSING(false),
    CLEANLINESS_CHECK_MISSING(false),
    SCREENSHOT_NAME_MISSING(false),
    TARGET_IP_MISSING(false),
    SERVER_IP_MISSING(false),
    SERVER_PRESERVED_AT_MISSING(false),
    TIME_SERVICE_AT_MISSING(false),
    RECORDING_MISSING(false),
    RECORDING_IS_THE_CAPTURE(false),
    TIME_CALIBRATION(true),
    STEPS(true),
    SECOND_OPERATOR(true),
    SAME_OPERATOR(false),
    CLOCK_ORDER(false),
    CLOCK_OFFSET(false),
    CALIBRATION_STALE(false),
    TIME_SOURCES_APART(false),
    IP_FORM(true),
    IP_PRIVATE(false),
    REQUIRED_BY_INSTRUCTION(true);

    private final boolean refusesAlways;

    FindingRule(boolean refusesAlways) {
        this.refusesAlways = refusesAlways;
    }

    /** Whether what comes after the check could not work with a finding that fails it. */
    boolean refusesAlways() {
        return refusesAlways;
    }
}
