package io.mingjian.registry.filer;

import io.mingjian.registry.code.IdType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
    private byte[] nameSealed;

    @Enumerated(EnumType.STRING)
    private @Nullable IdType idType;

    private byte @Nullable [] idNumberSealed;
    private byte[] phoneSealed;
    private byte @Nullable [] addressSealed;
    private byte @Nullable [] emailSealed;
    private String nameMasked;
    private @Nullable String idNumberMasked;
    private String phoneMasked;

    protected FilerStatement() {}

    static FilerStatement of(
            UUID submissionId,
            UUID filerId,
            Instant receivedAt,
            GivenIdentity given,
            FilerSecrets secrets) {
        FilerStatement statement = new FilerStatement();
        MaskedIdentity masked = MaskedIdentity.of(given);
        statement.submissionId = submissionId;
        statement.filerId = filerId;
        statement.receivedAt = receivedAt;
        statement.idType = given.idType();
        statement.nameSealed = secrets.seal(given.name(), submissionId, "name");
        statement.phoneSealed = secrets.seal(given.phone(), submissionId, "phone");
        statement.idNumberSealed = statement.sealed(given.idNumber(), "idNumber", secrets);
        statement.addressSealed = statement.sealed(given.address(), "address", secrets);
        statement.emailSealed = statement.sealed(given.email(), "email", secrets);
        statement.nameMasked = masked.name();
        statement.phoneMasked = masked.phone();
        statement.idNumberMasked = masked.idNumber();
        return statement;
    }

    private byte @Nullable [] sealed(@Nullable String value, String column, FilerSecrets secrets) {
        return value == null ? null : secrets.seal(value, submissionId, column);
    }

    private @Nullable String opened(byte @Nullable [] sealed, String column, FilerSecrets secrets) {
        return sealed == null ? null : secrets.open(sealed, submissionId, column);
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
        return new MaskedIdentity(nameMasked, phoneMasked, idType, idNumberMasked);
    }

    /** The identity in clear; only for a disclosure that is audited. */
    GivenIdentity open(FilerSecrets secrets) {
        return new GivenIdentity(
                secrets.open(nameSealed, submissionId, "name"),
                idType,
                opened(idNumberSealed, "idNumber", secrets),
                secrets.open(phoneSealed, submissionId, "phone"),
                opened(addressSealed, "address", secrets),
                opened(emailSealed, "email", secrets));
    }
}
