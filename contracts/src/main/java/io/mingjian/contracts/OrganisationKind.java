package io.mingjian.contracts;

/**
 * Kinds of organisations that hold accounts with the suite; the kind comes from the token's claim
 * {@code kind}.
 */
public enum OrganisationKind {
    MUNICIPAL_BUREAU,
    DISTRICT_BUREAU,
    POLICE,
    CYBERSPACE,
    COURT,
    PROCURATORATE,
    JUSTICE,
    DEVELOPMENT_REFORM,
    PETITION,
    COMMERCE,
    MONITOR,
    PLATFORM,
    MERCHANT,
    MODEL_PROVIDER
}
