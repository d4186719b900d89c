package io.mingjian.kit.time;

import java.time.LocalDate;
import java.util.List;

/**
 * The answer to "when is it due?" for a plain term.
 *
 * @param term the term in short form, {@code 7WD} or {@code 60ND}
 * @param provisional true when a notice that is not published yet may still move {@code dueOn}
 * @param basis where the arithmetic is written
 * @param explanation how the date was counted, zh-CN
 * @param explanationEn the same in English
 */
public record DueAnswer(
        LocalDate start,
        String term,
        List<Pause> pauses,
        LocalDate dueOn,
        boolean provisional,
        String basis,
        String explanation,
        String explanationEn) {

    /** What a terminal shows: the date first, then zh-CN, then English. */
    public String text() {
        return """
               %s%s
               %s
               依据：%s
               %s
               """
                .formatted(
                        dueOn,
                        provisional ? "（暂定 provisional）" : "",
                        explanation,
                        basis,
                        explanationEn);
    }
}
