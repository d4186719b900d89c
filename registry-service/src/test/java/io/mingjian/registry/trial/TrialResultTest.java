package io.mingjian.registry.trial;

import static io.mingjian.registry.trial.Examples.version;
import static io.mingjian.registry.trial.RuleSet.IN_FORCE;
import static io.mingjian.registry.trial.RuleSet.TRIED;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.registry.criteria.Metric;
import io.mingjian.registry.trial.Decisions.Decided;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Four persons: one listed, one let off, one whose listing was revoked, one never looked at. */
class TrialResultTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 10);
    private static final UUID LISTED = new UUID(0, 1);
    private static final UUID LET_OFF = new UUID(0, 2);
    private static final UUID REVOKED = new UUID(0, 3);
    private static final UUID UNSEEN = new UUID(0, 4);

    private static final Decisions DECISIONS =
            new Decisions(
                    List.of(
                            new Decided(LISTED, MAY.plusDays(40), Verdict.LISTED),
                            new Decided(LET_OFF, MAY.plusDays(30), Verdict.NOT_LISTED),
                            new Decided(REVOKED, MAY.plusDays(50), Verdict.REVOKED)));

    private static final List<Proposed> PROPOSED =
            List.of(
                    new Proposed(LISTED, IN_FORCE, MAY, "FREQ_12M+SAME_OP_90D", 0),
                    new Proposed(LET_OFF, IN_FORCE, MAY, "FREQ_12M+SAME_OP_90D", 3),
                    new Proposed(REVOKED, IN_FORCE, MAY.plusMonths(1), "CONDUCT_CONFIRMED", 0),
                    new Proposed(LISTED, TRIED, MAY, "FREQ_12M+SAME_OP_90D", 0),
                    new Proposed(UNSEEN, TRIED, MAY.plusMonths(1), "CONDUCT_CONFIRMED", 1));

    private final TrialResult result = TrialResult.of(TrialKind.BACK_TEST, PROPOSED, DECISIONS);

    @Test
    void comparesWhatEachRuleSetProposed() {
        assertThat(result.both()).isEqualTo(1);
        assertThat(result.onlyTried()).isEqualTo(1);
        assertThat(result.onlyInForce()).isEqualTo(2);
        assertThat(result.inForce().byMonth())
                .isEqualTo(Map.of(YearMonth.of(2026, 5), 2L, YearMonth.of(2026, 6), 1L));
        assertThat(result.tried().byCriteria())
                .isEqualTo(Map.of("CONDUCT_CONFIRMED", 1L, "FREQ_12M+SAME_OP_90D", 1L));
        assertThat(result.inForce().withUpheld()).isEqualTo(1);
    }

    @Test
    void countsARevokedListingAndALetOffPersonAsFalse() {
        assertThat(result.inForce().precision().right()).isEqualTo(1);
        assertThat(result.inForce().precision().wrong()).isEqualTo(2);
        assertThat(result.tried().precision().wrong()).isZero();
        assertThat(result.tried().of(Verdict.NONE)).isEqualTo(1);
    }

    @Test
    void aDecisionBeforeTheProposalSaysNothingAboutIt() {
        var late = List.of(new Proposed(LISTED, TRIED, MAY.plusDays(41), "X", 0));
        TrialResult found = TrialResult.of(TrialKind.BACK_TEST, late, DECISIONS);
        assertThat(found.tried().of(Verdict.BEFORE)).isEqualTo(1);
        assertThat(found.tried().precision().isKnown()).isFalse();
        assertThat(found.listedFound()).isZero();
        assertThat(found.listed()).isEqualTo(1);
    }

    @Test
    void onTheDayOfTheDecisionItStillCounts() {
        var sameDay = List.of(new Proposed(LISTED, TRIED, MAY.plusDays(40), "X", 0));
        TrialResult found = TrialResult.of(TrialKind.BACK_TEST, sameDay, DECISIONS);
        assertThat(found.tried().of(Verdict.LISTED)).isEqualTo(1);
        assertThat(found.listedFound()).isEqualTo(1);
    }

    @Test
    void aShadowRunKnowsNothingOfDecisions() {
        TrialResult shadow = TrialResult.of(TrialKind.SHADOW, PROPOSED, DECISIONS);
        assertThat(shadow.inForce().byVerdict()).isEmpty();
        assertThat(shadow.listed()).isZero();
        assertThat(shadow.inForce().proposed()).isEqualTo(3);
    }

    @Test
    void isToldInWordsThatALawyerReads() {
        Trial trial =
                new Trial(
                        new UUID(5, 5),
                        TrialKind.BACK_TEST,
                        "FREQ_12M",
                        2,
                        MAY,
                        MAY.plusYears(1),
                        "city.reviewer",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        UNSEEN,
                        1_000,
                        1_000,
                        2_345,
                        result);
        String report =
                TrialReport.of(
                        trial,
                        version("FREQ_12M", 2, Metric.SUBMISSIONS_OF_FILER, 365, 12, 36),
                        List.of(version("FREQ_12M", 1, Metric.SUBMISSIONS_OF_FILER, 365, 10, 30)),
                        result);
        assertThat(report)
                .contains("# 判定标准回溯检验报告：FREQ_12M")
                .contains("期间内有投诉举报的1,000人、2,345件")
                .contains("第2版：365日内达到关注线12、复核线36")
                .contains("第1版：365日内达到关注线10、复核线30")
                .contains("| 提请复核的人数 | 3 | 2 |")
                .contains("| 精确率（列入 ÷ 已有决定） | 33.3%（6.1%至79.2%） | 100.0%（20.7%至100.0%） |")
                .contains("| 误提（不予列入或列入后撤销） | 2 | 0 |")
                .contains("| 2026-05 | 2 | 1 |")
                .contains("检验不提请任何人");
    }
}
