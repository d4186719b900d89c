package io.mingjian.monitoring.instruction;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.mingjian.monitoring.clock.Moment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Store of instructions and commissions. Every query is narrowed by the caller. */
@ApplicationScoped
class Instructions {
    private static final String FROM =
            "select i from Instruction i left join Commission own on own.instructionId = i.id and own.agency = :org"
                    + " where ";

    /** An agency's list follows its own part alone: that others answered must not show. */
    private static final String STAMP = "coalesce(own.updatedAt, i.updatedAt)";

    private static final String OF_AGENCY =
            " and exists (select 1 from Commission c where c.instructionId = i.id and c.agency = :agency)";

    /** What {@link Closing} then judges one by one. */
    private static final String OVER =
            "select i.id from Instruction i where i.state = :issued and (i.deadline <= :ungraced or ("
                    + "not exists (select 1 from Commission c where c.instructionId = i.id and c.state in (:atWork))"
                    + " and (i.deadline < :today"
                    + " or exists (select 1 from Commission c where c.instructionId = i.id and c.state = :completed))))"
                    + " order by i.deadline, i.id";

    private static final String AT_LEAVING =
            "select v from InstructionVersion v join Commission own on own.instructionId = v.instructionId"
                    + " and own.lastVersion = v.number where own.agency = :agency and v.instructionId in (:ids)";

    private static final String TO_REMIND =
            "select id from instruction where state = 'ISSUED'"
                    + " and (reminders_looked_on is null or reminders_looked_on < :today) order by deadline, id";

    private static final String LOOKED =
            "update instruction set reminders_looked_on = :today where id = :id"
                    + " and (reminders_looked_on is null or reminders_looked_on < :today)";

    Uni<Instruction> require(Caller caller, UUID id) {
        return one(caller, id, LockModeType.NONE);
    }

    /**
     * The instruction, held until the transaction ends, so that its changes and its events have one
     * order.
     */
    Uni<Instruction> requireHeld(Caller caller, UUID id) {
        return one(caller, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The instruction, kept from being changed until the transaction ends, by many at once: what an
     * agency hands in is judged by the version that is in force while it is taken.
     */
    Uni<Instruction> requireShared(Caller caller, UUID id) {
        return one(caller, id, LockModeType.PESSIMISTIC_READ);
    }

    /**
     * The agency's own part, held until the transaction ends: its submissions and the closing take
     * turns. The instruction is held before its parts, here and everywhere.
     */
    Uni<Commission> requireOwnHeld(Caller agency, UUID instructionId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Commission where instructionId = :id and agency = :agency",
                                                Commission.class)
                                        .setParameter("id", instructionId)
                                        .setParameter("agency", agency.organisation())
                                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(Instructions::notFound);
    }

    /** All parts of an instruction, held until the transaction ends; for its closing. */
    Uni<List<Commission>> partsHeld(UUID instructionId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Commission where instructionId = :id order by agency",
                                                Commission.class)
                                        .setParameter("id", instructionId)
                                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                                        .getResultList());
    }

    /**
     * The parts of these instructions that the caller may see: all for the city, its own for an
     * agency.
     */
    Uni<List<Commission>> commissions(Caller caller, Collection<UUID> instructionIds) {
        if (instructionIds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        String mine = seesAllParts(caller) ? "" : " and agency = :agency";
        return Sessions.current()
                .chain(
                        session -> {
                            Mutiny.SelectionQuery<Commission> query =
                                    session.createSelectionQuery(
                                                    "from Commission where instructionId in (:ids)"
                                                            + mine
                                                            + " order by agency",
                                                    Commission.class)
                                            .setParameter("ids", instructionIds);
                            return (mine.isEmpty()
                                            ? query
                                            : query.setParameter("agency", caller.organisation()))
                                    .getResultList();
                        });
    }

    /** A page of the caller's instructions in order of their last change. */
    Uni<List<Instruction>> page(Caller caller, InstructionFilter filter, int limit) {
        String hql =
                FROM
                        + narrowing(caller)
                        + (filter.state() == null ? "" : " and i.state = :state")
                        + (filter.agency() == null ? "" : OF_AGENCY)
                        + (filter.updatedSince() == null ? "" : " and " + STAMP + " >= :since")
                        + (filter.after() == null
                                ? ""
                                : " and ("
                                        + STAMP
                                        + " > :afterAt or ("
                                        + STAMP
                                        + " = :afterAt and i.id > :afterId))")
                        + " order by "
                        + STAMP
                        + ", i.id";
        return Sessions.current()
                .chain(
                        session ->
                                filter.bind(bound(session, hql, caller))
                                        .setMaxResults(limit)
                                        .getResultList());
    }

    /** Instructions that are over and not closed, as far as their agencies go; for the timer. */
    Uni<List<UUID>> over(Moment now) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(OVER, UUID.class)
                                        .setParameter("issued", InstructionState.ISSUED)
                                        .setParameter("today", now.day())
                                        .setParameter("ungraced", Closing.lastWithoutGrace(now))
                                        .setParameter("completed", CommissionState.COMPLETED)
                                        .setParameter(
                                                "atWork",
                                                Arrays.stream(CommissionState.values())
                                                        .filter(CommissionState::isAtWork)
                                                        .toList())
                                        .getResultList());
    }

    /** Open instructions that nobody looked at today for reminders; for the timer. */
    Uni<List<UUID>> toRemind(LocalDate today) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(TO_REMIND, UUID.class)
                                        .setParameter("today", today)
                                        .getResultList());
    }

    /**
     * Notes that reminders of this instruction are looked after on that day; of several replicas
     * one is told that it is to do so. No change of the instruction itself: its entity tag stays.
     */
    Uni<Boolean> takeReminders(UUID id, LocalDate today) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(LOOKED)
                                        .setParameter("today", today)
                                        .setParameter("id", id)
                                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    Uni<Void> add(Instruction instruction, List<Commission> commissions) {
        return add(instruction).chain(() -> addAll(commissions));
    }

    Uni<Void> add(Object row) {
        return Sessions.current().chain(session -> session.persist(row));
    }

    Uni<Void> addAll(List<?> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sessions.current().chain(session -> session.persistAll(rows.toArray()));
    }

    /** All versions between these numbers, both counted, in order. */
    Uni<List<InstructionVersion>> versions(UUID instructionId, int from, int to) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from InstructionVersion where instructionId = :id and number between :from and :to"
                                                        + " order by number",
                                                InstructionVersion.class)
                                        .setParameter("id", instructionId)
                                        .setParameter("from", from)
                                        .setParameter("to", to)
                                        .getResultList());
    }

    /** Of these instructions, those versions with which the agency was out, by instruction. */
    Uni<Map<UUID, InstructionVersion>> versionsAtLeaving(
            Caller agency, Collection<UUID> instructionIds) {
        if (instructionIds.isEmpty() || seesAllParts(agency)) {
            return Uni.createFrom().item(Map.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(AT_LEAVING, InstructionVersion.class)
                                        .setParameter("ids", instructionIds)
                                        .setParameter("agency", agency.organisation())
                                        .getResultList())
                .map(
                        all ->
                                all.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        InstructionVersion::instructionId,
                                                        Function.identity())));
    }

    /** One version; for who may see the instruction. */
    Uni<InstructionVersion> requireVersion(UUID instructionId, int number) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from InstructionVersion where instructionId = :id and number = :number",
                                                InstructionVersion.class)
                                        .setParameter("id", instructionId)
                                        .setParameter("number", number)
                                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("监测指令版本", "version of the instruction"));
    }

    /** The reminders of an instruction that the caller may see, in the order of time. */
    Uni<List<Reminder>> reminders(Caller caller, UUID instructionId) {
        String mine = seesAllParts(caller) ? "" : " and agency = :agency";
        return Sessions.current()
                .chain(
                        session -> {
                            Mutiny.SelectionQuery<Reminder> query =
                                    session.createSelectionQuery(
                                                    "from Reminder where instructionId = :id"
                                                            + mine
                                                            + " order by remindedAt, id",
                                                    Reminder.class)
                                            .setParameter("id", instructionId);
                            return (mine.isEmpty()
                                            ? query
                                            : query.setParameter("agency", caller.organisation()))
                                    .getResultList();
                        });
    }

    private static boolean seesAllParts(Caller caller) {
        return caller.isCity() || caller.isMachine();
    }

    private static Uni<Instruction> one(Caller caller, UUID id, LockModeType lock) {
        String hql = FROM + narrowing(caller) + " and i.id = :id";
        return Sessions.current()
                .chain(
                        session ->
                                bound(session, hql, caller)
                                        .setParameter("id", id)
                                        .setLockMode(lock)
                                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(Instructions::notFound);
    }

    private static Mutiny.SelectionQuery<Instruction> bound(
            Mutiny.Session session, String hql, Caller caller) {
        return session.createSelectionQuery(hql, Instruction.class)
                .setParameter("org", caller.organisation());
    }

    /** The one place that says whose instructions a caller sees. */
    private static String narrowing(Caller caller) {
        if (caller.isMachine()) {
            return "1 = 1";
        }
        if (caller.isCity()) {
            return "i.bureau = :org";
        }
        return caller.is(OrganisationKind.MONITOR) ? "own.id is not null" : "1 = 0";
    }

    private static NotFound notFound() {
        return new NotFound("监测指令", "instruction");
    }
}
