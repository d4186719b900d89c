package io.mingjian.registry.queue;

import io.mingjian.contracts.FilingKind;
import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.queue.Officers.Officer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who works on what: the only SQL for claims. Every change locks the filing's line first, so that
 * of two officers who reach for it one gets it.
 */
@ApplicationScoped
public class Claims {
    /** In these states the intake unit works; nobody else is dealt such a filing. */
    private static final Set<String> INTAKES = Set.of("REGISTERED", "RETURNED_TO_INTAKE");

    private static final String COLUMNS =
            """
            select filing_id, kind, registration_no, state, open, holder, registering_agency, claimed_by, claimed_name,
              claimed_since, claim_version
            from queue_item
            """;
    private static final String HELD_BY_OTHER =
            """
            select q.claimed_name from queue_item q
            where q.filing_id = :filing and q.holder = :holder and q.claimed_by <> :me and not exists
              (select 1 from absence a where a.subject = q.claimed_by and a.cover = :me and a.withdrawn_at is null
                 and :today between a.from_day and a.to_day)
            """;
    private static final String MARK =
            """
            update queue_item set claimed_by = nullif(:subject, ''), claimed_name = nullif(:name, ''),
              claimed_since = case when :subject <> '' then cast(:at as timestamptz) end,
              claim_version = claim_version + 1
            where filing_id = :filing
            """;
    private static final String BEGIN =
            """
            insert into claim_period (id, filing_id, organisation, subject, name, since)
            values (:id, :filing, :organisation, :subject, :name, :at)
            """;
    private static final String END =
            """
            update claim_period set until = :at, ended_as = :as, ended_by = :by, reasons = nullif(:reasons, '')
            where filing_id = :filing and until is null
            """;
    private static final String PERIODS =
            """
            select subject, name, since, until, ended_as, ended_by, reasons from claim_period
            where filing_id = :filing and organisation = :organisation order by since, id
            """;

    private final Clock clock;

    Claims(Clock clock) {
        this.clock = clock;
    }

    /** Why a period of work ended. */
    enum Ending {
        RELEASED,
        REASSIGNED,
        /** Routed to another bureau, given back or taken over. */
        LEFT_BUREAU,
        CLOSED
    }

    /** A period in which somebody worked on a filing. */
    record Period(
            String subject,
            String name,
            Instant since,
            @Nullable Instant until,
            @Nullable Ending endedAs,
            @Nullable String endedBy,
            @Nullable String reasons) {}

    /**
     * Whether the caller may take a step on a filing as far as claims go. A claim keeps other
     * handlers of the bureau off, except the one who covers for its absent holder. It binds no
     * reviewer and no head, because the law wants a second person for some decisions and they must
     * be able to look after everybody's work; nor intake, whose steps come before handling, nor
     * machines. A filing that nobody has claimed may be worked on by all.
     *
     * @throws Conflict {@code claimed-by-other}
     */
    public Uni<Void> requireFree(Caller caller, UUID filingId) {
        if (!caller.has(Role.HANDLER) || caller.hasAny(Role.REVIEWER, Role.HEAD)) {
            return Uni.createFrom().voidItem();
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(HELD_BY_OTHER, String.class)
                                        .setParameter("filing", filingId)
                                        .setParameter("holder", caller.organisation())
                                        .setParameter("me", caller.subject())
                                        .setParameter("today", LegalDay.today(clock))
                                        .getResultList())
                .invoke(
                        names -> {
                            if (!names.isEmpty()) {
                                throw ClaimedLine.claimedByOther(names.get(0));
                            }
                        })
                .replaceWithVoid();
    }

    /** The line of a filing, to look at. */
    Uni<ClaimedLine> read(Caller caller, UUID filingId) {
        return one(caller, filingId, "");
    }

    /** The line of a filing, held until the transaction ends. */
    Uni<ClaimedLine> lock(Caller caller, UUID filingId) {
        return one(caller, filingId, " for update");
    }

    private Uni<ClaimedLine> one(Caller caller, UUID filingId, String locking) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                COLUMNS + "where filing_id = :filing" + locking,
                                                Tuple.class)
                                        .setParameter("filing", filingId)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .findFirst()
                                        .map(Claims::line)
                                        .orElseThrow(ClaimedLine::notFound));
    }

    /**
     * The most urgent line of the caller's bureau that nobody has, held until the transaction ends.
     * Lines that somebody else is just taking are passed over, so that nobody waits for another.
     *
     * @param kind only complaints or reports, if said
     * @param state only those in this state, if said
     */
    Uni<Optional<ClaimedLine>> lockNext(
            Caller caller, @Nullable FilingKind kind, @Nullable String state) {
        StringBuilder which =
                new StringBuilder("where holder = :holder and open and claimed_by is null");
        Map<String, Object> values = new HashMap<>(Map.of("holder", caller.organisation()));
        if (kind != null) {
            which.append(" and kind = :kind");
            values.put("kind", kind.name());
        }
        if (state != null) {
            which.append(" and state = :state");
            values.put("state", state);
        }
        boolean intake = caller.has(Role.INTAKE);
        if (intake != caller.hasAny(Role.HANDLER, Role.REVIEWER)) {
            which.append(intake ? " and state in (:intakes)" : " and state not in (:intakes)");
            values.put("intakes", INTAKES);
        }
        which.append(" order by due_on, filing_id limit 1 for update skip locked");
        return Sessions.current()
                .chain(
                        session -> {
                            var query = session.createNativeQuery(COLUMNS + which, Tuple.class);
                            values.forEach(query::setParameter);
                            return query.getResultList();
                        })
                .map(rows -> rows.stream().findFirst().map(Claims::line));
    }

    /** An officer of the caller's bureau begins to work on a line that is locked and free. */
    Uni<Void> begin(Caller caller, UUID filingId, Officer officer) {
        return mark(filingId, officer.subject(), officer.name())
                .chain(Sessions::current)
                .chain(
                        session ->
                                session.createNativeQuery(BEGIN)
                                        .setParameter("id", Ids.next())
                                        .setParameter("filing", filingId)
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter("subject", officer.subject())
                                        .setParameter("name", officer.name())
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The running period of a locked line ends. */
    Uni<Void> end(Caller caller, UUID filingId, Ending as, @Nullable String reasons) {
        return mark(filingId, "", "")
                .chain(Sessions::current)
                .chain(
                        session ->
                                session.createNativeQuery(END)
                                        .setParameter("filing", filingId)
                                        .setParameter("at", clock.instant())
                                        .setParameter("as", as.name())
                                        .setParameter("by", caller.name())
                                        .setParameter(
                                                "reasons", reasons == null ? "" : reasons.strip())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The periods in which officers of the caller's bureau worked on a filing, in order. */
    Uni<List<Period>> periods(Caller caller, UUID filingId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(PERIODS, Tuple.class)
                                        .setParameter("filing", filingId)
                                        .setParameter("organisation", caller.organisation())
                                        .getResultList())
                .map(rows -> rows.stream().map(Claims::period).toList());
    }

    private Uni<Integer> mark(UUID filingId, String subject, String name) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(MARK)
                                        .setParameter("filing", filingId)
                                        .setParameter("subject", subject)
                                        .setParameter("name", name)
                                        .setParameter("at", clock.instant())
                                        .executeUpdate());
    }

    private static ClaimedLine line(Tuple row) {
        return new ClaimedLine(
                row.get("filing_id", UUID.class),
                FilingKind.valueOf(row.get("kind", String.class)),
                row.get("registration_no", String.class),
                row.get("state", String.class),
                row.get("open", Boolean.class),
                row.get("holder", String.class),
                row.get("registering_agency", String.class),
                row.get("claimed_by", String.class),
                row.get("claimed_name", String.class),
                Rows.optionalInstant(row, "claimed_since"),
                row.get("claim_version", Integer.class));
    }

    private static Period period(Tuple row) {
        String ending = row.get("ended_as", String.class);
        return new Period(
                row.get("subject", String.class),
                row.get("name", String.class),
                Rows.instant(row, "since"),
                Rows.optionalInstant(row, "until"),
                ending == null ? null : Ending.valueOf(ending),
                row.get("ended_by", String.class),
                row.get("reasons", String.class));
    }
}
