package io.mingjian.monitoring.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Refusal;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.monitoring.bundle.Bundle.Arrival;
import io.mingjian.monitoring.bundle.Bundle.Fault;
import io.mingjian.monitoring.bundle.Bundle.Faults;
import io.mingjian.monitoring.bundle.BundleCheck.Fitting;
import io.mingjian.monitoring.imports.BundleFindings;
import io.mingjian.monitoring.instruction.Commissions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a bundle: looked through first, then file by file, and whole with the last step. One that
 * was cut off in the middle is begun anew when it is sent again.
 */
@ApplicationScoped
class BundleKeeping {
    /** Longer than a request may take: whoever began to keep the bundle before is gone. */
    private static final Duration GONE = Duration.ofMinutes(10);

    private static final Caller MACHINE = Caller.machine("monitoring");
    private static final int PREVIEWED_AT_ONCE = 100;
    private static final int MOST_FAULTS = 50;

    private final Bundles bundles;
    private final BundleFiles files;
    private final BundleFindings findings;
    private final KeptFindings kept;
    private final BundleLook look;
    private final Commissions commissions;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Work work;
    private final BundleSettings settings;
    private final ObjectMapper json;
    private final Clock clock;

    BundleKeeping(
            Bundles bundles,
            BundleFiles files,
            BundleFindings findings,
            KeptFindings kept,
            BundleLook look,
            Commissions commissions,
            Idempotency idempotency,
            Audit audit,
            Work work,
            BundleSettings settings,
            ObjectMapper json,
            Clock clock) {
        this.bundles = bundles;
        this.files = files;
        this.findings = findings;
        this.kept = kept;
        this.look = look;
        this.commissions = commissions;
        this.idempotency = idempotency;
        this.audit = audit;
        this.work = work;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The bundle that these bytes are already, if they are. One of which nothing was taken is none
     * where it may come anew.
     */
    Optional<Answer> known(Caller caller, UUID instructionId, String sha256, boolean anew) {
        return work.transaction(
                () ->
                        bundles.same(caller, instructionId, sha256)
                                .chain(found -> known(caller, found.orElse(null), anew)));
    }

    private Uni<Optional<Answer>> known(Caller caller, @Nullable Bundle found, boolean anew) {
        if (found == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (found.state() != BundleState.RECEIVING) {
            return (anew ? mayComeAnew(caller, found) : Uni.createFrom().item(false))
                    .chain(
                            fresh ->
                                    fresh
                                            ? Uni.createFrom().item(Optional.<Answer>empty())
                                            : answer(caller, found, 200).map(Optional::of));
        }
        if (found.createdAt().isAfter(clock.instant().minus(GONE))) {
            throw beingReceived();
        }
        return bundles.remove(caller, found.id()).replaceWith(Optional.empty());
    }

    /** Nobody loses what is told of a bundle to an order that takes no other in its place. */
    private Uni<Boolean> mayComeAnew(Caller caller, Bundle found) {
        return cameToNothing(caller, found)
                .chain(
                        nothing ->
                                nothing
                                        ? commissions
                                                .requireOpen(caller, found.instructionId())
                                                .replaceWith(true)
                                                .onFailure(Refusal.class)
                                                .recoverWithItem(false)
                                        : Uni.createFrom().item(false));
    }

    private Uni<Boolean> cameToNothing(Caller caller, Bundle found) {
        UUID asImport = found.importId();
        return found.state() == BundleState.DELIVERED && asImport != null
                ? findings.cameToNothing(caller, asImport)
                : Uni.createFrom().item(false);
    }

    /** Whether something was received under this key before. */
    boolean isRepeated(Caller caller, @Nullable String key, UUID instructionId) {
        return work.transaction(
                () -> idempotency.isRepeated(caller, key, operation(instructionId)));
    }

    /** The first answer to this request, also when its bundle was given up since. */
    Optional<Answer> answered(
            Caller caller, @Nullable String key, UUID instructionId, String sha256) {
        return work.transaction(
                () -> idempotency.answered(caller, key, operation(instructionId), sha256));
    }

    private static String operation(UUID instructionId) {
        return "lead-bundles.receive " + instructionId;
    }

    /** Looks a file through and keeps what it holds, if the order is open for it. */
    Answer keep(Caller caller, @Nullable String key, UUID instructionId, Arrival arrival, Path file)
            throws IOException {
        work.transaction(() -> commissions.requireOpen(caller, instructionId));
        try (Archive archive = Archive.open(file, settings.limits())) {
            Fitting fitting = BundleCheck.of(archive, settings.limits(), json);
            UUID id = Ids.next();
            Bundle bundle =
                    Bundle.of(
                            id,
                            instructionId,
                            caller,
                            arrival,
                            fitting.findings().size(),
                            faults(caller, instructionId, fitting.findings()),
                            clock.instant());
            work.transaction(() -> begin(caller, bundle));
            try {
                keepLists(caller, id, fitting);
                keepFiles(caller, id, archive, fitting.files());
                return work.transaction(() -> end(caller, key, bundle));
            } catch (IOException | RuntimeException failure) {
                work.transaction(() -> bundles.remove(caller, id));
                throw failure;
            }
        }
    }

    /** The agency's part of the instruction is held, so that its bundles take turns here. */
    private Uni<Void> begin(Caller caller, Bundle bundle) {
        return commissions
                .requireOpen(caller, bundle.instructionId())
                .chain(() -> bundles.same(caller, bundle.instructionId(), bundle.sha256()))
                .call(same -> makeRoom(caller, same.orElse(null)))
                .call(() -> bundles.open(caller).invoke(this::refuseTooMany))
                .call(() -> bundles.add(caller, bundle))
                .chain(same -> recordSentAnew(caller, same.orElse(null)));
    }

    /** Written here, on a worker thread, and kept while nobody waits for the agency's part. */
    private void keepLists(Caller caller, UUID id, Fitting fitting) {
        String text = kept.text(fitting.findings());
        String rows = files.rows(fitting.files());
        work.transaction(() -> bundles.keepFindings(caller, id, text));
        work.transaction(() -> files.add(caller, id, rows));
    }

    /** Of the same bytes one bundle stands: one of which nothing was taken is given up. */
    private Uni<Void> makeRoom(Caller caller, @Nullable Bundle same) {
        if (same == null) {
            return Uni.createFrom().voidItem();
        }
        return cameToNothing(caller, same)
                .chain(
                        nothing -> {
                            if (!nothing) {
                                throw beingReceived();
                            }
                            same.cancel(MACHINE, clock.instant());
                            return bundles.flush(caller);
                        })
                .chain(() -> bundles.forgetFindings(caller, same.id()));
    }

    private Uni<Void> recordSentAnew(Caller caller, @Nullable Bundle same) {
        return same == null
                ? Uni.createFrom().voidItem()
                : audit.record(
                        caller,
                        AuditEntry.of(
                                "lead-bundle.send-anew", "lead-bundle", same.id().toString()));
    }

    private static Conflict beingReceived() {
        return new Conflict(
                "bundle-being-received", "同一文件包正在接收中，请稍后查看。", "The same bundle is being received.");
    }

    private void refuseTooMany(long open) {
        if (open >= settings.mostOpen()) {
            throw new Conflict(
                    "too-many-open-bundles",
                    "贵单位已有 " + open + " 个文件包尚未移交完毕，请先移交或者取消。",
                    "Too many bundles are not handed over yet.");
        }
    }

    private void keepFiles(Caller caller, UUID id, Archive archive, List<BundleFile> wanted)
            throws IOException {
        Map<Integer, BundleFile> byNo = new HashMap<>();
        wanted.forEach(file -> byNo.put(file.no(), file));
        int[] at = {0};
        archive.each(
                (member, content) -> {
                    if (archive.manifest(member).isEmpty() && byNo.containsKey(at[0]++)) {
                        keepFile(caller, id, at[0] - 1, content);
                    }
                });
    }

    private void keepFile(Caller caller, UUID id, int no, InputStream content) throws IOException {
        int seq = 0;
        for (byte[] piece = content.readNBytes(BundleFiles.PIECE);
                piece.length > 0;
                piece = content.readNBytes(BundleFiles.PIECE)) {
            byte[] some = piece;
            int next = seq++;
            work.transaction(() -> files.addPiece(caller, id, no, next, some));
        }
    }

    private Uni<Answer> end(Caller caller, @Nullable String key, Bundle bundle) {
        return idempotency.answerOnce(
                caller,
                key,
                operation(bundle.instructionId()),
                bundle.sha256(),
                () ->
                        bundles.requireHeld(caller, bundle.id())
                                .invoke(kept -> kept.keep(caller))
                                .chain(kept -> answer(caller, kept, 201)),
                answer ->
                        audit.record(
                                caller,
                                AuditEntry.of(
                                                "lead-bundle.receive",
                                                "lead-bundle",
                                                bundle.id().toString())
                                        .changing(null, "sha256:" + bundle.sha256())));
    }

    private Uni<Answer> answer(Caller caller, Bundle bundle, int status) {
        return look.at(caller, bundle, null)
                .map(view -> new Answer(status, "/v1/lead-bundles/" + bundle.id(), null, view));
    }

    /** What the leads' room says of the findings, with stand-ins for the evidence to be. */
    private Faults faults(Caller caller, UUID instructionId, List<ObjectNode> all) {
        int faulty = 0;
        List<Fault> first = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PREVIEWED_AT_ONCE) {
            List<JsonNode> some =
                    all.subList(from, Math.min(all.size(), from + PREVIEWED_AT_ONCE)).stream()
                            .map(FileNumbers::withStandIns)
                            .toList();
            List<List<FieldError>> told =
                    work.transaction(() -> findings.preview(caller, instructionId, some));
            for (int at = 0; at < told.size(); at++) {
                faulty += told.get(at).isEmpty() ? 0 : 1;
                for (FieldError error : told.get(at)) {
                    if (first.size() < MOST_FAULTS) {
                        String pointer = "/findings/" + (from + at) + error.pointer();
                        first.add(new Fault(pointer, error.code(), error.zh()));
                    }
                }
            }
        }
        return new Faults(faulty, first);
    }
}
