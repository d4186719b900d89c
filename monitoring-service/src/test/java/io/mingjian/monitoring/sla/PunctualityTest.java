package io.mingjian.monitoring.sla;

import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.HUANGPU;
import static io.mingjian.monitoring.Desk.MERCHANT;
import static io.mingjian.monitoring.Desk.PLATFORM;
import static io.mingjian.monitoring.Desk.POLICE;
import static io.mingjian.monitoring.Desk.PUDONG;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.mingjian.contracts.Role;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.monitoring.Desk;
import io.mingjian.monitoring.Today;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class PunctualityTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 4, 20);
    private static final LocalDate DEADLINE = LocalDate.of(2026, 5, 29);
    private static final String PERIOD = "/v1/punctuality?from=2026-04-20&to=2026-05-29";
    private static int serial;

    private Desk agency;

    @BeforeEach
    void anAgencyOfItsOwn() {
        Today.is(MONDAY);
        agency = new Desk(TestCaller.monitor("punctual-" + ++serial, Role.HANDLER));
    }

    private String instructed() {
        return CITY.issues(DEADLINE, agency.who().organisation());
    }

    private static Map<String, Object> line(JsonPath seen, String task, String holder) {
        return seen.getMap(
                "tasks.find { it.task == '%s' && it.holder == '%s' }".formatted(task, holder));
    }

    private static JsonPath seen(Desk reader, String query) {
        return reader.get(PERIOD + query).statusCode(200).extract().jsonPath();
    }

    @Test
    void theAnswerToAnInstructionIsInTimeOnTheNextWorkingDay() {
        String inTime = instructed();
        String late = instructed();
        instructed();
        Today.is(MONDAY.plusDays(1));
        agency.acknowledges(inTime);
        instructed();
        Today.is(MONDAY.plusDays(2));
        agency.acknowledges(late);
        assertThat(line(seen(agency, ""), "ACKNOWLEDGEMENT", agency.who().organisation()))
                .containsEntry("doneInTime", 1)
                .containsEntry("doneLate", 1)
                .containsEntry("open", 1)
                .containsEntry("openLate", 1)
                .containsEntry("punctuality", 0.3333f);
        assertThat(
                        line(
                                seen(CITY, "&holder=" + agency.who().organisation()),
                                "ACKNOWLEDGEMENT",
                                agency.who().organisation()))
                .containsEntry("doneInTime", 1)
                .containsEntry("openLate", 1);
    }

    /** Whoever is late stays late: the city's next word does not undo it. */
    @Test
    void anAmendmentWhileTheAnswerIsLateBeginsANewTimeAndKeepsTheLateOne() {
        String late = instructed();
        Today.is(MONDAY.plusDays(3));
        amends(late);
        assertThat(answers())
                .containsEntry("doneInTime", 0)
                .containsEntry("doneLate", 1)
                .containsEntry("open", 1)
                .containsEntry("openLate", 0);
        agency.acknowledges(late);
        assertThat(answers()).containsEntry("doneInTime", 1).containsEntry("doneLate", 1);
    }

    @Test
    void anAmendmentBeforeTheAnswerIsDueCountsTheNewTimeAlone() {
        String instruction = instructed();
        Today.is(MONDAY.plusDays(1));
        amends(instruction);
        assertThat(answers())
                .containsEntry("doneInTime", 0)
                .containsEntry("doneLate", 0)
                .containsEntry("open", 1);
    }

    @Test
    void aLateAnswerCountsAlsoWhenItIsWithdrawnOrTheInstructionIsClosed() {
        String withdrawn = instructed();
        String closed = instructed();
        Today.is(MONDAY.plusDays(4));
        withdraws(withdrawn);
        CITY.step("/v1/instructions/" + closed, "closing", Map.of("reasons", "任务取消"))
                .statusCode(200);
        withdraws(instructed());
        assertThat(answers())
                .as("what was withdrawn on its first day counts for nobody")
                .containsEntry("doneInTime", 0)
                .containsEntry("doneLate", 2)
                .containsEntry("open", 0)
                .containsEntry("openLate", 0);
    }

    private Map<String, Object> answers() {
        return line(seen(agency, ""), "ACKNOWLEDGEMENT", agency.who().organisation());
    }

    private static void amends(String instruction) {
        amends(instruction, Map.of("scope", "改为监测直播间"));
    }

    private void withdraws(String instruction) {
        amends(instruction, Map.of("withdrawAgencies", List.of(agency.who().organisation())));
    }

    private static void amends(String instruction, Map<String, Object> changes) {
        CITY.step(
                        "/v1/instructions/" + instruction,
                        "amendments",
                        Map.of("changes", changes, "reasons", "范围有误"))
                .statusCode(200);
    }

    @Test
    void everyPartysTimeIsItsOwn() {
        String instruction = instructed();
        agency.acknowledges(instruction);
        String quick = agency.submits(instruction, aFinding().numbered("P-" + ++serial).make());
        String slow = agency.submits(instruction, aFinding().numbered("P-" + ++serial).make());
        for (String lead : List.of(quick, slow)) {
            CITY.qualifies(lead);
            CITY.assigns(lead, "310101");
        }
        HUANGPU.receives(quick);
        Today.is(MONDAY.plusDays(3));
        HUANGPU.receives(slow);
        String supplement =
                agency.submits(instruction, aFinding().numbered("P-" + ++serial).make());
        CITY.tryStep(
                        supplement,
                        "qualification",
                        Map.of("verdict", "RETURNED_FOR_SUPPLEMENT", "reasons", "补充截图"))
                .statusCode(200);
        Today.is(MONDAY.plusDays(18));
        String only = "&instructionId=" + instruction;
        JsonPath city = seen(CITY, only);
        assertThat(line(city, "RECEIPT", "samr-huangpu"))
                .as("two working days from Monday")
                .containsEntry("doneInTime", 1)
                .containsEntry("doneLate", 1)
                .containsEntry("punctuality", 0.5f);
        assertThat(line(city, "QUALITY_REVIEW", "samr-shanghai")).containsEntry("doneInTime", 3);
        assertThat(line(city, "VERIFICATION", "samr-huangpu")).containsEntry("open", 2);
        assertThat(line(city, "SUPPLEMENT", agency.who().organisation()))
                .containsEntry("openLate", 1);

        assertThat(seen(HUANGPU, only).<String>getList("tasks.holder"))
                .containsOnly("samr-huangpu");
        assertThat(seen(agency, only).<String>getList("tasks.holder"))
                .containsOnly(agency.who().organisation());
        assertThat(seen(PUDONG, only).getList("tasks")).isEmpty();
        assertThat(seen(agency, only + "&holder=samr-huangpu").getList("tasks")).isEmpty();
        assertThat(seen(CITY, only + "&task=RECEIPT").<String>getList("tasks.task"))
                .containsOnly("RECEIPT");
    }

    @Test
    void aTaskThatBeganOutsideThePeriodIsNotCounted() {
        String instruction = instructed();
        agency.acknowledges(instruction);
        CITY.get("/v1/punctuality?from=2026-04-21&to=2026-05-29&instructionId=" + instruction)
                .body("tasks", empty());
    }

    @Test
    void whatCannotBeAskedIsToldByItsName() {
        CITY.get("/v1/punctuality?from=2026-04-20").statusCode(400);
        CITY.get(PERIOD + "&task=SLEEP")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/task"));
        agency.get(PERIOD + "&campaignId=01935a6e-0000-7000-8000-000000000001")
                .statusCode(400)
                .body("errors[0].code", equalTo("not-for-this-caller"));
        for (Desk outsider : List.of(PLATFORM, POLICE, MERCHANT)) {
            outsider.get(PERIOD).statusCode(403);
        }
    }

    @Test
    void theTableOfTasksSaysWhoHasHowLong() {
        agency.get("/v1/sla-tasks")
                .body("items.find { it.task == 'VERIFICATION' }.term", equalTo("15WD"))
                .body("items.find { it.task == 'VERIFICATION' }.whoZh", equalTo("区局"))
                .body(
                        "items.find { it.task == 'LETTER_ANSWER' }.limitBasis",
                        equalTo("Order 2 Art 45"))
                .body("items.find { it.task == 'ACKNOWLEDGEMENT' }.status", equalTo("ASSUMPTION"));
    }
}
