package io.mingjian.detection.analysis;

import io.mingjian.detection.finding.NotApplicable;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidenceDocument;
import io.mingjian.detection.media.EvidenceFilm.Frames;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.reuse.ReusePrint;
import java.util.List;
import java.util.Optional;

/**
 * By what a file of whatever kind is found again, and what of it cannot be: the same for evidence
 * and for files that are compared without a service.
 *
 * @param shown one of a picture, up to eight of a film or a document, in its order
 * @param gap what cannot be looked for; empty when all can
 */
public record FilePrints(List<Shown> shown, Optional<Gap> gap) {
    private static final String TOO_PLAIN = "TOO_PLAIN";

    public FilePrints {
        shown = List.copyOf(shown);
    }

    /**
     * Why a file, or some of the pictures in it, cannot be looked for by what is seen.
     *
     * @param code stable upper-snake reason
     * @param zhReason one sentence
     * @param inPart whether other pictures of the file can be
     * @param byDesign whether all that was left out was seen: a logo, a plain field, one of many
     */
    public record Gap(String code, String zhReason, boolean inPart, boolean byDesign) {}

    /** Of a file without a service; what would not be taken as evidence has none. */
    public static FilePrints of(ByteView file) {
        Intake intake = Intake.of(file);
        if (intake instanceof Intake.Accepted accepted) {
            return of(accepted.picture().pixels());
        }
        if (intake instanceof Intake.Film film) {
            return of(film.film().frames());
        }
        if (intake instanceof Intake.Document document) {
            return of(document.document());
        }
        return none("NOT_A_PICTURE", "不是可以比对的图片、视频或文档，或超出处理限额。");
    }

    static FilePrints of(Decoding picture) {
        if (picture instanceof Decoding.Undecodable undecodable) {
            return none(undecodable.code(), undecodable.zhReason());
        }
        return ReusePrint.of(((Decoding.Decoded) picture).pixels())
                .map(print -> new FilePrints(List.of(Shown.picture(print)), Optional.empty()))
                .orElseGet(() -> none(TOO_PLAIN, "画面过小或过于单一，无法与其他图片区分。"));
    }

    static FilePrints of(Frames film) {
        if (film instanceof Frames.Unread unread) {
            return none(unread.code(), unread.zhReason());
        }
        List<Shown> shown = FilmPrints.of((Frames.Shown) film);
        return shown.isEmpty()
                ? none(TOO_PLAIN, "取出的各帧画面过于单一，无法与其他画面区分。")
                : new FilePrints(shown, Optional.empty());
    }

    private static FilePrints of(EvidenceDocument document) {
        DocumentPrints taken = new DocumentPrints();
        document.members().forEach(taken::take);
        return taken.all();
    }

    private static FilePrints none(String code, String zhReason) {
        return new FilePrints(List.of(), Optional.of(new Gap(code, zhReason, false, false)));
    }

    /** The gap as a report about the file tells it. */
    Optional<NotApplicable> note() {
        return gap.map(
                each ->
                        each.inPart()
                                ? Searched.notAll(each.zhReason())
                                : Searched.not(each.zhReason()));
    }
}
