package io.mingjian.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueCommandTest {
    @Test
    void answersInBothLanguages() {
        DueAnswer answer =
                DueCommand.answer("2026-04-15", "7wd", List.of("2026-04-17..2026-04-22"));

        assertThat(answer.text())
                .isEqualTo(
                        """
                        2026-04-29
                        自2026-04-15（星期三）次日起算7个工作日（起算当日不计）；暂停的5日不计入；届满日为2026-04-29（星期三）。
                        依据：国家市场监督管理总局令第121号第四十五条 (Order 121 Art 45)
                        7 working days after 2026-04-15 (Wednesday) (the day of start does not count); 5 paused days do not count; due on 2026-04-29 (Wednesday).
                        """);
        assertThat(answer.term()).isEqualTo("7WD");
    }

    @Test
    void saysThatADateIsProvisionalOnTheFirstLine() {
        DueAnswer answer = DueCommand.answer("2027-03-01", "1WD", List.of());

        assertThat(answer.text()).startsWith("2027-03-02（暂定 provisional）\n");
        assertThat(answer.explanationEn())
                .contains("1 working day after", "the holiday notice of 2027 is not published yet");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-4-15,  7WD,    '',                        start, 2026-04-15",
        "2026-02-30, 7WD,    '',                        start, 2026-04-15",
        "1926-04-15, 7WD,    '',                        start, 2000 至 2099",
        "yesterday,  7WD,    '',                        start, yesterday",
        "2026-04-15, 7,      '',                        term,  7WD",
        "2026-04-15, 0WD,    '',                        term,  60ND",
        "2026-04-15, 3651ND, '',                        term,  3650",
        "2026-04-15, -7WD,   '',                        term,  7WD",
        "2026-04-15, 7WD,    2026-04-16,                pause, 2026-05-01..2026-05-11",
        "2026-04-15, 7WD,    2026-04-16..soon,          pause, soon",
        "2026-04-15, 7WD,    2026-04-17..2026-04-16,    pause, 不得早于开始日期",
        "2026-04-15, 7WD,    2026-04-14..2026-04-16,    pause, 不得早于起算日"
    })
    void badInputIsAnsweredWithTheExpectedForm(
            String start, String term, String pause, String field, String expected) {
        List<String> pauses = pause.isEmpty() ? List.of() : List.of(pause);

        var rejected =
                catchThrowableOfType(
                        DueInputRejected.class, () -> DueCommand.answer(start, term, pauses));

        assertThat(rejected).as("refused").isNotNull();
        assertThat(rejected.field()).isEqualTo(field);
        assertThat(rejected.zhDetail()).contains(expected);
        assertThat(rejected.enDetail()).isNotBlank();
    }

    @Test
    void aPauseAfterTheEndIsNotCountedInTheWordsEither() {
        DueAnswer answer =
                DueCommand.answer("2026-04-15", "7WD", List.of("2026-04-24..2026-05-30"));

        assertThat(answer.explanation()).doesNotContain("暂停");
        assertThat(answer.explanationEn()).doesNotContain("paused");
    }

    @Test
    void overlappingPausesAreRefused() {
        var rejected =
                catchThrowableOfType(
                        DueInputRejected.class,
                        () ->
                                DueCommand.answer(
                                        "2026-04-15",
                                        "60ND",
                                        List.of(
                                                "2026-05-01..2026-05-10",
                                                "2026-05-09..2026-05-12")));

        assertThat(rejected.field()).isEqualTo("pause");
        assertThat(rejected.zhDetail()).contains("不得相互重叠");
    }
}
