package io.mingjian.monitoring.instruction;

import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.JINGWEI;
import static io.mingjian.monitoring.Desk.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.contracts.Role;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.monitoring.Desk;
import io.mingjian.monitoring.Today;
import io.mingjian.monitoring.clock.LegalTime;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Agencies are reminded once at each point, by whichever replica, and by the city at any time. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class RemindersTest {
    /** A Wednesday. */
    private static final LocalDate ISSUED = LocalDate.of(2026, 4, 15);

    /** A Thursday. */
    private static final LocalDate DEADLINE = LocalDate.of(2026, 4, 30);

    @Inject ReminderSweep sweep;
    @Inject InstructionAnnouncer announcer;
    @Inject LegalTime time;
    @Inject Audit audit;
    @Inject UnitOfWork work;

    @Inject
    @Any
    @Connector("smallrye-in-memory")
    InMemoryConnector messages;

    private String instruction;
    private String path;

    @BeforeEach
    void twoAgenciesAreInstructed() {
        Today.is(ISSUED);
        instruction = CITY.issues(DEADLINE, "monitor-jingwei", "monitor-other");
        path = "/v1/instructions/" + instruction;
    }

    private List<String> pointsAfterSweepOn(LocalDate day) {
        Today.is(day);
        sweep.remind().await().atMost(Duration.ofSeconds(60));
        return CITY.get(path + "/reminders").statusCode(200).extract().path("items.point");
    }

    @Test
    void eachPointIsToldOnce() {
        assertThat(pointsAfterSweepOn(ISSUED)).as("just told").isEmpty();
        OTHER.acknowledges(instruction);
        assertThat(pointsAfterSweepOn(ISSUED.plusDays(1)))
                .isEqualTo(List.of("ACKNOWLEDGEMENT_TODAY"));
        assertThat(pointsAfterSweepOn(ISSUED.plusDays(1))).hasSize(1);
        assertThat(pointsAfterSweepOn(ISSUED.plusDays(2)))
                .isEqualTo(List.of("ACKNOWLEDGEMENT_TODAY", "ACKNOWLEDGEMENT_OVER"));
        assertThat(pointsAfterSweepOn(ISSUED.plusDays(3))).as("a Saturday").hasSize(2);

        JINGWEI.acknowledges(instruction);
        JINGWEI.step(path, "completion", Map.of()).statusCode(200);
        assertThat(pointsAfterSweepOn(DEADLINE.minusDays(3)))
                .as("who is done is left alone")
                .endsWith("DEADLINE_NEAR")
                .hasSize(3);
        CITY.get(path + "/reminders")
                .body("items[2].agency", equalTo("monitor-other"))
                .body("items[2].title", equalTo("报送截止日临近"))
                .body("items[2].text", containsString("2026-04-30"))
                .body("items[2].dueOn", equalTo("2026-04-30"));
    }

    @Test
    void afterAnOutageTheLatestPointAloneIsTold() {
        JINGWEI.acknowledges(instruction);
        OTHER.acknowledges(instruction);
        assertThat(pointsAfterSweepOn(DEADLINE.plusDays(10)))
                .isEqualTo(List.of("DEADLINE_OVER", "DEADLINE_OVER"));
    }

    @Test
    void aDeadlineThatMovedIsAnotherOne() {
        JINGWEI.acknowledges(instruction);
        OTHER.step(path, "decline", Map.of("reasons", "人员不足")).statusCode(200);
        assertThat(pointsAfterSweepOn(DEADLINE)).isEqualTo(List.of("DEADLINE_TODAY"));
        CITY.step(
                        path,
                        "amendments",
                        Map.of("changes", Map.of("deadline", "2026-05-20"), "reasons", "延长"))
                .statusCode(200);
        JINGWEI.acknowledges(instruction);
        assertThat(pointsAfterSweepOn(DEADLINE.plusDays(1))).hasSize(1);
        assertThat(pointsAfterSweepOn(LocalDate.of(2026, 5, 20)))
                .isEqualTo(List.of("DEADLINE_TODAY", "DEADLINE_TODAY"));
    }

    @Test
    void anAmendmentThatIsNotAcknowledgedIsRemindedOf() {
        JINGWEI.acknowledges(instruction);
        OTHER.step(path, "decline", Map.of("reasons", "人员不足")).statusCode(200);
        Today.is(LocalDate.of(2026, 4, 20));
        CITY.step(path, "amendments", Map.of("changes", Map.of("scope", "新范围"), "reasons", "补充"))
                .statusCode(200);
        assertThat(pointsAfterSweepOn(LocalDate.of(2026, 4, 21)))
                .isEqualTo(List.of("ACKNOWLEDGEMENT_TODAY"));
        CITY.get(path + "/reminders").body("items[0].version", equalTo(2));
    }

    @Test
    void ofSeveralReplicasOneReminds() {
        Today.is(ISSUED.plusDays(1));
        Uni.join()
                .all(sweep.remind(), sweep.remind(), sweep.remind())
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(60));
        CITY.get(path + "/reminders").body("items", hasSize(2));
    }

    @Test
    void whoStopsInTheMiddleLeavesTheRestForTheNextStartAndComplainsOfNothing() {
        CITY.issues(DEADLINE, "monitor-jingwei");
        Today.is(ISSUED.plusDays(1));
        GoneDatabase gone = new GoneDatabase();
        ReminderSweep stopping = new ReminderSweep(gone, announcer, time, audit, work);
        assertThat(complaintsOf(stopping)).as("while it does not stop").hasSizeGreaterThan(1);
        assertThat(gone.asked).hasValueGreaterThan(1);

        gone.asked.set(0);
        gone.meanwhile = () -> stopping.stop(new ShutdownEvent());
        assertThat(complaintsOf(stopping)).isEmpty();
        assertThat(gone.asked).as("what is left is not even tried").hasValue(1);
        assertThat(pointsAfterSweepOn(ISSUED.plusDays(1)))
                .as("by the next start")
                .isEqualTo(List.of("ACKNOWLEDGEMENT_TODAY", "ACKNOWLEDGEMENT_TODAY"));
    }

    /** Of which the orders were read before it went. */
    private static final class GoneDatabase extends Instructions {
        private final AtomicInteger asked = new AtomicInteger();
        private Runnable meanwhile = () -> {};

        @Override
        Uni<Boolean> takeReminders(UUID id, LocalDate today) {
            asked.incrementAndGet();
            meanwhile.run();
            return Uni.createFrom().failure(new IllegalStateException("the pool is closed"));
        }
    }

    private static List<String> complaintsOf(ReminderSweep sweep) {
        List<String> told = new CopyOnWriteArrayList<>();
        Logger log = Logger.getLogger(ReminderSweep.class.getName());
        Handler listener =
                new Handler() {
                    @Override
                    public void publish(LogRecord line) {
                        told.add(line.getLevel() + " " + line.getMessage());
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        log.addHandler(listener);
        try {
            sweep.remind().await().atMost(Duration.ofSeconds(60));
        } finally {
            log.removeHandler(listener);
        }
        return told;
    }

    @Test
    void anAgencySeesItsOwnRemindersAndOthersNone() {
        pointsAfterSweepOn(ISSUED.plusDays(1));
        JINGWEI.get(path + "/reminders").body("items.agency", equalTo(List.of("monitor-jingwei")));
        JINGWEI.get(path).body("commissions[0].remindedAt", notNullValue());
        Desk.HUANGPU.get(path + "/reminders").statusCode(404);
    }

    @Test
    void aClosedInstructionIsNotRemindedOf() {
        CITY.step(path, "closing", Map.of("reasons", "任务取消")).statusCode(200);
        assertThat(pointsAfterSweepOn(ISSUED.plusDays(1))).isEmpty();
        CITY.post(path + "/reminders", Map.of("text", "请尽快办理")).statusCode(409);
    }

    @Nested
    class ByTheCity {
        @Test
        void allAtWorkAreRemindedAndTheEventIsTold() {
            CITY.post(path + "/reminders", Map.of("text", "请尽快签收"))
                    .statusCode(201)
                    .body("items", hasSize(2))
                    .body("items[0].point", equalTo("MANUAL"))
                    .body("items[0].title", equalTo("市局催办"))
                    .body("items[0].remindedBy", equalTo("city.reviewer"));
            JINGWEI.get(path + "/reminders")
                    .body("items", hasSize(1))
                    .body("items[0].text", equalTo("请尽快签收"))
                    .body("items[0].remindedBy", nullValue());
            await().untilAsserted(
                            () ->
                                    assertThat(told())
                                            .contains("instruction.issued.v1")
                                            .contains("instruction.reminded.v1"));
        }

        @Test
        void oneIsNamed() {
            CITY.post(
                            path + "/reminders",
                            Map.of("agencies", List.of("monitor-other"), "text", "请签收"))
                    .statusCode(201)
                    .body("items.agency", equalTo(List.of("monitor-other")));
        }

        @Test
        void nobodyIsRemindedOfWhatIsNotExpected() {
            OTHER.step(path, "decline", Map.of("reasons", "人员不足")).statusCode(200);
            CITY.post(
                            path + "/reminders",
                            Map.of(
                                    "agencies",
                                    List.of("monitor-other", "monitor-x"),
                                    "text",
                                    "请签收"))
                    .statusCode(422)
                    .body("errors.pointer", equalTo(List.of("/agencies/0", "/agencies/1")));
            CITY.post(path + "/reminders", Map.of("text", " ")).statusCode(422);
        }

        @Test
        void theSameKeyRemindsOnce() {
            String key = UUID.randomUUID().toString();
            for (int time = 0; time < 2; time++) {
                CITY.post(path + "/reminders", Map.of("text", "请签收"), "Idempotency-Key", key)
                        .statusCode(201);
            }
            CITY.get(path + "/reminders").body("items", hasSize(2));
        }

        @Test
        void onlyTheCity() {
            new Desk(TestCaller.monitor("jingwei", Role.REVIEWER))
                    .post(path + "/reminders", Map.of("text", "x"))
                    .statusCode(403);
        }
    }

    private List<String> told() {
        return messages.<String>sink("outbox").received().stream()
                .map(Message::getPayload)
                .filter(payload -> payload.contains(instruction))
                .map(JsonPath::from)
                .filter(event -> instruction.equals(event.getString("subject")))
                .map(event -> event.getString("type"))
                .toList();
    }
}
