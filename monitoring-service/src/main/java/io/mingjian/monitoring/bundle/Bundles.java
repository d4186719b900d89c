package io.mingjian.monitoring.bundle;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The only SQL for bundles; every query is narrowed by the caller. */
@ApplicationScoped
class Bundles {
    private static final String KEEP_MANIFEST =
            "update lead_bundle set manifest = cast(cast(:manifest as text) as jsonb) where id = :id";
    private static final String MANIFEST =
            "select cast(manifest as text) from lead_bundle where id = :id";
    private static final String FORGET_MANIFEST =
            "update lead_bundle set manifest = null where id = :id";
    private static final String REMOVE =
            "delete from lead_bundle where id = :id and state = 'RECEIVING'";
    private static final String SWEEP =
            "delete from lead_bundle where state = 'RECEIVING' and created_at < :before";
    private static final String TAKE_NONE =
            "update lead_bundle set taken = 0 where id = :id returning manifest is not null";
    private static final String TAKEN =
            "update lead_bundle set taken = :to where id = :id and taken = :from";

    /** What an import still has to read stays. */
    private static final String FORGET_OLD =
            "update lead_bundle set manifest = null where manifest is not null and ended_at < :before"
                    + " and state <> 'CHECKED' and not exists (select 1 from lead_import j where j.id = import_id and j.state = 'UPLOADED')";

    UUID parse(String id) {
        return Ids.parse(id, "线索文件包", "lead bundle");
    }

    /** Writes what was changed before what is added. */
    Uni<Void> flush(Caller caller) {
        return Sessions.current().chain(session -> session.flush());
    }

    Uni<Void> add(Caller caller, Bundle bundle) {
        return Sessions.current().chain(session -> session.persist(bundle).chain(session::flush));
    }

    /** Keeps the findings of a bundle that is being received. */
    Uni<Void> keepFindings(Caller caller, UUID id, String text) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(KEEP_MANIFEST)
                                        .setParameter("id", id)
                                        .setParameter("manifest", text)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * @throws NotFound if there is none, or it is another agency's
     */
    Uni<Bundle> require(Caller caller, UUID id) {
        return require(caller, id, LockModeType.NONE);
    }

    /** The same, held until the transaction ends. */
    Uni<Bundle> requireHeld(Caller caller, UUID id) {
        return require(caller, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static Uni<Bundle> require(Caller caller, UUID id, LockModeType lock) {
        return Sessions.current()
                .chain(session -> session.find(Bundle.class, id, lock))
                .onItem()
                .ifNull()
                .failWith(Bundles::notFound)
                .invoke(
                        found -> {
                            if (!found.isVisibleTo(caller)) {
                                throw notFound();
                            }
                        });
    }

    /** The agency's bundle of these bytes under this instruction, unless it was given up. */
    Uni<Optional<Bundle>> same(Caller agency, UUID instructionId, String sha256) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Bundle where agency = :agency and instructionId = :instruction"
                                                        + " and sha256 = :sha256 and state <> :cancelled",
                                                Bundle.class)
                                        .setParameter("agency", agency.organisation())
                                        .setParameter("instruction", instructionId)
                                        .setParameter("sha256", sha256)
                                        .setParameter("cancelled", BundleState.CANCELLED)
                                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** How many of the agency's bundles still hold files. */
    Uni<Long> open(Caller agency) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "select count(*) from Bundle where agency = :agency and state in (:open)",
                                                Long.class)
                                        .setParameter("agency", agency.organisation())
                                        .setParameter(
                                                "open",
                                                List.of(BundleState.RECEIVING, BundleState.CHECKED))
                                        .getSingleResult());
    }

    /**
     * Whether a bundle of this length, if it is told, came from the agency under this instruction.
     */
    Uni<Boolean> anyOfLength(Caller agency, UUID instructionId, @Nullable Long bytes) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "select count(*) from Bundle where agency = :agency and instructionId = :instruction"
                                                        + " and state <> :cancelled and (:bytes < 0 or bytes = :bytes)",
                                                Long.class)
                                        .setParameter("agency", agency.organisation())
                                        .setParameter("instruction", instructionId)
                                        .setParameter("cancelled", BundleState.CANCELLED)
                                        .setParameter("bytes", bytes == null ? -1L : bytes)
                                        .getSingleResult())
                .map(count -> count > 0);
    }

    /** The findings as they were kept; to be read by whoever has a thread for it. */
    Uni<String> findings(Caller caller, UUID id) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(MANIFEST, String.class)
                                        .setParameter("id", id)
                                        .getSingleResult());
    }

    /** Notes how many of the findings are rows, if it was as many as that until now. */
    Uni<Boolean> taken(Caller machine, UUID id, int from, int to) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(TAKEN)
                                        .setParameter("id", id)
                                        .setParameter("from", from)
                                        .setParameter("to", to)
                                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /**
     * None of the findings counts as a row any more.
     *
     * @return whether they are kept
     */
    Uni<Boolean> takeNone(Caller machine, UUID id) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(TAKE_NONE, Boolean.class)
                                        .setParameter("id", id)
                                        .getSingleResult());
    }

    /** Whether any is to be handed over again: of this agency, or of any if a machine asks. */
    Uni<Boolean> anyTakenBack(Caller caller, UUID instructionId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "select count(*) from Bundle where instructionId = :instruction"
                                                        + " and (:all = true or agency = :agency)"
                                                        + " and state = :checked and importId is not null",
                                                Long.class)
                                        .setParameter("instruction", instructionId)
                                        .setParameter("all", caller.isMachine())
                                        .setParameter("agency", caller.organisation())
                                        .setParameter("checked", BundleState.CHECKED)
                                        .getSingleResult())
                .map(count -> count > 0);
    }

    /** Forgets findings that nobody enters any more, because their import was given up. */
    Uni<Void> forgetOld(Caller machine, Instant before) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(FORGET_OLD)
                                        .setParameter("before", before)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The findings are kept elsewhere by now, or by nobody. */
    Uni<Void> forgetFindings(Caller caller, UUID id) {
        return change(FORGET_MANIFEST, id);
    }

    /** Removes what was not kept whole. */
    Uni<Void> remove(Caller caller, UUID id) {
        return change(REMOVE, id);
    }

    /** Removes what somebody else began to keep before that time and did not end. */
    Uni<Void> sweep(Caller machine, Instant before) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(SWEEP)
                                        .setParameter("before", before)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Bundles that nobody went on with since that time; at most a hundred. */
    Uni<List<Bundle>> idle(Caller machine, Instant before) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Bundle where state = :checked and coalesce(endedAt, createdAt) < :before order by id",
                                                Bundle.class)
                                        .setParameter("checked", BundleState.CHECKED)
                                        .setParameter("before", before)
                                        .setMaxResults(100)
                                        .getResultList());
    }

    private static Uni<Void> change(String sql, UUID id) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(sql)
                                        .setParameter("id", id)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static NotFound notFound() {
        return new NotFound("线索文件包", "lead bundle");
    }
}
