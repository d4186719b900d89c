package io.mingjian.detection.bank;

import io.mingjian.detection.content.Digests;
import io.mingjian.detection.evidence.ServedCopy;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.media.MediaLimits;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.reuse.ReusePrint;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.TooLarge;
import io.mingjian.kit.refusal.UnsupportedMedia;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The picture of an entry as it is kept: what finds it again, and a small copy to look at. The file
 * itself is not kept.
 *
 * @param evidenceId where it is a piece of evidence; then the evidence is what people look at
 * @param copy JPEG without metadata; null for evidence
 */
record BankPicture(Optional<UUID> evidenceId, EvidencePrints.Stored print, byte @Nullable [] copy) {
    private static final int COPY_SIDE = 1024;

    /** What is decoded in this process; a shop exports these. */
    private static final Set<MediaKind> TAKEN =
            Set.of(MediaKind.JPEG, MediaKind.PNG, MediaKind.WEBP);

    static BankPicture ofEvidence(UUID evidenceId, EvidencePrints.Stored print) {
        return new BankPicture(Optional.of(evidenceId), print, null);
    }

    /**
     * Reads an upload; blocks, and takes the memory of a decoded picture.
     *
     * @throws io.mingjian.kit.refusal.Refusal if it is no picture that can be found again
     */
    static BankPicture read(Path upload) throws IOException {
        if (Files.size(upload) > MediaLimits.MAX_BYTES) {
            throw new TooLarge("20 MB");
        }
        byte[] bytes = Files.readAllBytes(upload);
        ReusePrint print =
                ReusePrint.of(pixels(bytes))
                        .orElseThrow(
                                () ->
                                        refused(
                                                "too-plain",
                                                "图片过小或者几乎没有内容，无法与其他图片区分。",
                                                "Too small or too plain to be told from others."));
        return new BankPicture(
                Optional.empty(),
                new EvidencePrints.Stored(
                        Digests.of(bytes).sha256(), print.toBytes(), print.gist().toBytes()),
                ServedCopy.of(bytes, COPY_SIDE));
    }

    private static Pixels pixels(byte[] bytes) {
        Intake intake = Intake.of(ByteView.of(bytes));
        if (intake instanceof Intake.Refused refused
                && refused.reason() != Intake.Reason.UNSUPPORTED_TYPE) {
            throw refused("not-readable", refused.zhDetail(), "The picture cannot be taken.");
        }
        if (!(intake instanceof Intake.Accepted accepted)
                || !TAKEN.contains(accepted.picture().kind())) {
            throw new UnsupportedMedia("JPEG、PNG、WebP 图片");
        }
        return pixels(accepted.picture());
    }

    private static Pixels pixels(EvidencePicture picture) {
        Decoding decoding = picture.pixels();
        if (decoding instanceof Decoding.Decoded decoded) {
            return decoded.pixels();
        }
        throw refused(
                "not-readable",
                ((Decoding.Undecodable) decoding).zhReason(),
                "The picture cannot be decoded.");
    }

    private static Invalid refused(String code, String zh, String en) {
        return new Invalid("/picture", code, zh, en);
    }
}
