package io.mingjian.detection.evidence;

import io.mingjian.detection.content.Fingerprint;
import java.time.Instant;
import java.util.UUID;

/** A piece of evidence as other rooms read it. */
public record Piece(
        UUID id,
        String organisation,
        EvidenceState state,
        ContentState contentState,
        String mediaType,
        int width,
        int height,
        Fingerprint file,
        Instant receivedAt) {

    static Piece of(Evidence evidence) {
        return new Piece(
                evidence.id(),
                evidence.organisation(),
                evidence.state(),
                evidence.contentState(),
                evidence.mediaKind().mediaType(),
                evidence.width(),
                evidence.height(),
                evidence.fingerprint(),
                evidence.receivedAt());
    }
}
