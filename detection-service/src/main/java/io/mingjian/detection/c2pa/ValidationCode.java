package io.mingjian.detection.c2pa;

/**
 * One result of one check.
 *
 * @param status what it gave
 * @param url which box of the manifest store it concerns
 * @param knownAtSigning the signer of a later manifest saw this failure and recorded it; it does
 *     not count against the file
 */
public record ValidationCode(Status status, String url, boolean knownAtSigning) {

    static ValidationCode of(Status status, BoxAddress at) {
        return new ValidationCode(status, Limits.bounded(at.url()), false);
    }

    /** A failure that nobody recorded before. */
    public boolean isFailure() {
        return status.outcome() == Status.Outcome.FAILURE && !knownAtSigning;
    }

    ValidationCode known() {
        return new ValidationCode(status, url, true);
    }
}
