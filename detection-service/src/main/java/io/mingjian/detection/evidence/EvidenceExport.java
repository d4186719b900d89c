package io.mingjian.detection.evidence;

import io.mingjian.detection.bundle.Custody;
import io.mingjian.detection.content.ContentLostException;
import io.mingjian.detection.content.ContentStore;
import io.mingjian.detection.content.Fingerprint;
import io.mingjian.detection.evidence.CustodyEntry.Act;
import io.mingjian.detection.evidence.EvidenceViews.Sight;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The face that this room shows to preservation: evidence that is taken away as it was taken in.
 * Every method but {@link #open} runs inside the caller's transaction.
 */
@ApplicationScoped
public class EvidenceExport {
    private final Evidences evidences;
    private final CustodyChain custody;
    private final ContentStore store;
    private final Clock clock;

    EvidenceExport(Evidences evidences, CustodyChain custody, ContentStore store, Clock clock) {
        this.evidences = evidences;
        this.custody = custody;
        this.store = store;
        this.clock = clock;
    }

    /** A piece of evidence whose original can be fetched. */
    public record Original(
            UUID id,
            EvidenceState state,
            String mediaType,
            Fingerprint fingerprint,
            Instant receivedAt) {
        private static Original of(Evidence evidence) {
            return new Original(
                    evidence.id(),
                    evidence.state(),
                    evidence.mediaKind().mediaType(),
                    evidence.fingerprint(),
                    evidence.receivedAt());
        }
    }

    /**
     * These, in their order; refuses with "not found" unless the caller may see every one. Their
     * rows are locked, in the order of the ids, until the end of the transaction, and read under
     * the lock: whoever looks at a piece meanwhile waits, and whoever did so before is waited for.
     *
     * @throws ContentDestroyed if the term of one is over
     */
    public Uni<List<Original>> hold(List<UUID> ids, Caller caller) {
        return evidences
                .visible(ids, caller)
                .invoke(
                        seen -> {
                            if (!seen.containsAll(ids)) {
                                throw new NotFound("证据", "evidence");
                            }
                        })
                .chain(() -> evidences.lockAll(ids))
                .map(locked -> originals(ids, locked));
    }

    private static List<Original> originals(List<UUID> ids, List<Evidence> locked) {
        locked.forEach(Evidence::requireContent);
        Map<UUID, Original> byId =
                locked.stream()
                        .map(Original::of)
                        .collect(Collectors.toMap(Original::id, Function.identity()));
        return ids.stream().map(id -> Objects.requireNonNull(byId.get(id))).toList();
    }

    /** Writes the export into the chain of each; their rows are locked. */
    public Uni<Void> note(List<UUID> ids, Caller caller, String purpose, String detail) {
        Act act =
                new Act(
                        CustodyAct.EXPORTED,
                        caller.subject(),
                        caller.organisation(),
                        purpose,
                        clock.instant(),
                        detail);
        return Multi.createFrom()
                .iterable(ids.stream().sorted().toList())
                .onItem()
                .transformToUniAndConcatenate(id -> custody.append(id, act))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** The chain of custody as the caller may read it. */
    public Uni<Custody> custody(UUID id, Caller caller) {
        return custody.of(id)
                .map(
                        chain ->
                                new Custody(
                                        id.toString(),
                                        chain.stream().map(e -> line(e, caller)).toList()));
    }

    /**
     * The file as it was taken in, checked against its address. Blocks.
     *
     * @throws ContentLostException if it is gone or no longer has the content of its address
     */
    public InputStream open(Original original) throws IOException {
        return new ByteArrayInputStream(store.read(original.fingerprint()));
    }

    private static Custody.Line line(CustodyEntry entry, Caller caller) {
        Sight sight = Sight.of(entry, caller);
        return new Custody.Line(
                entry.seq(),
                entry.act().name(),
                entry.act().zhName(),
                sight.named() ? entry.actor() : null,
                sight.named() ? entry.organisation() : null,
                sight.named() ? entry.purpose() : null,
                entry.at().toString(),
                sight.detailed() ? entry.detail() : null,
                entry.previousSeal(),
                entry.seal());
    }
}
