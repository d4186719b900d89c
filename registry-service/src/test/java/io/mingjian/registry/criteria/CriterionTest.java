package io.mingjian.registry.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.registry.criteria.Criterion.Status;
import io.mingjian.registry.ledger.MarkKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CriterionTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    private final Criterion criterion = frequency(10, 30);

    @Test
    void theWindowHolds365DaysWithTheDayItself() {
        assertThat(criterion.windowStart(TUESDAY)).isEqualTo("2025-11-25");
    }

    @Test
    void aFindingExplainsItselfWithTheValuesItSaw() {
        List<UUID> evidence =
                IntStream.rangeClosed(1, 131).mapToObj(no -> new UUID(1, no)).toList();
        var finding = criterion.judge(Observation.count(evidence), TUESDAY).orElseThrow();
        assertThat(finding.inputs())
                .isEqualTo(
                        new Finding.Inputs(
                                BigDecimal.valueOf(131),
                                131,
                                365,
                                LocalDate.of(2025, 11, 25),
                                TUESDAY,
                                BigDecimal.TEN,
                                BigDecimal.valueOf(30),
                                false,
                                evidence.subList(31, 131)));
        assertThat(finding.explanation())
                .contains(
                        "2025-11-25",
                        "2026-11-24",
                        "131次",
                        "FREQ_12M第1版",
                        "复核线（30次）",
                        "本身不说明",
                        "暂定")
                .doesNotContain("欺诈")
                .doesNotContain("造假");
    }

    @Test
    void isInUseFromItsFirstToItsLastDay() {
        assertThat(criterion.isValidOn(TUESDAY.minusDays(1))).isFalse();
        assertThat(criterion.isValidOn(TUESDAY)).isTrue();
        assertThat(criterion.isValidOn(TUESDAY.plusYears(9))).isTrue();
        CriterionRow row = CriterionRow.draft(criterion);
        row.endBefore(TUESDAY.plusDays(2));
        assertThat(row.value().isValidOn(TUESDAY.plusDays(1))).isTrue();
        assertThat(row.value().isValidOn(TUESDAY.plusDays(2))).isFalse();
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
            assertFaults(
                    criterion,
                    proposal(0, "5", "3", 0, true, " ", "RUMOUR", TUESDAY.minusDays(1), null),
                    "/windowDays",
                    "/review",
                    "/minimumSample",
                    "/alone",
                    "/basis",
                    "/status",
                    "/validFrom");
            assertFaults(
                    criterion,
                    proposal(1, "-1", null, 1, false, "x", null, TUESDAY, TUESDAY.minusDays(1)),
                    "/watch",
                    "/review",
                    "/validUntil");
            assertFaults(
                    criterion,
                    proposal(1, "1e-99", "1e99", 1, false, "x", null, TUESDAY, null),
                    "/watch",
                    "/review");
        }

        @Test
        void aDefinitionHasNoLines() {
            assertFaults(
                    Examples.defined(MarkKind.PLANTING),
                    proposal(365, "1", "2", 1, false, "x", null, TUESDAY, null),
                    "/watch",
                    "/review");
        }

        @Test
        void itIsAnAssumptionAndADraftAndKeepsTheSafeguardsOfTheVersionBefore() {
            Criterion before =
                    Examples.strictly(
                            Examples.overAtLeast(
                                    5, Examples.criterion(Metric.REFUSED_GROUND_3, "2", "4")));
            Criterion read =
                    proposal(365, null, "3", null, null, "联席会议纪要", null, TUESDAY, null)
                            .read(before, "a", NOW);
            assertThat(read.status()).isEqualTo(Status.ASSUMPTION);
            assertThat(read.isActive()).isFalse();
            assertThat(read.version()).isEqualTo(2);
            assertThat(read.watch()).isNull();
            assertThat(read.minimumSample()).isEqualTo(5);
            assertThat(read.strictly()).isTrue();
            assertThat(read.alone()).isTrue();
            assertThat(read.metric()).isEqualTo(Metric.REFUSED_GROUND_3);
        }

        private void assertFaults(
                Criterion before, CriterionProposal proposal, String... pointers) {
            assertThatThrownBy(() -> proposal.read(before, "a", NOW))
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            invalid ->
                                    assertThat(invalid.errors())
                                            .extracting("pointer")
                                            .containsExactlyInAnyOrder((Object[]) pointers));
        }
    }

    private static CriterionProposal proposal(
            Integer days,
            String watch,
            String review,
            Integer sample,
            Boolean alone,
            String basis,
            String status,
            LocalDate from,
            LocalDate until) {
        return new CriterionProposal(
                days,
                watch == null ? null : new BigDecimal(watch),
                review == null ? null : new BigDecimal(review),
                null,
                sample,
                alone,
                basis,
                status,
                from,
                until,
                null);
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
                BigDecimal.valueOf(watch),
                BigDecimal.valueOf(review),
                false,
                1,
                false,
                "第十七条第二项",
                Status.ASSUMPTION,
                TUESDAY,
                null,
                false,
                "a",
                NOW,
                null,
                null);
    }
}
