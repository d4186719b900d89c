package io.mingjian.detection.evaluation;

import io.mingjian.detection.evaluation.Rates.Share;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is reported; its fields are the fields of {@code table.json}, which {@code
 * docs/evaluation.md} promises.
 *
 * @param pictures read, by label
 * @param unread files, or steps of files, that could not be read
 * @param failedTools why a foreign program was asked no more, by name
 */
record Result(
        String format,
        long seed,
        List<String> steps,
        Map<String, Integer> pictures,
        List<String> unread,
        Map<String, String> failedTools,
        List<Line> lines,
        List<Line> twins,
        List<FalseAlarms> falseAlarms,
        List<Threshold> thresholds,
        List<Gate> gates,
        List<Cost> costs) {
    static final String FORMAT = "mingjian-evaluation/1";

    /**
     * One line of the table.
     *
     * @param split how what was learned and what was judged are kept apart
     * @param generator "all", a generator, or a gallery
     * @param label {@code ai} or {@code edited}: what is told from camera pictures here
     * @param generated pictures of that label
     * @param real camera pictures that they are told from
     * @param aucLow 2.5 % point by bootstrap, on lines over all generators only
     */
    record Line(
            String score,
            String split,
            String generator,
            String label,
            String step,
            int generated,
            int real,
            @Nullable Double auc,
            @Nullable Double aucLow,
            @Nullable Double aucHigh,
            Share tprAtFpr1,
            Share tprAtFpr5) {}

    /**
     * How often a camera picture is above a border.
     *
     * @param damage as the manifest tells it
     * @param learnedFrom the score learned from this source, so that the line flatters
     * @param shipped above the border that ships; pictures of the split {@code train} are left out,
     *     because the border comes from them; null when none ships
     * @param others above the border that the other sources would give at 1 %; null when they are
     *     too few
     */
    record FalseAlarms(
            String score,
            String source,
            String damage,
            boolean learnedFrom,
            String step,
            int pictures,
            @Nullable Share shipped,
            @Nullable Share others) {}

    /**
     * The border that one of a hundred camera pictures of a channel exceeds.
     *
     * @param pictures from which it comes
     * @param value null when they are fewer than 99
     */
    record Threshold(
            String score, String step, String channel, int pictures, @Nullable Double value) {}

    /** A condition for entering the indication. */
    record Gate(String score, String gate, boolean passed, String why) {}

    /**
     * @param cpuMilliseconds mean a picture, on one core
     * @param peakMebibytes of the foreign program; of this process on the line "all"; 0 when not
     *     told
     * @param modelBytes size of what it has learned, as a file; 0 when it has none or does not tell
     */
    record Cost(
            String name,
            long pictures,
            double cpuMilliseconds,
            long peakMebibytes,
            long modelBytes) {}
}
