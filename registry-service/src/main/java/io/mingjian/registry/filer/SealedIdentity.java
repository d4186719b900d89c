package io.mingjian.registry.filer;

import io.mingjian.registry.code.IdType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about itself, sealed for one row and column each, and the masked values that
 * officers see every day.
 */
@Embeddable
record SealedIdentity(
        byte[] nameSealed,
        @Enumerated(EnumType.STRING) @Nullable IdType idType,
        byte @Nullable [] idNumberSealed,
        byte[] phoneSealed,
        byte @Nullable [] addressSealed,
        byte @Nullable [] emailSealed,
        byte @Nullable [] accountSealed,
        String nameMasked,
        @Nullable String idNumberMasked,
        String phoneMasked) {

    /**
     * @param row id of the row that keeps it
     */
    static SealedIdentity of(GivenIdentity given, UUID row, FilerSecrets secrets) {
        MaskedIdentity masked = MaskedIdentity.of(given);
        PlatformAccount account = given.platformAccount();
        return new SealedIdentity(
                secrets.seal(given.name(), row, "name"),
                given.idType(),
                sealed(given.idNumber(), row, "idNumber", secrets),
                secrets.seal(given.phone(), row, "phone"),
                sealed(given.address(), row, "address", secrets),
                sealed(given.email(), row, "email", secrets),
                sealed(account == null ? null : account.text(), row, "account", secrets),
                masked.name(),
                masked.idNumber(),
                masked.phone());
    }

    MaskedIdentity masked() {
        return new MaskedIdentity(nameMasked, phoneMasked, idType, idNumberMasked);
    }

    /** The identity in clear; only for a disclosure that is audited. */
    GivenIdentity open(UUID row, FilerSecrets secrets) {
        String account = opened(accountSealed, row, "account", secrets);
        return new GivenIdentity(
                secrets.open(nameSealed, row, "name"),
                idType,
                opened(idNumberSealed, row, "idNumber", secrets),
                secrets.open(phoneSealed, row, "phone"),
                opened(addressSealed, row, "address", secrets),
                opened(emailSealed, row, "email", secrets),
                account == null ? null : PlatformAccount.of(account));
    }

    private static byte @Nullable [] sealed(
            @Nullable String value, UUID row, String column, FilerSecrets secrets) {
        return value == null ? null : secrets.seal(value, row, column);
    }

    private static @Nullable String opened(
            byte @Nullable [] sealed, UUID row, String column, FilerSecrets secrets) {
        return sealed == null ? null : secrets.open(sealed, row, column);
    }
}
