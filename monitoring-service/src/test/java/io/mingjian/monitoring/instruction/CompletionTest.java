package io.mingjian.monitoring.instruction;

import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.JINGWEI;
import static io.mingjian.monitoring.Desk.OTHER;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.monitoring.Today;
import io.mingjian.monitoring.lead.InstructionCompletion;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agency says that nothing more will come; when everybody has, the instruction closes. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class CompletionTest {
    private static final LocalDate ISSUED = LocalDate.of(2026, 4, 15);
    private static final LocalDate DEADLINE = LocalDate.of(2026, 4, 30);

    /** The working day after the deadline and the holidays. */
    private static final LocalDate FIRST_AFTER = LocalDate.of(2026, 5, 6);

    /** The tenth. */
    private static final LocalDate LAST_OF_GRACE = LocalDate.of(2026, 5, 18);

    private static int serial;

    @Inject InstructionCompletion completion;
    @Inject ReminderSweep sweep;

    private String instruction;
    private String path;

    @BeforeEach
    void twoAgenciesAreAtWork() {
        Today.is(ISSUED);
        instruction = CITY.issues(DEADLINE, "monitor-jingwei", "monitor-other");
        path = "/v1/instructions/" + instruction;
        JINGWEI.acknowledges(instruction);
        OTHER.acknowledges(instruction);
    }

    private static String finding() {
        return "DONE-" + ++serial;
    }

    @Test
    void findingsComeUntilTheAgencySaysThatNothingMoreWill() {
        JINGWEI.submits(instruction, aFinding().numbered(finding()).make());
        JINGWEI.step(path, "completion", Map.of("note", "共巡查 312 家店铺"))
                .statusCode(200)
                .body("commissions[0].state", equalTo("COMPLETED"))
                .body("commissions[0].completionNote", equalTo("共巡查 312 家店铺"));
        JINGWEI.trySubmit(instruction, aFinding().numbered(finding()).make())
                .statusCode(409)
                .body("code", equalTo("agency-completed"));
        OTHER.submits(instruction, aFinding().numbered(finding()).make());
        JINGWEI.step(path, "completion", Map.of()).statusCode(409);
    }

    @Test
    void theCityReopensWithReasons() {
        JINGWEI.step(path, "completion", Map.of()).statusCode(200);
        CITY.step(path, "reopening", Map.of("agency", "monitor-jingwei"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reasons"));
        CITY.step(path, "reopening", Map.of("agency", "monitor-none", "reasons", "遗漏平台"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/agency"));
        CITY.step(path, "reopening", Map.of("agency", "monitor-other", "reasons", "遗漏平台"))
                .statusCode(409);
        CITY.step(path, "reopening", Map.of("agency", "monitor-jingwei", "reasons", "遗漏平台"))
                .statusCode(200)
                .body("commissions[0].state", equalTo("ACKNOWLEDGED"))
                .body("commissions[0].completedAt", nullValue())
                .body("commissions[0].reopeningReasons", equalTo("遗漏平台"));
        JINGWEI.submits(instruction, aFinding().numbered(finding()).make());
    }

    @Test
    void whoeverHasNotReadTheAmendmentIsNotDone() {
        CITY.step(path, "amendments", Map.of("changes", Map.of("scope", "新范围"), "reasons", "补充"))
                .statusCode(200);
        JINGWEI.step(path, "completion", Map.of())
                .statusCode(409)
                .body("code", equalTo("amendment-unacknowledged"));
        JINGWEI.acknowledges(instruction);
        JINGWEI.step(path, "completion", Map.of()).statusCode(200);
    }

    @Test
    void anAmendmentWantsMoreOfWhoeverWasDone() {
        JINGWEI.step(path, "completion", Map.of()).statusCode(200);
        CITY.step(path, "amendments", Map.of("changes", Map.of("scope", "新范围"), "reasons", "补充"))
                .statusCode(200)
                .body("commissions[0].state", equalTo("ACKNOWLEDGED"))
                .body("commissions[0].completedAt", nullValue());
    }

    @Test
    void theInstructionClosesBeforeItsDeadlineWhenAllAreDoneAndAllLeadsAreAtAnEnd() {
        String lead = JINGWEI.submits(instruction, aFinding().numbered(finding()).make());
        JINGWEI.step(path, "completion", Map.of()).statusCode(200);
        assertThat(stateAfterTimer()).as("one is still at work").isEqualTo("ISSUED");
        OTHER.step(path, "completion", Map.of()).statusCode(200);
        assertThat(stateAfterTimer()).as("a lead is open").isEqualTo("ISSUED");
        CITY.tryStep(lead, "qualification", Map.of("verdict", "UNQUALIFIED", "reasons", "无法复现"))
                .statusCode(200);
        assertThat(stateAfterTimer()).isEqualTo("CLOSED");
        CITY.step(path, "reopening", Map.of("agency", "monitor-jingwei", "reasons", "x"))
                .statusCode(409);
    }

    @Test
    void oneThatDeclinedIsNotWaitedFor() {
        String declined = CITY.issues(DEADLINE, "monitor-jingwei", "monitor-other");
        String its = "/v1/instructions/" + declined;
        OTHER.step(its, "decline", Map.of("reasons", "人员不足")).statusCode(200);
        JINGWEI.acknowledges(declined);
        JINGWEI.step(its, "completion", Map.of()).statusCode(200);
        assertThat(stateAfterTimer(its)).isEqualTo("CLOSED");
    }

    @Test
    void oneThatEverybodyDeclinedWaitsForTheCityUntilItsLastDay() {
        String declined = CITY.issues(DEADLINE, "monitor-other");
        String its = "/v1/instructions/" + declined;
        OTHER.step(its, "decline", Map.of("reasons", "人员不足")).statusCode(200);
        assertThat(stateAfterTimer(its)).isEqualTo("ISSUED");
        Today.is(DEADLINE.plusDays(1));
        assertThat(stateAfterTimer(its)).isEqualTo("CLOSED");
    }

    /** Somebody else being done is no reason to hear no more of whoever is late. */
    @Test
    void anAgencyAtWorkIsRemindedAfterTheDeadlineAndItsFindingsAreTakenAndMarked() {
        JINGWEI.step(path, "completion", Map.of()).statusCode(200);
        Today.is(FIRST_AFTER);
        assertThat(stateAfterTimer()).isEqualTo("ISSUED");
        sweep.remind().await().atMost(Duration.ofSeconds(60));
        CITY.get(path + "/reminders")
                .body("items.point", equalTo(List.of("DEADLINE_OVER")))
                .body("items.agency", equalTo(List.of("monitor-other")));
        Today.is(LAST_OF_GRACE);
        assertThat(stateAfterTimer()).isEqualTo("ISSUED");
        String late = OTHER.submits(instruction, aFinding().numbered(finding()).make());
        assertThat(CITY.sees(late).getBoolean("lead.overdue")).isTrue();
        OTHER.step(path, "completion", Map.of()).statusCode(200);
        assertThat(stateAfterTimer()).as("the late lead is open").isEqualTo("ISSUED");
        CITY.tryStep(late, "qualification", Map.of("verdict", "UNQUALIFIED", "reasons", "无法复现"))
                .statusCode(200);
        assertThat(stateAfterTimer()).isEqualTo("CLOSED");
    }

    @Test
    void afterTheGraceNobodyIsWaitedForAndBeforeItTheCityMayClose() {
        String other = CITY.issues(DEADLINE, "monitor-other");
        Today.is(LAST_OF_GRACE);
        assertThat(stateAfterTimer()).isEqualTo("ISSUED");
        CITY.step("/v1/instructions/" + other, "closing", Map.of("reasons", "不再等待"))
                .statusCode(200);
        String open = JINGWEI.submits(instruction, aFinding().numbered(finding()).make());
        Today.is(LAST_OF_GRACE.plusDays(1));
        assertThat(stateAfterTimer()).as("a lead is open").isEqualTo("ISSUED");
        CITY.tryStep(open, "qualification", Map.of("verdict", "UNQUALIFIED", "reasons", "无法复现"))
                .statusCode(200);
        assertThat(stateAfterTimer()).isEqualTo("CLOSED");
    }

    @Test
    void whoeverIsAskedForMoreAfterTheGraceHasAGraceOfItsOwn() {
        String open = JINGWEI.submits(instruction, aFinding().numbered(finding()).make());
        JINGWEI.step(path, "completion", Map.of()).statusCode(200);
        OTHER.step(path, "completion", Map.of()).statusCode(200);
        Today.is(LAST_OF_GRACE.plusDays(1));
        CITY.step(path, "reopening", Map.of("agency", "monitor-jingwei", "reasons", "遗漏平台"))
                .statusCode(200);
        CITY.tryStep(open, "qualification", Map.of("verdict", "UNQUALIFIED", "reasons", "无法复现"))
                .statusCode(200);
        assertThat(stateAfterTimer()).isEqualTo("ISSUED");
        Today.is(LocalDate.of(2026, 6, 2));
        assertThat(stateAfterTimer()).as("the tenth working day").isEqualTo("ISSUED");
        Today.is(LocalDate.of(2026, 6, 3));
        assertThat(stateAfterTimer()).isEqualTo("CLOSED");
    }

    @Test
    void whoeverHasNotAcknowledgedSaysNothing() {
        String fresh = CITY.issues(DEADLINE, "monitor-jingwei");
        JINGWEI.step("/v1/instructions/" + fresh, "completion", Map.of()).statusCode(409);
    }

    @Test
    void aForeignAgencyLearnsNothing() {
        String mine = CITY.issues(DEADLINE, "monitor-jingwei");
        OTHER.step("/v1/instructions/" + mine, "completion", Map.of()).statusCode(404);
    }

    /** Submissions hold the instruction, then the part; amendments the same, in the same order. */
    @Test
    void findingsAndAmendmentsAtOnceDoNotStopEachOther() {
        List<Integer> answers =
                IntStream.range(0, 12).parallel().mapToObj(this::eitherWay).toList();
        assertThat(answers).isSubsetOf(200, 201, 412).contains(201);
    }

    private int eitherWay(int number) {
        return number % 4 == 0
                ? CITY.step(
                                path,
                                "amendments",
                                Map.of("changes", Map.of("scope", "范围 " + number), "reasons", "补充"))
                        .extract()
                        .statusCode()
                : JINGWEI.trySubmit(
                                instruction,
                                aFinding().numbered("RACE-" + instruction + "-" + number).make())
                        .extract()
                        .statusCode();
    }

    private String stateAfterTimer() {
        return stateAfterTimer(path);
    }

    private String stateAfterTimer(String its) {
        completion.closeWhatIsOver().await().atMost(Duration.ofMinutes(2));
        return CITY.get(its).extract().path("state");
    }
}
