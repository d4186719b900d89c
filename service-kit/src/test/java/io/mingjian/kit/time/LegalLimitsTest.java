package io.mingjian.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegalLimitsTest {
    private static final String GOOD =
            """
            - {limit: ACCEPTANCE, amount: 5, unit: WORKING_DAY, basis: "old order", status: ORDER, validFrom: 2020-01-01}
            - {limit: ACCEPTANCE, amount: 7, unit: WORKING_DAY, basis: "Order 121 Art 15", status: ORDER, validFrom: 2026-04-15}
            - {limit: REPLY, amount: 5, unit: NATURAL_DAY, basis: "repealed", status: LAW, validFrom: 2020-01-01, validTo: 2026-04-14}
            """;

    enum Limit implements LimitName {
        ACCEPTANCE,
        REPLY
    }

    private final LegalLimits<Limit> limits = LegalLimits.parse(Limit.class, "test", GOOD);

    @Test
    void theRowInForceOnTheDayCounts() {
        assertThat(limits.at(Limit.ACCEPTANCE, day("2026-04-14")).amount()).isEqualTo(5);
        assertThat(limits.at(Limit.ACCEPTANCE, day("2026-04-15")).amount()).isEqualTo(7);
        assertThat(limits.at(Limit.ACCEPTANCE, day("2026-04-15")))
                .isEqualTo(
                        new LegalLimit(
                                "ACCEPTANCE",
                                7,
                                PeriodUnit.WORKING_DAY,
                                "Order 121 Art 15",
                                LimitStatus.ORDER,
                                day("2026-04-15")));
        assertThat(limits.all()).hasSize(3);
    }

    @Test
    void aDayWithoutARowIsAnErrorAndNotAGuess() {
        assertThatThrownBy(() -> limits.at(Limit.ACCEPTANCE, day("2019-12-31")))
                .isInstanceOf(LimitUnknown.class)
                .hasMessageContaining("ACCEPTANCE");
        assertThat(limits.at(Limit.REPLY, day("2026-04-14")).amount()).isEqualTo(5);
        assertThatThrownBy(() -> limits.at(Limit.REPLY, day("2026-04-15")))
                .isInstanceOf(LimitUnknown.class);
    }

    @Test
    void anUnknownNameStopsTheStart() {
        assertRejected(
                GOOD + row("ACCEPTENCE", "2020-01-01", ""), "ACCEPTENCE is not a known limit");
    }

    @Test
    void aNameWithoutARowStopsTheStart() {
        assertRejected(row("ACCEPTANCE", "2020-01-01", ""), "REPLY has no row");
    }

    @Test
    void aGapStopsTheStart() {
        assertRejected(GOOD + row("REPLY", "2026-04-16", ""), "REPLY has a gap before 2026-04-16");
    }

    @Test
    void anOverlapStopsTheStart() {
        assertRejected(GOOD + row("REPLY", "2026-04-14", ""), "REPLY overlaps on 2026-04-14");
        assertRejected(
                GOOD + row("ACCEPTANCE", "2026-04-15", ""), "ACCEPTANCE overlaps on 2026-04-15");
    }

    @Test
    void aRowThatEndsBeforeItBeginsStopsTheStart() {
        assertRejected(
                GOOD + row("REPLY", "2026-04-15", ", validTo: 2026-04-14"), "REPLY ends too early");
    }

    @Test
    void rowsThatMeetAreTaken() {
        var meeting = LegalLimits.parse(Limit.class, "test", GOOD + row("REPLY", "2026-04-15", ""));

        assertThat(meeting.at(Limit.REPLY, day("2026-04-15")).amount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- {limit: REPLY, amount: 1, unit: WEEK, basis: x, status: LAW, validFrom: 2020-01-01}",
                "- {limit: REPLY, amount: 1, unit: 0, basis: x, status: LAW, validFrom: 2020-01-01}",
                "- {limit: REPLY, amount: 0, unit: NATURAL_DAY, basis: x, status: LAW, validFrom: 2020-01-01}",
                "- {limit: REPLY, amount: 1.5, unit: NATURAL_DAY, basis: x, status: LAW, validFrom: 2020-01-01}",
                "- {limit: REPLY, unit: NATURAL_DAY, basis: x, status: LAW, validFrom: 2020-01-01}",
                "- {limit: REPLY, amount: 1, unit: NATURAL_DAY, basis: '', status: LAW, validFrom: 2020-01-01}",
                "- {limit: REPLY, amount: 1, unit: NATURAL_DAY, basis: x, validFrom: 2020-01-01}",
                "- {limit: REPLY, amount: 1, unit: NATURAL_DAY, basis: x, status: LAW}",
                "- {limit: REPLY, amount: 1, unit: NATURAL_DAY, basis: x, status: LAW, validFrom: 2020-02-30}",
                "- {limit: REPLY, amont: 1, unit: NATURAL_DAY, basis: x, status: LAW, validFrom: 2020-01-01}",
                "limit: REPLY",
                ""
            })
    void aRowThatCannotBeReadStopsTheStart(String yaml) {
        assertThatThrownBy(() -> LegalLimits.parse(Limit.class, "limits/test.yaml", yaml))
                .isInstanceOf(LimitsRejected.class)
                .hasMessageStartingWith("limits/test.yaml: ");
    }

    @Test
    void aFileThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> LegalLimits.load(Limit.class, "limits/nowhere.yaml"))
                .isInstanceOf(LimitsRejected.class)
                .hasMessageContaining("not on the classpath");
    }

    @Test
    void aFileOnTheClasspathIsRead() {
        assertThat(LegalLimits.load(Limit.class, "legal-time/limits.yaml").all()).hasSize(2);
    }

    private static void assertRejected(String yaml, String fault) {
        assertThatThrownBy(() -> LegalLimits.parse(Limit.class, "test", yaml))
                .isInstanceOf(LimitsRejected.class)
                .hasMessageContaining(fault);
    }

    private static String row(String limit, String validFrom, String more) {
        return "- {limit: %s, amount: 1, unit: NATURAL_DAY, basis: x, status: LAW, validFrom: %s%s}\n"
                .formatted(limit, validFrom, more);
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
