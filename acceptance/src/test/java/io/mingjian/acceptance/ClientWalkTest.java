package io.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.MonitoringAgency;
import io.mingjian.acceptance.client.AgencyDesk;
import io.mingjian.stack.Addresses;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An agency hands in with the jar that it was given; the machine dies in the middle. */
@ExtendWith(RunningStack.class)
class ClientWalkTest {
    private static final int FINDINGS = 2_000;
    private static final int PICTURES = 150;
    private static final String SERIES =
            "C" + Long.toString(System.nanoTime(), 36).toUpperCase(java.util.Locale.ROOT);

    @TempDir Path folder;

    @Test
    void aSubmissionThatIsKilledGoesOnAndEachFindingIsThereOnce(Actors actors, Addresses addresses)
            throws Exception {
        MonitoringAgency jingwei = actors.jingwei();
        LocalDate today = LocalDate.now(World.SHANGHAI);
        String instruction =
                actors.cityReviewer()
                        .issuesInstruction(today, today.plusDays(5), "monitor-jingwei")
                        .textAt("/id");
        jingwei.acknowledges(instruction);
        AgencyDesk desk = new AgencyDesk(folder, RunningStack.root(), addresses, "monitor-jingwei");
        desk.laysOut(
                SERIES,
                FINDINGS,
                PICTURES,
                OffsetDateTime.now(World.SHANGHAI).truncatedTo(ChronoUnit.SECONDS));

        Process killed = desk.submits(instruction);
        await("the first batch")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> desk.outcomes() >= 100 || !killed.isAlive());
        assertThat(killed.isAlive()).as("it still had work to do").isTrue();
        killed.destroyForcibly().waitFor();
        assertThat(desk.outcomes()).isLessThan(FINDINGS);

        Process goesOn = desk.submits(instruction);
        assertThat(goesOn.waitFor(5, TimeUnit.MINUTES)).isTrue();
        JsonNode report = new ObjectMapper().readTree(Files.readAllBytes(desk.report()));
        assertThat(goesOn.exitValue()).as(report.toPrettyString()).isZero();
        assertThat(report.at("/findings/accepted").asInt()).isEqualTo(FINDINGS);
        assertThat(report.at("/attachments/stored").asInt()).isEqualTo(PICTURES);

        List<String> expected =
                IntStream.rangeClosed(1, FINDINGS)
                        .mapToObj(i -> "%s-%05d".formatted(SERIES, i))
                        .toList();
        assertThat(findingsOf(jingwei, instruction)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(findingsOf(actors.otherAgency(), instruction)).isEmpty();
    }

    @Test
    void aForeignInstructionIsRefusedBeforeAnythingIsSent(Actors actors, Addresses addresses)
            throws Exception {
        LocalDate today = LocalDate.now(World.SHANGHAI);
        String instruction =
                actors.cityReviewer()
                        .issuesInstruction(today, today.plusDays(5), "monitor-jingwei")
                        .textAt("/id");
        AgencyDesk desk = new AgencyDesk(folder, RunningStack.root(), addresses, "monitor-other");
        desk.laysOut(SERIES + "X", 2, 1, OffsetDateTime.now(World.SHANGHAI));
        Process refused = desk.submits(instruction);
        assertThat(refused.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(refused.exitValue()).isEqualTo(4);
        assertThat(
                        new ObjectMapper()
                                .readTree(Files.readAllBytes(desk.report()))
                                .at("/attachments/stored")
                                .asInt())
                .isZero();
    }

    /** The numbers of all leads of an instruction that the agency sees, page by page. */
    private static List<String> findingsOf(MonitoringAgency agency, String instruction) {
        List<String> numbers = new ArrayList<>();
        String cursor = "";
        do {
            Answer page =
                    agency.door()
                            .get(
                                    "/api/monitoring/v1/leads?limit=200&instructionId="
                                            + instruction
                                            + cursor)
                            .require(200);
            numbers.addAll(page.each("/items", "findingNo"));
            String next = page.textAt("/nextCursor");
            cursor =
                    next.isEmpty()
                            ? ""
                            : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return numbers;
    }
}
