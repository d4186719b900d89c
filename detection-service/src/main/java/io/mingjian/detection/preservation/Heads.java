package io.mingjian.detection.preservation;

import io.mingjian.detection.bundle.AuditHead;
import io.mingjian.detection.bundle.HeadProof;
import io.mingjian.detection.bundle.HeadProof.Trail;
import io.mingjian.detection.preservation.PublishedHeads.AuditState;
import io.mingjian.kit.time.LegalDay;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Closes heads and shows how chains of custody lead to them. */
@ApplicationScoped
class Heads {
    private final PublishedHeads published;
    private final SealLog log;
    private final Clock clock;

    Heads(PublishedHeads published, SealLog log, Clock clock) {
        this.published = published;
        this.log = log;
        this.clock = clock;
    }

    /** Why a head is closed. */
    enum Occasion {
        DAILY,
        BUNDLE
    }

    /**
     * Lets the log grow by a portion of what waits, under the lock of the heads, so that little is
     * left when one is closed.
     *
     * @return whether more may wait
     */
    Uni<Boolean> growByPortion() {
        return published.lock().chain(log::growByPortion);
    }

    /** Closes the head of this legal day, if that has not been done; any replica may do it. */
    Uni<Void> closeDaily() {
        LocalDate today = LegalDay.today(clock);
        return published
                .lock()
                .chain(() -> published.hasDaily(today))
                .chain(
                        done ->
                                done
                                        ? Uni.createFrom().voidItem()
                                        : log.grow()
                                                .chain(() -> close(Occasion.DAILY))
                                                .replaceWithVoid());
    }

    /**
     * Closes a head over every entry of custody of these pieces, this transaction's too, and over
     * what the log has grown by until now; whoever asks does not wait for the entries of others.
     */
    Uni<AuditHead> closeForBundle(List<UUID> evidenceIds) {
        return published
                .lock()
                .chain(() -> log.growBy(evidenceIds))
                .chain(() -> close(Occasion.BUNDLE));
    }

    private Uni<AuditHead> close(Occasion occasion) {
        return published
                .newest()
                .chain(
                        newest ->
                                log.grown()
                                        .chain(
                                                grown ->
                                                        published
                                                                .audit()
                                                                .map(
                                                                        audit ->
                                                                                head(
                                                                                        occasion,
                                                                                        newest,
                                                                                        grown,
                                                                                        audit))))
                .call(published::add);
    }

    private AuditHead head(
            Occasion occasion, Optional<AuditHead> newest, SealLog.Grown grown, AuditState audit) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return AuditHead.closed(
                newest.map(AuditHead::number).orElse(0L) + 1,
                LegalDay.of(now).toString(),
                now.toString(),
                occasion.name(),
                grown.size(),
                grown.root(),
                audit.entries(),
                audit.hash(),
                newest.map(AuditHead::hash).orElse(""));
    }

    /** How the chains of these pieces lead to the first heads that cover them and to this one. */
    Uni<HeadProof> proof(List<UUID> evidenceIds, AuditHead newest) {
        return Multi.createFrom()
                .iterable(evidenceIds)
                .onItem()
                .transformToUniAndConcatenate(id -> trails(id, newest))
                .collect()
                .asList()
                .map(all -> joined(all, newest));
    }

    /** The two trails of a piece, and the head that the first one leads to. */
    private record Trails(AuditHead first, Trail fromFirst, Trail fromLast) {}

    private Uni<Trails> trails(UUID id, AuditHead newest) {
        return log.places(id)
                .chain(
                        places ->
                                published
                                        .covering(places.get(0))
                                        .chain(first -> trails(id, places, first, newest)));
    }

    private Uni<Trails> trails(UUID id, List<Long> places, AuditHead first, AuditHead newest) {
        return trail(id, places, 1, first)
                .chain(
                        from ->
                                trail(id, places, places.size(), newest)
                                        .map(to -> new Trails(first, from, to)));
    }

    private Uni<Trail> trail(UUID id, List<Long> places, int seq, AuditHead head) {
        long place = places.get(seq - 1);
        return log.path(place, head.entries())
                .map(path -> new Trail(id.toString(), seq, head.number(), place, path));
    }

    private static HeadProof joined(List<Trails> all, AuditHead newest) {
        TreeMap<Long, AuditHead> heads = new TreeMap<>();
        List<Trail> trails = new ArrayList<>();
        for (Trails each : all) {
            heads.put(each.first().number(), each.first());
            trails.add(each.fromFirst());
            trails.add(each.fromLast());
        }
        heads.put(newest.number(), newest);
        return new HeadProof(List.copyOf(heads.values()), trails);
    }
}
