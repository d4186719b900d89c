package io.mingjian.registry.filer;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.registry.filer.Filers.Extent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Shows the further persons of a submission: agents (Order 121 Art 11) and joint complainants (Art
 * 12). Their identities are kept and shown as those of filers are.
 */
@ApplicationScoped
public class FilerParties {
    private final FilerSecrets secrets;

    FilerParties(FilerSecrets secrets) {
        this.secrets = secrets;
    }

    /** A further person of a submission, masked. */
    public record MaskedParty(PartyRole role, int position, MaskedIdentity identity) {}

    /** A further person of a submission, in clear. */
    public record DisclosedParty(PartyRole role, Instant receivedAt, GivenIdentity identity) {}

    /** The further persons of a submission, masked; empty for callers outside the bureaus. */
    public Uni<List<MaskedParty>> maskedOf(Caller caller, UUID submissionId) {
        if (!Filers.maySee(caller)) {
            return Uni.createFrom().item(List.of());
        }
        return of(List.of(submissionId))
                .map(
                        all ->
                                all.stream()
                                        .map(
                                                each ->
                                                        new MaskedParty(
                                                                each.role(),
                                                                each.position(),
                                                                each.masked()))
                                        .toList());
    }

    /** Who complains together with the filer of a submission (Order 121 Art 12). */
    public Uni<List<UUID>> jointOf(Caller machine, UUID submissionId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "select filerId from FilerParty where submissionId = :submission"
                                                        + " and filerId is not null order by position",
                                                UUID.class)
                                        .setParameter("submission", submissionId)
                                        .getResultList());
    }

    /**
     * The further persons of these submissions, in clear. The door that asks names only submissions
     * that the caller's bureau has, and writes the audit entry.
     */
    public Uni<List<DisclosedParty>> disclose(Caller caller, Map<UUID, Extent> submissions) {
        if (!Filers.maySee(caller) || submissions.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return of(submissions.keySet())
                .map(all -> all.stream().map(each -> disclosed(each, submissions)).toList());
    }

    private DisclosedParty disclosed(FilerParty party, Map<UUID, Extent> submissions) {
        GivenIdentity given = party.open(secrets);
        boolean whole = submissions.get(party.submissionId()) == Extent.WHOLE;
        return new DisclosedParty(
                party.role(), party.receivedAt(), whole ? given : given.forMediation());
    }

    private static Uni<List<FilerParty>> of(Collection<UUID> submissionIds) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from FilerParty where submissionId in :ids",
                                                FilerParty.class)
                                        .setParameter("ids", submissionIds)
                                        .getResultList())
                .map(
                        all ->
                                all.stream()
                                        .sorted(
                                                Comparator.comparing(FilerParty::receivedAt)
                                                        .reversed()
                                                        .thenComparing(FilerParty::role)
                                                        .thenComparing(FilerParty::position))
                                        .toList());
    }
}
