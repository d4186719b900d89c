package io.mingjian.detection.analysis;

import io.mingjian.detection.analysis.FilePrints.Gap;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Member;
import io.mingjian.detection.reuse.ReusePrint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The prints of a document: of those of its pictures that look different, the largest first where
 * there are many. Takes the pictures one by one, so that none has to stay in memory.
 */
final class DocumentPrints {
    /** As many as of a film. */
    static final int MOST = 8;

    /**
     * Smaller ones are mostly logos, seals and icons, which stand in every letter of a house and
     * would make all of them one picture.
     */
    static final int SMALLEST_SIDE = 240;

    private static final int LONGEST_PLACE = 200;

    private final List<Candidate> candidates = new ArrayList<>();
    private int members;
    private int small;
    private int plain;
    private int unread;

    /** A picture that can be told from others. */
    private record Candidate(int order, long pixels, Shown shown) {}

    /** The next member, in the order of the document. */
    void take(Member member) {
        members++;
        if (!(member.content() instanceof Member.Content.Picture content)) {
            unread++;
            return;
        }
        EvidencePicture picture = content.picture();
        if (Math.min(picture.width(), picture.height()) < SMALLEST_SIDE) {
            small++;
        } else if (picture.pixels() instanceof Decoding.Decoded decoded) {
            ReusePrint.of(decoded.pixels())
                    .ifPresentOrElse(print -> add(member, picture, print), () -> plain++);
        } else {
            unread++;
        }
    }

    private void add(Member member, EvidencePicture picture, ReusePrint print) {
        candidates.add(
                new Candidate(
                        members,
                        (long) picture.width() * picture.height(),
                        Shown.ofDocument(place(member), print)));
    }

    /** Names of members are the file's own; what a table cannot hold, or nobody reads, is left. */
    private static String place(Member member) {
        String place = member.zhPlace().replaceAll("\\p{Cntrl}", "?");
        return place.length() <= LONGEST_PLACE ? place : place.substring(0, LONGEST_PLACE) + "…";
    }

    /** Of what was taken so far, in the order of the document. */
    FilePrints all() {
        List<Candidate> different = different();
        return new FilePrints(
                different.stream()
                        .limit(MOST)
                        .sorted(Comparator.comparingInt(Candidate::order))
                        .map(Candidate::shown)
                        .toList(),
                gap(Math.max(0, different.size() - MOST)));
    }

    /** The largest first. */
    private List<Candidate> different() {
        List<Candidate> different = new ArrayList<>();
        candidates.stream()
                .sorted(Comparator.comparingLong(Candidate::pixels).reversed())
                .filter(each -> different.stream().noneMatch(other -> isLike(each, other)))
                .forEach(different::add);
        return different;
    }

    private static boolean isLike(Candidate one, Candidate other) {
        return one.shown().print().looksLike(other.shown().print());
    }

    private Optional<Gap> gap(int beyond) {
        if (members == 0) {
            return Optional.of(new Gap(Searched.NOT.code(), "文档中没有可读取的嵌入图片。", false, false));
        }
        if (small + plain + unread + beyond == 0) {
            return Optional.empty();
        }
        Searched searched = candidates.isEmpty() ? Searched.NOT : Searched.IN_PART;
        return Optional.of(
                new Gap(
                        searched.code(),
                        "文档中的嵌入图片" + reasons(beyond) + "。",
                        searched == Searched.IN_PART,
                        unread == 0));
    }

    private String reasons(int beyond) {
        List<String> reasons = new ArrayList<>();
        if (small > 0) {
            reasons.add("有 " + small + " 幅短边不足 " + SMALLEST_SIDE + " 像素，多为标志、印章、图标");
        }
        if (plain > 0) {
            reasons.add("有 " + plain + " 幅画面过于单一，无法与其他图片区分");
        }
        if (unread > 0) {
            reasons.add("有 " + unread + " 处未能读取或解码");
        }
        if (beyond > 0) {
            reasons.add("另有 " + beyond + " 幅超出查重的幅数（面积最大的 " + MOST + " 幅）");
        }
        return String.join("；", reasons);
    }
}
