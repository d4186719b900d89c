package io.mingjian.registry.filer;

import io.mingjian.kit.id.Ids;
import io.mingjian.registry.filer.Filers.Asked;
import jakarta.persistence.Embedded;
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
    @Embedded private SealedIdentity identity;

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
        party.id = Ids.next();
        party.submissionId = asked.submissionId();
        party.role = role;
        party.position = position;
        party.filerId = filerId;
        party.receivedAt = asked.receivedAt();
        party.identity = SealedIdentity.of(given, party.id, secrets);
        return party;
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
        return identity.masked();
    }

    /** The identity in clear; only for a disclosure that is audited. */
    GivenIdentity open(FilerSecrets secrets) {
        return identity.open(id, secrets);
    }
}
