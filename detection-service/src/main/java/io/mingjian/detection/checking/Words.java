package io.mingjian.detection.checking;

import io.mingjian.detection.reuse.Fit;
import java.util.Locale;

/** What both reports in words share. */
final class Words {
    private Words() {}

    /** Foreign text must not move the cursor of a terminal. */
    static String clean(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}]+", " ");
    }

    /** On what a match stands. */
    static String match(int distance, double agreement, Fit fit) {
        String by = fit.inliers() == 0 ? "由感知哈希直接叠合" : "同一几何变换对应的特征点 " + fit.inliers() + " 处";
        return String.format(
                Locale.ROOT,
                "感知哈希相差 %d/256 位，%s，一致程度 %.2f，%s，重合部分占本图 %.0f%%、对方 %.0f%%",
                distance,
                by,
                agreement,
                fit.turn().zhName(),
                100 * fit.here().width() * fit.here().height(),
                100 * fit.there().width() * fit.there().height());
    }
}
