package io.mingjian.contracts;

/**
 * What a person or client may do inside its organisation; roles come from the token's realm roles.
 */
public enum Role {
    /** Registers filings and routes them. */
    INTAKE,
    /** Handles filings, leads or requests of its own organisation. */
    HANDLER,
    /** Reviews what others prepared; first voice of a two-person decision. */
    REVIEWER,
    /** Head of the unit; second voice of a two-person decision. */
    HEAD,
    /** Reads audit records; may change nothing. */
    AUDITOR,
    SECURITY_ADMIN,
    SYSTEM_ADMIN,
    /** A machine of a partner organisation. */
    INTEGRATION
}
