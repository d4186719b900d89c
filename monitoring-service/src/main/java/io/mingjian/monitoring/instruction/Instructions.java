package io.mingjian.monitoring.instruction;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Store of instructions and commissions. Every query is narrowed by the caller. */
@ApplicationScoped
class Instructions {
    private static final String FROM =
            "select i from Instruction i left join Commission own on own.instructionId = i.id and own.agency = :org"
                    + " where ";

    /** An agency's list follows its own part alone: that others answered must not show. */
    private static final String STAMP = "coalesce(own.updatedAt, i.updatedAt)";

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
     * The agency's own part, held until the transaction ends: its submissions and the closing take
     * turns.
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
        String mine = caller.isCity() || caller.isMachine() ? "" : " and agency = :agency";
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

    /**
     * Instructions whose last day for findings has passed and that are not closed; for the timer.
     */
    Uni<List<UUID>> overBefore(LocalDate today) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "select id from Instruction where state = :issued and deadline < :today"
                                                        + " order by deadline, id",
                                                UUID.class)
                                        .setParameter("issued", InstructionState.ISSUED)
                                        .setParameter("today", today)
                                        .getResultList());
    }

    Uni<Void> add(Instruction instruction, List<Commission> commissions) {
        return Sessions.current()
                .chain(
                        session ->
                                session.persist(instruction)
                                        .call(() -> session.persistAll(commissions.toArray())))
                .replaceWithVoid();
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
