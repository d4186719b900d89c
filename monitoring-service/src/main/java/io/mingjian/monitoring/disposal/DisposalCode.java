package io.mingjian.monitoring.disposal;

/**
 * What a bureau may have done with a lead; what each code means and needs is in {@code
 * codes/disposal-codes.yaml} ({@link DisposalCodes}).
 */
public enum DisposalCode {
    CASE_FILED,
    NO_CASE_MINOR_CORRECTED,
    NO_CASE_FIRST_OFFENCE,
    NO_CASE_NOT_ESTABLISHED,
    ORDERED_CORRECTION,
    ADMINISTRATIVE_INTERVIEW,
    PLATFORM_MEASURE_REQUESTED,
    TRANSFERRED_JURISDICTION,
    TRANSFERRED_OTHER_AGENCY,
    TRANSFERRED_POLICE,
    SUBJECT_NOT_FOUND,
    PAGE_GONE_EVIDENCE_INSUFFICIENT,
    DUPLICATE;

    /** The name that officers read. */
    public String zh() {
        return DisposalCodes.SHIPPED.of(this).zh();
    }

    /** Where it is written; {@code -} where no text was found. */
    public String basis() {
        return DisposalCodes.SHIPPED.of(this).basis();
    }

    /** Whether it says that there was a violation. */
    public DisposalCodes.Confirms confirms() {
        return DisposalCodes.SHIPPED.of(this).confirms();
    }
}
