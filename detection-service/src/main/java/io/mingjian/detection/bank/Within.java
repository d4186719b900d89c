package io.mingjian.detection.bank;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which picture of a film or a document is meant.
 *
 * @param second about where in the film; null for a document
 * @param place where in the document, in words; null for a film
 */
public record Within(@Nullable Double second, @Nullable String place) {
    /** Empty for a piece as a whole, which has neither. */
    public static Optional<Within> of(@Nullable Double second, @Nullable String place) {
        return second == null && place == null
                ? Optional.empty()
                : Optional.of(new Within(second, place));
    }

    /** To be said behind what is seen there. */
    public String inWords() {
        return second == null
                ? "文档中的" + place
                : "视频约第 "
                        + BigDecimal.valueOf(second)
                                .setScale(1, RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .toPlainString()
                        + " 秒处";
    }
}
