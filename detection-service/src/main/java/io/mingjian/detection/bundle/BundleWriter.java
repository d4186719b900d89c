package io.mingjian.detection.bundle;

import io.mingjian.detection.bundle.Manifest.Item;
import io.mingjian.detection.bundle.Manifest.Piece;
import io.mingjian.detection.bundle.Manifest.Request;
import io.mingjian.detection.bundle.Manifest.TimeEvidence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a bundle: the pieces, then the heads, then the manifest with its time stamp and its seal.
 * The same input gives the same bytes, but for the signature. Not thread-safe.
 */
public final class BundleWriter implements AutoCloseable {
    private final ContainerWriter container;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();

    public BundleWriter(Path file) throws IOException {
        container = new ContainerWriter(file);
    }

    /** Adds a piece of evidence; what belongs to it comes with it. */
    public void add(Piece piece, InputStream original, Custody custody, byte[] canonicalAnalysis)
            throws IOException {
        pieces.add(piece);
        String id = piece.evidenceId();
        String name = BundleNames.original(id, piece.mediaType());
        items.add(new Item(name, container.add(name, original)));
        add(BundleNames.custody(id), Canonical.write(custody));
        add(BundleNames.analysis(id), canonicalAnalysis);
    }

    public void add(HeadProof heads) throws IOException {
        add(BundleNames.HEAD, Canonical.write(heads));
    }

    /** The manifest over everything added so far, not yet in the bundle. */
    public byte[] manifest(UUID bundleId, Instant createdAt, Request request, TimeEvidence time) {
        return Canonical.write(
                new Manifest(
                        Manifest.FORMAT,
                        bundleId.toString(),
                        createdAt.toString(),
                        request,
                        pieces,
                        items,
                        time));
    }

    /**
     * Puts the manifest in and ends the bundle.
     *
     * @param timeStamp over the manifest, if that says that there is one
     */
    public void seal(byte[] manifest, byte @Nullable [] timeStamp, SigningKey key)
            throws IOException, GeneralSecurityException {
        container.add(BundleNames.MANIFEST, manifest);
        if (timeStamp != null) {
            container.add(BundleNames.TIME_STAMP, timeStamp);
        }
        byte[] seal =
                Canonical.write(
                        new Seal(
                                key.scheme().label(),
                                key.chain().stream().map(Certificates::sha256).toList(),
                                Hashes.of(manifest),
                                timeStamp == null ? null : Hashes.of(timeStamp)));
        container.add(BundleNames.SEAL, seal);
        container.add(BundleNames.CERTIFICATES, Certificates.write(key.chain()));
        container.add(BundleNames.SIGNATURE, key.sign(seal));
        container.finish();
    }

    private void add(String name, byte[] content) throws IOException {
        items.add(new Item(name, container.add(name, content)));
    }

    @Override
    public void close() throws IOException {
        container.close();
    }
}
