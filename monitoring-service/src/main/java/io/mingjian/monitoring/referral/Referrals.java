package io.mingjian.monitoring.referral;

import io.mingjian.contracts.ClueChanged;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.monitoring.lead.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Store of referrals. Of a lead that they see, the city and the bureau that works on it see all,
 * another bureau its own.
 */
@ApplicationScoped
class Referrals {
    Uni<Void> add(Referral referral) {
        return Sessions.current().chain(session -> session.persist(referral));
    }

    /** Whether this conduct was referred from this lead before, by whomever. */
    Uni<Boolean> isReferred(UUID leadId, ReferralKind kind, String conduct) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "select count(*) from Referral where leadId = :lead and kind = :kind"
                                                        + " and conduct = :conduct",
                                                Long.class)
                                        .setParameter("lead", leadId)
                                        .setParameter("kind", kind)
                                        .setParameter("conduct", conduct)
                                        .getSingleResult())
                .map(count -> count > 0);
    }

    Uni<List<Referral>> of(Caller caller, Standing lead) {
        boolean all = caller.isCity() || lead.isWorkedOnBy(caller);
        return Sessions.current()
                .chain(
                        session -> {
                            Mutiny.SelectionQuery<Referral> query =
                                    session.createSelectionQuery(
                                                    "from Referral where leadId = :lead"
                                                            + (all
                                                                    ? ""
                                                                    : " and organisation = :org")
                                                            + " order by id",
                                                    Referral.class)
                                            .setParameter("lead", lead.leadId());
                            return (all ? query : query.setParameter("org", caller.organisation()))
                                    .getResultList();
                        });
    }

    /** Keeps what the registry said; a clue of no referral of ours is passed over. */
    Uni<Void> clueStands(ClueChanged clue, long revision) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Referral where id = :id", Referral.class)
                                        .setParameter("id", clue.referralId())
                                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                                        .getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .invoke(referral -> referral.clueStands(clue, revision))
                .replaceWithVoid();
    }
}
