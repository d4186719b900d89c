package io.mingjian.monitoring.bundle;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Work;
import io.mingjian.monitoring.bundle.BundleFiles.KeptFile;
import io.mingjian.monitoring.bundle.EvidenceDoor.NotNow;
import io.mingjian.monitoring.bundle.EvidenceDoor.Outcome;
import io.mingjian.monitoring.bundle.EvidenceDoor.Refused;
import io.mingjian.monitoring.bundle.EvidenceDoor.Taken;
import io.mingjian.monitoring.imports.BundleFindings;
import io.mingjian.monitoring.instruction.Commissions;
import io.mingjian.monitoring.instruction.Mandate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hands a bundle's files over to detection, one after the other, for as long as one request may
 * take; whoever asks again goes on where it stopped. What was handed over is marked with its
 * evidence; if the mark is lost, detection knows the file again by its key. When no file waits, an
 * import of the findings begins, in the same transaction in which the bundle ends; it needs no
 * caller and goes on by itself.
 */
@ApplicationScoped
class BundleDelivery {
    private static final String LOST = "暂存的文件与收到时的大小或者校验值不符，未作为证据移交；请重新报送该文件。";

    private final Bundles bundles;
    private final BundleFiles files;
    private final BundleFindings findings;
    private final Commissions commissions;
    private final EvidenceDoor evidence;
    private final Audit audit;
    private final Work work;
    private final BundleSettings settings;
    private final Clock clock;

    BundleDelivery(
            Bundles bundles,
            BundleFiles files,
            BundleFindings findings,
            Commissions commissions,
            EvidenceDoor evidence,
            Audit audit,
            Work work,
            BundleSettings settings,
            Clock clock) {
        this.bundles = bundles;
        this.files = files;
        this.findings = findings;
        this.commissions = commissions;
        this.evidence = evidence;
        this.audit = audit;
        this.work = work;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Goes on handing over.
     *
     * @param token the caller's own, for this request alone
     * @return why it stopped before the last file, if detection did not go along
     */
    @Nullable NotNow deliver(Caller caller, String token, UUID id) throws IOException {
        Bundle bundle = work.session(() -> bundles.require(caller, id));
        if (bundle.state() == BundleState.DELIVERED) {
            return null;
        }
        bundle.requireDeliverable(caller);
        work.transaction(() -> commissions.requireOpen(caller, bundle.instructionId()));
        Instant until = clock.instant().plus(settings.handOver());
        Optional<KeptFile> file = next(caller, id);
        while (file.isPresent() && clock.instant().isBefore(until)) {
            NotNow pause = hand(caller, token, id, file.get());
            if (pause != null) {
                return pause;
            }
            file = next(caller, id);
        }
        if (file.isEmpty()) {
            work.transaction(() -> finish(caller, bundle.instructionId(), id));
        }
        return null;
    }

    /**
     * The next file that waits. Asks anew where the bundle stands: it may be given up while its
     * files are handed over, and then no more of them become evidence. One that another request
     * delivered meanwhile has no file that waits.
     */
    private Optional<KeptFile> next(Caller caller, UUID id) {
        return work.session(
                () ->
                        bundles.require(caller, id)
                                .invoke(bundle -> requireUnderWay(caller, bundle))
                                .chain(() -> files.next(caller, id)));
    }

    private static void requireUnderWay(Caller caller, Bundle bundle) {
        if (bundle.state() != BundleState.DELIVERED) {
            bundle.requireDeliverable(caller);
        }
    }

    /** Hands one file over, if it is still whole. */
    private @Nullable NotNow hand(Caller caller, String token, UUID id, KeptFile file)
            throws IOException {
        Path bytes = Files.createTempFile("bundle", ".file");
        try {
            if (!assemble(caller, id, file, bytes)) {
                work.transaction(() -> settleCut(caller, id, file));
                return null;
            }
            Outcome outcome =
                    evidence.hand(
                            token, "lead-bundle-" + id + "-" + file.no(), bytes, file.sha256());
            if (outcome instanceof Taken taken) {
                work.transaction(() -> files.delivered(caller, id, file.no(), taken.evidenceId()));
            } else if (outcome instanceof Refused refused) {
                work.transaction(() -> files.refused(caller, id, file.no(), refused.why()));
            }
            return outcome instanceof NotNow pause ? pause : null;
        } finally {
            Files.delete(bytes);
        }
    }

    /**
     * Pieces go when a bundle is given up, and when another request has handed the file over: then
     * it no longer waits, and stays as it is. Of a bundle that goes on, bytes that are not those
     * that came are lost.
     */
    private Uni<Void> settleCut(Caller caller, UUID id, KeptFile file) {
        return bundles.requireHeld(caller, id)
                .invoke(bundle -> requireUnderWay(caller, bundle))
                .chain(() -> files.refused(caller, id, file.no(), LOST));
    }

    /** Whether the pieces together are the file that came. */
    private boolean assemble(Caller caller, UUID id, KeptFile file, Path to) throws IOException {
        MessageDigest sha256 = Fingerprint.digest();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(to), sha256)) {
            Optional<byte[]> piece = piece(caller, id, file, 0);
            for (int seq = 1; piece.isPresent(); seq++) {
                out.write(piece.get());
                piece = piece(caller, id, file, seq);
            }
        }
        return Files.size(to) == file.bytes()
                && HexFormat.of().formatHex(sha256.digest()).equals(file.sha256());
    }

    private Optional<byte[]> piece(Caller caller, UUID id, KeptFile file, int seq) {
        return work.session(() -> files.piece(caller, id, file.no(), seq));
    }

    /**
     * Of two that find no file waiting the second finds the bundle delivered. The order is held, so
     * that it does not end while its findings come under way.
     */
    private Uni<Void> finish(Caller caller, UUID instructionId, UUID id) {
        return commissions
                .requireMandate(caller, instructionId)
                .chain(
                        mandate ->
                                bundles.requireHeld(caller, id)
                                        .chain(bundle -> finish(caller, mandate, bundle)));
    }

    private Uni<Void> finish(Caller caller, Mandate mandate, Bundle bundle) {
        if (bundle.state() == BundleState.DELIVERED) {
            return Uni.createFrom().voidItem();
        }
        mandate.requireOpen();
        return enter(caller, bundle);
    }

    /** Short: what is to be entered is read and written elsewhere, some at a time. */
    private Uni<Void> enter(Caller caller, Bundle bundle) {
        UUID id = bundle.id();
        return findings.enter(caller, bundle.instructionId(), id, bundle.fileName())
                .invoke(asImport -> bundle.deliver(caller, asImport, clock.instant()))
                .chain(
                        asImport ->
                                audit.record(
                                        caller,
                                        AuditEntry.of(
                                                        "lead-bundle.deliver",
                                                        "lead-bundle",
                                                        id.toString())
                                                .changing(null, "lead-import:" + asImport)));
    }
}
