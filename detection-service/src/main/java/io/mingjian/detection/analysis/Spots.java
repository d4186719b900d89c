package io.mingjian.detection.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Where two files show the same, each of them within itself.
 *
 * @param second about which second of this film shows it; null if it is none
 * @param otherSecond the same of the other one
 * @param place where in this document the picture stands, in words; null if it is none
 * @param otherPlace the same of the other one
 */
public record Spots(
        @Nullable Double second,
        @Nullable Double otherSecond,
        @Nullable String place,
        @Nullable String otherPlace) {
    /** Two pictures, or two equal files, which are compared as a whole. */
    public static final Spots NONE = new Spots(null, null, null, null);

    /** The same pair, told of the other one. */
    Spots reversed() {
        return new Spots(otherSecond, second, otherPlace, place);
    }

    /** To be said behind how alike they are; empty for two pictures. */
    public String inWords() {
        return about("；本视频约第 ", second)
                + about("；另一视频约第 ", otherSecond)
                + (place == null ? "" : "；本文档中为：" + place)
                + (otherPlace == null ? "" : "；另一文档中为：" + otherPlace);
    }

    /** Where in this one, in one sentence; empty for a picture. */
    String hereInWords() {
        return place == null ? about("本视频中约为第 ", second, "。") : "本文档中为：" + place + "。";
    }

    /**
     * Whether it is in what is shown of this one: the picture, or the first one of a film. Of a
     * document nothing is shown.
     */
    boolean isShown() {
        return place == null && (second == null || second == 0);
    }

    private static String about(String whose, @Nullable Double second) {
        return about(whose, second, "");
    }

    private static String about(String whose, @Nullable Double second, String end) {
        return second == null
                ? ""
                : whose
                        + BigDecimal.valueOf(second)
                                .setScale(2, RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .toPlainString()
                        + " 秒"
                        + end;
    }
}
