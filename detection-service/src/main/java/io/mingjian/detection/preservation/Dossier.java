package io.mingjian.detection.preservation;

import io.mingjian.detection.bundle.Custody;
import io.mingjian.detection.bundle.HeadProof;
import io.mingjian.detection.bundle.Manifest;
import io.mingjian.detection.evidence.EvidenceExport.Original;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Everything that a bundle is made of but the originals, read in one transaction. */
record Dossier(
        UUID bundleId,
        Instant createdAt,
        Manifest.Request request,
        List<Part> parts,
        HeadProof heads) {

    /**
     * A piece of evidence with what belongs to it.
     *
     * @param analysis as JSON
     */
    record Part(Original original, Custody custody, byte[] analysis) {
        Manifest.Piece piece() {
            return new Manifest.Piece(
                    original.id().toString(),
                    original.mediaType(),
                    original.receivedAt().toString());
        }
    }
}
