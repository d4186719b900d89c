package io.mingjian.detection.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.time.LegalDay;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
     * @param contentState whether the file itself is still there; all else stays
     * @param analysisExpectedAt when the analysis will be done as far as can be said when the file
     *     came in; told in the answer to the upload alone
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
            ContentState contentState,
            @Nullable OffsetDateTime destroyedAt,
            OffsetDateTime receivedAt,
            OffsetDateTime updatedAt,
            int version,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Nullable OffsetDateTime analysisExpectedAt) {

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
                    evidence.contentState(),
                    evidence.destroyedAt().map(EvidenceViews::outside).orElse(null),
                    outside(evidence.receivedAt()),
                    outside(evidence.updatedAt()),
                    evidence.told(),
                    null);
        }

        EvidenceView expectedAt(Instant analysis) {
            return new EvidenceView(
                    id,
                    organisation,
                    state,
                    mediaType,
                    sizeBytes,
                    width,
                    height,
                    sha256,
                    sm3,
                    contentState,
                    destroyedAt,
                    receivedAt,
                    updatedAt,
                    version,
                    outside(analysis));
        }
    }

    /**
     * The chain of custody.
     *
     * @param intact whether every seal fits its entry, the one before it and the file's hashes
     * @param brokenAt place of the first entry that is missing or does not fit; absent if intact
     */
    record CustodyView(
            UUID evidenceId,
            boolean intact,
            @Nullable Integer brokenAt,
            List<CustodyLine> entries) {
        static CustodyView of(Evidence evidence, List<CustodyEntry> chain, Caller reader) {
            OptionalInt broken = firstBreak(evidence, chain);
            return new CustodyView(
                    evidence.id(),
                    broken.isEmpty(),
                    broken.isPresent() ? broken.getAsInt() : null,
                    chain.stream().map(entry -> CustodyLine.of(entry, reader)).toList());
        }
    }

    /** The seals tell what is wrong inside; that the end was cut off tells only the length. */
    private static OptionalInt firstBreak(Evidence evidence, List<CustodyEntry> chain) {
        OptionalInt inside = CustodyEntry.brokenAt(evidence.id(), evidence.fingerprint(), chain);
        boolean cut = chain.size() < evidence.custodyLength().orElse(chain.size());
        return inside.isEmpty() && cut ? OptionalInt.of(chain.size() + 1) : inside;
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
            Sight sight = Sight.of(entry, reader);
            return new CustodyLine(
                    entry.seq(),
                    entry.act(),
                    entry.act().zhName(),
                    sight.named() ? entry.actor() : WITHHELD,
                    sight.named() ? entry.organisation() : WITHHELD,
                    sight.named() ? entry.purpose() : WITHHELD,
                    outside(entry.at()),
                    sight.detailed() ? entry.detail() : WITHHELD,
                    entry.seal());
        }
    }

    /**
     * What a reader may know of an entry.
     *
     * @param named who acted and what for
     * @param detailed what came of it
     */
    record Sight(boolean named, boolean detailed) {
        static Sight of(CustodyEntry entry, Caller reader) {
            boolean bureau = reader.isCity() || reader.isDistrict();
            boolean own = bureau || entry.organisation().equals(reader.organisation());
            boolean machine = entry.organisation().equals(MACHINE.organisation());
            return new Sight(own || machine, own);
        }
    }

    static OffsetDateTime outside(Instant instant) {
        return instant.atZone(LegalDay.ZONE).toOffsetDateTime();
    }
}
