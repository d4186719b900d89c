package io.mingjian.registry.filer;

import io.mingjian.kit.id.Ids;
import io.mingjian.registry.code.IdType;
import io.mingjian.registry.filer.Filers.Asked;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one further person of a submission said about itself: sealed, and masked. */
@Entity
@Table(name = "filer_party")
class FilerParty {
    @Id private UUID id;
    private UUID submissionId;

    @Enumerated(EnumType.STRING)
    private PartyRole role;

    private int position;
    private @Nullable UUID filerId;
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

    protected FilerParty() {}

    /**
     * @param position place among the others, from 1
     */
    static FilerParty joint(
            Asked asked, int position, UUID filerId, GivenIdentity given, FilerSecrets secrets) {
        return of(asked, PartyRole.JOINT_COMPLAINANT, position, filerId, given, secrets);
    }

    static FilerParty agent(Asked asked, GivenIdentity given, FilerSecrets secrets) {
        return of(asked, PartyRole.AGENT, 1, null, given, secrets);
    }

    private static FilerParty of(
            Asked asked,
            PartyRole role,
            int position,
            @Nullable UUID filerId,
            GivenIdentity given,
            FilerSecrets secrets) {
        FilerParty party = new FilerParty();
        MaskedIdentity masked = MaskedIdentity.of(given);
        party.id = Ids.next();
        party.submissionId = asked.submissionId();
        party.role = role;
        party.position = position;
        party.filerId = filerId;
        party.receivedAt = asked.receivedAt();
        party.idType = given.idType();
        party.nameSealed = secrets.seal(given.name(), party.id, "name");
        party.phoneSealed = secrets.seal(given.phone(), party.id, "phone");
        party.idNumberSealed = party.sealed(given.idNumber(), "idNumber", secrets);
        party.addressSealed = party.sealed(given.address(), "address", secrets);
        party.emailSealed = party.sealed(given.email(), "email", secrets);
        party.nameMasked = masked.name();
        party.phoneMasked = masked.phone();
        party.idNumberMasked = masked.idNumber();
        return party;
    }

    private byte @Nullable [] sealed(@Nullable String value, String column, FilerSecrets secrets) {
        return value == null ? null : secrets.seal(value, id, column);
    }

    private @Nullable String opened(byte @Nullable [] sealed, String column, FilerSecrets secrets) {
        return sealed == null ? null : secrets.open(sealed, id, column);
    }

    UUID submissionId() {
        return submissionId;
    }

    PartyRole role() {
        return role;
    }

    int position() {
        return position;
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
                secrets.open(nameSealed, id, "name"),
                idType,
                opened(idNumberSealed, "idNumber", secrets),
                secrets.open(phoneSealed, id, "phone"),
                opened(addressSealed, "address", secrets),
                opened(emailSealed, "email", secrets));
    }
}
