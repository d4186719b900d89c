package io.mingjian.detection.evidence;

import io.mingjian.detection.content.ContentStore;
import io.mingjian.detection.evidence.CustodyEntry.Act;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The face that this room shows to retention: what is kept and why, holds, and the end of a
 * content. Every method runs inside the caller's transaction.
 *
 * <p>A content ends in two transactions. The first says that it is going, and from then on nobody
 * gets it and nobody can hold it; the second removes the bytes and says that they are gone. A crash
 * between or within them leaves a content that is going, which the next round ends.
 */
@ApplicationScoped
public class EvidenceKeeping {
    private static final Caller MACHINE = Caller.machine("detection");
    private static final String PURPOSE = "保存期限届满";

    private final Evidences evidences;
    private final KeptContents contents;
    private final KeepingCount count;
    private final CustodyChain custody;
    private final ContentStore store;
    private final StoreWork storeWork;
    private final IntakeWork intakeWork;
    private final Thumbnails thumbnails;
    private final List<Remains> remains;
    private final Audit audit;
    private final Clock clock;

    EvidenceKeeping(
            Evidences evidences,
            KeptContents contents,
            KeepingCount count,
            CustodyChain custody,
            ContentStore store,
            StoreWork storeWork,
            IntakeWork intakeWork,
            Thumbnails thumbnails,
            @All List<Remains> remains,
            Audit audit,
            Clock clock) {
        this.evidences = evidences;
        this.contents = contents;
        this.count = count;
        this.custody = custody;
        this.store = store;
        this.storeWork = storeWork;
        this.intakeWork = intakeWork;
        this.thumbnails = thumbnails;
        this.remains = remains;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses with "not found" unless the caller may see the evidence. */
    public Uni<Void> requireVisible(UUID id, Caller caller) {
        return evidences.requireVisible(id, caller);
    }

    /** Why a piece is kept, if the caller may see it. */
    public Uni<Kept> require(UUID id, Caller caller) {
        return evidences.require(id, caller).map(Kept::of);
    }

    /**
     * What the caller may see and whose term ends before a day, in the order of the ends.
     *
     * @param after where the list goes on, in that order
     */
    public Uni<List<Kept>> endingBefore(Caller caller, LocalDate day, Kept.Place after, int most) {
        return evidences
                .endingBefore(caller, day, after, most)
                .map(found -> found.stream().map(Kept::of).toList());
    }

    /**
     * Notes a hold on a piece that the caller may see.
     *
     * @throws ContentDestroyed if it is too late
     */
    public Uni<Void> hold(UUID id, Caller caller, String reasons, UUID holdId) {
        Instant now = clock.instant();
        return evidences
                .requireVisible(id, caller)
                .chain(() -> evidences.lock(id))
                .invoke(evidence -> evidence.hold(now))
                .chain(() -> custody.append(id, act(CustodyAct.HELD, caller, reasons, holdId)));
    }

    /** Notes that a hold has ended. */
    public Uni<Void> release(UUID id, Caller caller, String reasons, UUID holdId) {
        Instant now = clock.instant();
        return evidences
                .lock(id)
                .invoke(evidence -> evidence.release(now))
                .chain(() -> custody.append(id, act(CustodyAct.RELEASED, caller, reasons, holdId)));
    }

    private Act act(CustodyAct act, Caller caller, String reasons, UUID holdId) {
        return new Act(
                act,
                caller.subject(),
                caller.organisation(),
                reasons,
                clock.instant(),
                "hold:" + holdId);
    }

    /**
     * Counts the terms of evidence that came in before there were terms.
     *
     * @return how many were counted
     */
    public Uni<Integer> countOld(LocalDate today, int most) {
        return contents.notCounted(most)
                .call(ids -> count.anew(ids.stream().sorted().toList(), today))
                .map(List::size);
    }

    /** What is to be destroyed on a day, by id; from behind the given one on. */
    public Uni<List<UUID>> due(LocalDate day, UUID after, int most) {
        return contents.due(day, after, most);
    }

    /** Says that a content is going, if that is still so under the lock of its row. */
    public Uni<Void> condemn(UUID id, LocalDate day) {
        return evidences
                .lock(id)
                .invoke(
                        evidence -> {
                            if (evidence.mayBeDestroyedOn(day)) {
                                evidence.condemn();
                            }
                        })
                .replaceWithVoid();
    }

    /** Removes a content that is going; the bytes stay where another piece keeps the same. */
    public Uni<Void> destroy(UUID id) {
        return evidences
                .lock(id)
                .chain(
                        evidence ->
                                evidence.contentState() == ContentState.DESTROYING
                                        ? destroy(evidence)
                                        : Uni.createFrom().voidItem());
    }

    /** Names on a shelf of the store that no piece of evidence keeps, though they are old. */
    public Uni<List<String>> leftovers(List<String> names) {
        return contents.withoutOwner(names);
    }

    /** Sets bytes aside that an upload left behind which came to no row, if that is still so. */
    public Uni<Void> setLeftoverAside(String sha256) {
        return contents.lock(sha256)
                .chain(() -> contents.withoutOwner(List.of(sha256)))
                .chain(
                        still ->
                                still.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : storeWork.act(() -> store.setAside(sha256)));
    }

    /**
     * Destroys what was set aside before a time and that nobody asked for since.
     *
     * @return how many files
     */
    public Uni<Integer> destroyAside(Instant before) {
        return intakeWork.run(() -> store.destroyAside(before));
    }

    /** What lies on a shelf of the store since before a time. */
    public Uni<List<String>> namesWrittenBefore(Instant time, String shelf) {
        return intakeWork.run(() -> store.writtenBefore(time, shelf));
    }

    private Uni<Void> destroy(Evidence evidence) {
        Instant now = clock.instant();
        Act act =
                new Act(
                        CustodyAct.DESTROYED,
                        MACHINE.subject(),
                        MACHINE.organisation(),
                        PURPOSE,
                        now,
                        evidence.keeping().map(EvidenceKeeping::term).orElse(""));
        return contents.lock(evidence.fingerprint().sha256())
                .chain(() -> removeBytes(evidence))
                .chain(() -> removeRemains(evidence.id()))
                .invoke(() -> evidence.destroyed(now))
                .chain(() -> custody.append(evidence.id(), act))
                .chain(
                        () ->
                                audit.record(
                                        MACHINE,
                                        AuditEntry.of(
                                                        "evidence.destroy",
                                                        "evidence",
                                                        evidence.id().toString())
                                                .forPurpose(PURPOSE)));
    }

    private Uni<Void> removeBytes(Evidence evidence) {
        return contents.areSharedWithOthers(evidence.id(), evidence.fingerprint())
                .chain(
                        shared ->
                                shared
                                        ? Uni.createFrom().voidItem()
                                        : removed(evidence.fingerprint().sha256()));
    }

    private Uni<Void> removed(String sha256) {
        return storeWork.act(() -> store.remove(sha256)).invoke(() -> thumbnails.forget(sha256));
    }

    private Uni<Void> removeRemains(UUID id) {
        return Multi.createFrom()
                .iterable(remains)
                .onItem()
                .transformToUniAndConcatenate(each -> each.destroy(id))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static String term(Keeping keeping) {
        return "ground:"
                + keeping.ground()
                + " from:"
                + keeping.from()
                + keeping.until().map(day -> " until:" + day).orElse("");
    }
}
