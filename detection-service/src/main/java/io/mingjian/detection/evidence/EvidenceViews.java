package io.mingjian.detection.evidence;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.time.LegalDay;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** What the doors of this room answer. */
final class EvidenceViews {
    private static final Caller MACHINE = Caller.machine("detection");

    private EvidenceViews() {}

    /**
     * A piece of evidence without its pixels.
     *
     * @param organisation who uploaded it
     * @param width of the upright picture in pixels
     * @param height of the upright picture in pixels
     */
    record EvidenceView(
            UUID id,
            String organisation,
            EvidenceState state,
            String mediaType,
            long sizeBytes,
            int width,
            int height,
            String sha256,
            String sm3,
            OffsetDateTime receivedAt,
            OffsetDateTime updatedAt,
            int version) {

        static EvidenceView of(Evidence evidence) {
            return new EvidenceView(
                    evidence.id(),
                    evidence.organisation(),
                    evidence.state(),
                    evidence.mediaKind().mediaType(),
                    evidence.fingerprint().sizeBytes(),
                    evidence.width(),
                    evidence.height(),
                    evidence.fingerprint().sha256(),
                    evidence.fingerprint().sm3(),
                    outside(evidence.receivedAt()),
                    outside(evidence.updatedAt()),
                    evidence.told());
        }
    }

    /**
     * The chain of custody.
     *
     * @param intact whether every seal fits its entry, the one before it and the file's hashes
     */
    record CustodyView(UUID evidenceId, boolean intact, List<CustodyLine> entries) {
        static CustodyView of(Evidence evidence, List<CustodyEntry> chain, Caller reader) {
            return new CustodyView(
                    evidence.id(),
                    CustodyEntry.intact(evidence.id(), evidence.fingerprint(), chain),
                    chain.stream().map(entry -> CustodyLine.of(entry, reader)).toList());
        }
    }

    /**
     * One line of the chain of custody. A bureau reads all of it. Everybody else learns that and
     * when somebody acted, but who and what for only of their own organisation and of the machine;
     * and not what the machine found, which also rests on the evidence of others.
     *
     * @param actor empty where the reader may not know it; so are organisation, purpose and detail
     */
    record CustodyLine(
            int seq,
            CustodyAct act,
            String actName,
            String actor,
            String organisation,
            String purpose,
            OffsetDateTime at,
            String detail,
            String seal) {
        private static final String WITHHELD = "";

        static CustodyLine of(CustodyEntry entry, Caller reader) {
            boolean bureau = reader.isCity() || reader.isDistrict();
            boolean own = bureau || entry.organisation().equals(reader.organisation());
            boolean machine = entry.organisation().equals(MACHINE.organisation());
            boolean named = own || machine;
            return new CustodyLine(
                    entry.seq(),
                    entry.act(),
                    entry.act().zhName(),
                    named ? entry.actor() : WITHHELD,
                    named ? entry.organisation() : WITHHELD,
                    named ? entry.purpose() : WITHHELD,
                    outside(entry.at()),
                    own ? entry.detail() : WITHHELD,
                    entry.seal());
        }
    }

    static OffsetDateTime outside(Instant instant) {
        return instant.atZone(LegalDay.ZONE).toOffsetDateTime();
    }
}
