package io.mingjian.registry.filer;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * What a filer said about itself with one submission: sealed values, and the masked ones that
 * officers see every day. One row per submission, so a mixed filing counts once.
 */
@Entity
@Table(name = "filer_statement")
class FilerStatement {
    @Id private UUID submissionId;
    private UUID filerId;
    private Instant receivedAt;
    @Embedded private SealedIdentity identity;

    protected FilerStatement() {}

    static FilerStatement of(
            UUID submissionId,
            UUID filerId,
            Instant receivedAt,
            GivenIdentity given,
            FilerSecrets secrets) {
        FilerStatement statement = new FilerStatement();
        statement.submissionId = submissionId;
        statement.filerId = filerId;
        statement.receivedAt = receivedAt;
        statement.identity = SealedIdentity.of(given, submissionId, secrets);
        return statement;
    }

    UUID submissionId() {
        return submissionId;
    }

    UUID filerId() {
        return filerId;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    MaskedIdentity masked() {
        return identity.masked();
    }

    /** The identity in clear; only for a disclosure that is audited. */
    GivenIdentity open(FilerSecrets secrets) {
        return identity.open(submissionId, secrets);
    }
}
