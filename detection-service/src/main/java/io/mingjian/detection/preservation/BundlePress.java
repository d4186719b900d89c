package io.mingjian.detection.preservation;

import io.mingjian.detection.bundle.BundleWriter;
import io.mingjian.detection.bundle.Canonical;
import io.mingjian.detection.bundle.Manifest.TimeEvidence;
import io.mingjian.detection.bundle.SigningKey;
import io.mingjian.detection.content.ContentLostException;
import io.mingjian.detection.evidence.EvidenceExport;
import io.mingjian.detection.preservation.BundleShelf.Place;
import io.mingjian.detection.preservation.Dossier.Part;
import io.mingjian.detection.preservation.TimeStampAuthority.Answer.Stamped;
import io.mingjian.detection.preservation.TimeStampAuthority.Answer.Unstamped;
import io.mingjian.kit.refusal.Conflict;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the file of a bundle, on a few threads of its own: each hashes and writes all originals.
 */
@ApplicationScoped
class BundlePress {
    private static final Logger LOG = Logger.getLogger(BundlePress.class);

    private final EvidenceExport evidence;
    private final TimeStampAuthority authority;
    private final WorkerExecutor workers;

    BundlePress(
            EvidenceExport evidence,
            TimeStampAuthority authority,
            Vertx vertx,
            @ConfigProperty(name = "mingjian.preservation.workers") int workers) {
        this.evidence = evidence;
        this.authority = authority;
        this.workers = vertx.createSharedWorkerExecutor("bundle-press", workers);
    }

    /** Writes the file in its place. */
    Uni<Path> press(Dossier dossier, SigningKey key, Place place) {
        return Uni.createFrom()
                .completionStage(
                        () ->
                                workers.executeBlocking(
                                                () ->
                                                        place.write(
                                                                file ->
                                                                        write(
                                                                                file, dossier, key,
                                                                                place)),
                                                false)
                                        .toCompletionStage());
    }

    private void write(Path file, Dossier dossier, SigningKey key, Place place) throws IOException {
        try (BundleWriter writer = new BundleWriter(file)) {
            for (Part part : dossier.parts()) {
                if (place.isLeft()) {
                    return;
                }
                add(writer, part);
            }
            writer.add(dossier.heads());
            seal(writer, dossier, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key was seen to sign at the start", e);
        }
    }

    private void add(BundleWriter writer, Part part) throws IOException {
        try (InputStream original = evidence.open(part.original())) {
            writer.add(part.piece(), original, part.custody(), Canonical.rewrite(part.analysis()));
        } catch (ContentLostException e) {
            LOG.errorf("evidence %s: %s", part.original().id(), e.getMessage());
            throw new Conflict(
                    "content-lost",
                    "原始文件缺失或已被改动，无法制作保全包；请联系系统管理员。",
                    "An original is missing or altered; ask the administrator.");
        }
    }

    /** The manifest says whether there is a time stamp, so it is written anew if none came. */
    private void seal(BundleWriter writer, Dossier dossier, SigningKey key)
            throws IOException, GeneralSecurityException {
        byte[] hopeful = manifest(writer, dossier, TimeEvidence.stamped(authority.address()));
        TimeStampAuthority.Answer answer = authority.stamp(hopeful);
        if (answer instanceof Stamped stamped) {
            writer.seal(hopeful, stamped.token(), key);
        } else if (answer instanceof Unstamped unstamped) {
            TimeEvidence headOnly = TimeEvidence.headOnly(unstamped.why());
            writer.seal(manifest(writer, dossier, headOnly), null, key);
        }
    }

    private static byte[] manifest(BundleWriter writer, Dossier dossier, TimeEvidence time) {
        Instant createdAt = dossier.createdAt();
        return writer.manifest(dossier.bundleId(), createdAt, dossier.request(), time);
    }
}
