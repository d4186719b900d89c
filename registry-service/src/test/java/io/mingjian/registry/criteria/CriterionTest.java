package io.mingjian.registry.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.registry.criteria.Criterion.Level;
import io.mingjian.registry.criteria.Criterion.Metric;
import io.mingjian.registry.criteria.Criterion.Status;
import io.mingjian.registry.criteria.CriterionViews.CriterionProposal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CriterionTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    private final Criterion criterion = frequency(10, 30);

    @Test
    void belowBothLinesNothingIsSaid() {
        assertThat(criterion.evaluate(9, TUESDAY)).isEmpty();
    }

    @Test
    void fromTheFirstLineItAsksToWatchFromTheSecondToReview() {
        assertThat(criterion.evaluate(10, TUESDAY).orElseThrow().level()).isEqualTo(Level.WATCH);
        assertThat(criterion.evaluate(29, TUESDAY).orElseThrow().level()).isEqualTo(Level.WATCH);
        assertThat(criterion.evaluate(30, TUESDAY).orElseThrow().level()).isEqualTo(Level.REVIEW);
    }

    @Test
    void theWindowHolds365DaysWithTheDayItself() {
        assertThat(criterion.windowStart(TUESDAY)).isEqualTo("2025-11-25");
    }

    @Test
    void aFindingExplainsItselfWithTheValuesItSaw() {
        var finding = criterion.evaluate(31, TUESDAY).orElseThrow();
        assertThat(finding.inputs())
                .isEqualTo(
                        new Criterion.Inputs(31, 365, LocalDate.of(2025, 11, 25), TUESDAY, 10, 30));
        assertThat(finding.explanation())
                .contains(
                        "2025-11-25", "2026-11-24", "31次", "FREQ_12M第1版", "复核线（30次）", "本身不说明", "暂定")
                .doesNotContain("欺诈")
                .doesNotContain("造假");
    }

    @Nested
    class WhenActivated {
        private final CriterionRow draft = CriterionRow.draft(criterion);

        @Test
        void takesAnotherPerson() {
            assertThatThrownBy(() -> draft.activate(person("a"), NOW, TUESDAY))
                    .isInstanceOf(Forbidden.class);
            draft.activate(person("b"), NOW, TUESDAY);
            assertThat(draft.value().isActive()).isTrue();
            assertThat(draft.value().activatedBy()).isEqualTo("b");
        }

        @Test
        void happensOnce() {
            draft.activate(person("b"), NOW, TUESDAY);
            assertThatThrownBy(() -> draft.activate(person("c"), NOW, TUESDAY))
                    .isInstanceOf(Conflict.class);
        }

        @Test
        void neverWorksBackwards() {
            assertThatThrownBy(() -> draft.activate(person("b"), NOW, TUESDAY.plusDays(1)))
                    .isInstanceOf(Conflict.class);
        }
    }

    @Nested
    class WhenProposed {
        @Test
        void everyFaultIsNamed() {
            assertThatThrownBy(
                            () ->
                                    new CriterionProposal(0, 5, 3, " ", TUESDAY.minusDays(1))
                                            .read("FREQ_12M", 2, "a", NOW))
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            invalid ->
                                    assertThat(invalid.errors())
                                            .extracting("pointer")
                                            .containsExactlyInAnyOrder(
                                                    "/windowDays",
                                                    "/review",
                                                    "/basis",
                                                    "/validFrom"));
        }

        @Test
        void itIsAnAssumptionAndADraft() {
            Criterion read =
                    new CriterionProposal(365, 2, 3, "联席会议纪要", TUESDAY)
                            .read("FREQ_12M", 2, "a", NOW);
            assertThat(read.status()).isEqualTo(Status.ASSUMPTION);
            assertThat(read.isActive()).isFalse();
        }
    }

    private static Caller person(String subject) {
        return new Caller(
                subject,
                subject,
                "samr-shanghai",
                OrganisationKind.MUNICIPAL_BUREAU,
                "310000",
                null,
                Set.of(Role.HEAD));
    }

    private static Criterion frequency(int watch, int review) {
        return new Criterion(
                "FREQ_12M",
                1,
                Metric.SUBMISSIONS_OF_FILER,
                365,
                watch,
                review,
                "第十七条第二项",
                Status.ASSUMPTION,
                TUESDAY,
                "a",
                NOW,
                null,
                null);
    }
}
