package io.mingjian.monitoring;

import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.HUANGPU;
import static io.mingjian.monitoring.Desk.JINGWEI;
import static io.mingjian.monitoring.Desk.OTHER;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static io.mingjian.monitoring.finding.Findings.aFixation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.monitoring.finding.Findings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What comes from the detection service, and what the loop tells others. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class EventsTest {
    private static final LocalDate DEADLINE = LocalDate.of(2026, 4, 30);

    @Inject
    @Any
    @Connector("smallrye-in-memory")
    InMemoryConnector messages;

    private final UUID evidence = UUID.randomUUID();
    private String lead;
    private String instructed;

    @Inject DataSource database;

    @BeforeEach
    void aLeadNamesTheEvidence() {
        Today.is(LocalDate.of(2026, 4, 15));
        lead = leadWith(evidence, JINGWEI);
        instructed = CITY.issues(DEADLINE, OTHER.who().organisation());
        OTHER.acknowledges(instructed);
    }

    @Nested
    class Indications {
        @Test
        void whatArrivesAfterTheLeadIsJoined() {
            assertThat(JINGWEI.sees(lead).getList("indications")).isEmpty();
            receives(received(evidence, "monitor-jingwei", 3, Findings.SHA256));
            receives(analyzed(evidence, "monitor-jingwei", 4, "STRONG_SIGNS"));
            await().untilAsserted(() -> assertThat(band(lead)).isEqualTo("STRONG_SIGNS"));
            JsonPath seen = CITY.sees(lead);
            assertThat(seen.getString("indications[0].hashMatch")).isEqualTo("MATCHES");
            assertThat(seen.getString("indications[0].signals[0].code")).isEqualTo("AIGC_LABEL");
            assertThat(seen.getString("indications[0].mediaType")).isEqualTo("image/png");
            assertThat(seen.getString("evidence.strongest")).isEqualTo("STRONG_SIGNS");
            assertThat(seen.getInt("evidence.analyzed")).isEqualTo(1);
            assertThat(JINGWEI.sees(lead).getString("evidence.strongest")).isNull();
            assertThat(seen.getString("lead.state"))
                    .as("an indication decides nothing")
                    .isEqualTo("SUBMITTED");
        }

        @Test
        void whatArrivesBeforeTheLeadIsJoinedToo() {
            UUID early = UUID.randomUUID();
            receives(analyzed(early, "monitor-jingwei", 8, "SOME_SIGNS"));
            settle();
            String later = leadWith(early, JINGWEI);
            assertThat(band(later)).isEqualTo("SOME_SIGNS");
            assertThat(CITY.sees(later).getString("indications[0].hashMatch"))
                    .isEqualTo("NOT_YET_KNOWN");
        }

        @Test
        void theHighestRevisionWinsInWhateverOrderTheyCome() {
            receives(analyzed(evidence, "monitor-jingwei", 20, "DECLARED_OR_REUSED"));
            receives(analyzed(evidence, "monitor-jingwei", 19, "NO_SIGN"));
            receives(received(evidence, "monitor-jingwei", 18, "00".repeat(32)));
            settle();
            assertThat(band(lead)).isEqualTo("DECLARED_OR_REUSED");
            assertThat(CITY.sees(lead).getString("indications[0].hashMatch")).isEqualTo("DIFFERS");
        }

        @Test
        void theSameMessageThreeTimesChangesNothing() {
            String message = analyzed(evidence, "monitor-jingwei", 5, "SOME_SIGNS");
            receives(message);
            receives(message);
            receives(message);
            settle();
            assertThat(CITY.sees(lead).getList("indications")).hasSize(1);
            assertThat(band(lead)).isEqualTo("SOME_SIGNS");
        }

        @Test
        void whoNamesSomebodyElsesFileLearnsNothingOfIt() {
            UUID foreign = UUID.randomUUID();
            receives(analyzed(foreign, "samr-huangpu", 7, "STRONG_SIGNS"));
            settle();
            String curious = leadWith(foreign, OTHER);
            assertThat(OTHER.sees(curious).getList("indications")).isEmpty();
            assertThat(CITY.sees(curious).getList("indications")).isEmpty();
        }

        @Test
        void anAgencyLearnsNothingThatStemsFromOtherPeoplesEvidence() {
            receives(received(evidence, "monitor-jingwei", 30, Findings.SHA256));
            receives(analyzed(evidence, "monitor-jingwei", 31, "NO_SIGN"));
            receives(
                    analyzed(evidence, "monitor-jingwei", 32, "DECLARED_OR_REUSED")
                            .replace("\"analyzedAt\":\"2026-04-15", "\"analyzedAt\":\"2026-04-17")
                            .replace("\"reuseCount\":0", "\"reuseCount\":4")
                            .replace("AIGC_LABEL", "SEEN_BEFORE"));
            await().untilAsserted(() -> assertThat(band(lead)).isEqualTo("DECLARED_OR_REUSED"));
            Map<String, Object> bureau = CITY.sees(lead).getMap("indications[0]");
            assertThat(bureau)
                    .containsEntry("reuseCount", 4)
                    .containsEntry("analyzedAt", "2026-04-17T09:00:01+08:00")
                    .containsKey("signals");
            assertThat(JINGWEI.sees(lead).<String, Object>getMap("indications[0]"))
                    .containsOnlyKeys(
                            "evidenceId", "mediaType", "hashMatch", "labelVerdict", "analyzedAt")
                    .containsEntry("labelVerdict", "CONFIRMED_BY_METADATA")
                    .containsEntry("analyzedAt", "2026-04-15T09:00:01+08:00")
                    .containsEntry("hashMatch", "MATCHES");
        }

        @Test
        void picturesThatDetectionFoundAgainAreProposedToTheCityWhicheverCameFirst() {
            UUID other = UUID.randomUUID();
            UUID third = UUID.randomUUID();
            receives(alike(third, "monitor-jingwei", 41, other));
            String second = leadWith(other, "5d".repeat(32), OTHER);
            String late = leadWith(third, "6e".repeat(32), JINGWEI);
            assertThat(pictureTwins(late)).as("known before the lead").isEqualTo(List.of(second));
            receives(alike(other, "monitor-other", 42, evidence));
            await().untilAsserted(() -> assertThat(pictureTwins(second)).contains(lead));
            receives(alike(other, "monitor-other", 43, evidence));
            settle();
            assertThat(pictureTwins(second)).containsOnlyOnce(lead);
            assertThat(OTHER.sees(second).prettify()).doesNotContain(lead);
        }

        @Test
        void aLeadThatWasThrownAwayIsNotProposedByItsPicture() {
            UUID other = UUID.randomUUID();
            String second = leadWith(other, "7f".repeat(32), OTHER);
            CITY.tryStep(
                            lead,
                            "qualification",
                            Map.of("verdict", "UNQUALIFIED", "reasons", "页面无法复现"))
                    .statusCode(200);
            receives(alike(other, "monitor-other", 44, evidence));
            settle();
            assertThat(pictureTwins(second)).doesNotContain(lead);
            UUID third = UUID.randomUUID();
            receives(alike(third, "monitor-other", 45, evidence));
            settle();
            assertThat(pictureTwins(leadWith(third, "8a".repeat(32), OTHER))).doesNotContain(lead);
        }

        /** The submission has looked for duplicates and is not committed when the event comes. */
        @Test
        void aFindingAndTheNewsOfItsPictureThatComeAtOnceFindEachOther() throws SQLException {
            UUID fresh = UUID.randomUUID();
            CompletableFuture<String> second;
            try (Connection other = database.getConnection();
                    Statement sql = other.createStatement()) {
                other.setAutoCommit(false);
                sql.execute("select seq from audit_head where single for update");
                second =
                        CompletableFuture.supplyAsync(
                                () -> leadWith(fresh, "9b".repeat(32), instructed, OTHER));
                await().until(() -> someoneWaitsFor("%audit_head%for update%"));
                receives(alike(evidence, "monitor-jingwei", 51, fresh));
                await().until(
                                () ->
                                        someoneWaitsFor("%pg_advisory_xact_lock%")
                                                || band(lead) != null);
                other.rollback();
            }
            String late = second.join();
            await().untilAsserted(() -> assertThat(pictureTwins(late)).contains(lead));
        }

        /** The other way round: the pair lies there uncommitted while the finding comes in. */
        @Test
        void aFindingWaitsForNewsOfItsPictureThatIsOnItsWay() throws SQLException {
            UUID fresh = UUID.randomUUID();
            CompletableFuture<String> second;
            try (Connection other = database.getConnection();
                    Statement sql = other.createStatement()) {
                other.setAutoCommit(false);
                sql.execute("select pg_advisory_xact_lock(hashtext('evidence alike'))");
                sql.execute(
                        "insert into evidence_alike values ('%1$s', '%2$s'), ('%2$s', '%1$s')"
                                .formatted(evidence, fresh));
                second =
                        CompletableFuture.supplyAsync(
                                () -> leadWith(fresh, "9c".repeat(32), instructed, OTHER));
                await().until(() -> someoneWaitsFor("%pg_advisory_xact_lock%"));
                other.commit();
            }
            assertThat(pictureTwins(second.join())).contains(lead);
        }

        private boolean someoneWaitsFor(String statement) throws SQLException {
            try (Connection another = database.getConnection();
                    PreparedStatement waiting =
                            another.prepareStatement(
                                    "select 1 from pg_stat_activity where datname = current_database()"
                                            + " and wait_event_type = 'Lock' and query like ?")) {
                waiting.setString(1, statement);
                try (ResultSet rows = waiting.executeQuery()) {
                    return rows.next();
                }
            }
        }

        private List<String> pictureTwins(String id) {
            return CITY.sees(id)
                    .getList(
                            "duplicateProposals.findAll{it.because.kind.contains('PICTURE')}.leadId");
        }

        private static String alike(UUID id, String organisation, long revision, UUID other) {
            return analyzed(id, organisation, revision, "DECLARED_OR_REUSED")
                    .replace("\"reuseCount\":0", "\"reuseCount\":1,\"alike\":[\"" + other + "\"]");
        }

        private String band(String id) {
            return CITY.sees(id).getString("indications[0].band");
        }

        /**
         * Messages are taken in order: when the last one has its effect, those before it have
         * theirs.
         */
        private void settle() {
            UUID last = UUID.randomUUID();
            String witness = leadWith(last, JINGWEI);
            receives(analyzed(last, "monitor-jingwei", 1, "NO_SIGN"));
            await().until(() -> "NO_SIGN".equals(band(witness)));
        }
    }

    @Nested
    class Announcements {
        @Test
        void anAmendmentIsToldToWhoeverGoesOnWorkingOnIt() {
            String instruction = CITY.issues(DEADLINE, "monitor-jingwei", "monitor-other");
            OTHER.step("/v1/instructions/" + instruction, "decline", Map.of("reasons", "人员不足"))
                    .statusCode(200);
            JINGWEI.acknowledges(instruction);
            CITY.step(
                            "/v1/instructions/" + instruction,
                            "amendments",
                            Map.of(
                                    "changes",
                                    Map.of(
                                            "deadline",
                                            "2026-05-20",
                                            "addAgencies",
                                            List.of("monitor-third")),
                                    "reasons",
                                    "延长期限"))
                    .statusCode(200);
            JINGWEI.acknowledges(instruction);
            JINGWEI.step("/v1/instructions/" + instruction, "completion", Map.of()).statusCode(200);
            CITY.step(
                            "/v1/instructions/" + instruction,
                            "reopening",
                            Map.of("agency", "monitor-jingwei", "reasons", "遗漏平台"))
                    .statusCode(200);
            CITY.step(
                            "/v1/instructions/" + instruction,
                            "amendments",
                            Map.of(
                                    "changes",
                                    Map.of("withdrawAgencies", List.of("monitor-third")),
                                    "reasons",
                                    "不再需要"))
                    .statusCode(200);
            await().untilAsserted(
                            () ->
                                    assertThat(told(instruction))
                                            .extracting(
                                                    event ->
                                                            event.getString("type")
                                                                    + event.getList(
                                                                            "data.agencies"))
                                            .containsExactly(
                                                    "instruction.issued.v1[monitor-jingwei, monitor-other]",
                                                    "instruction.declined.v1[monitor-other]",
                                                    "instruction.acknowledged.v1[monitor-jingwei]",
                                                    "instruction.amended.v1[monitor-jingwei]",
                                                    "instruction.issued.v1[monitor-third]",
                                                    "instruction.acknowledged.v1[monitor-jingwei]",
                                                    "instruction.completed.v1[monitor-jingwei]",
                                                    "instruction.reopened.v1[monitor-jingwei]",
                                                    "instruction.withdrawn.v1[monitor-third]"));
            assertThat(told(instruction).get(3).getInt("data.version")).isEqualTo(2);
            assertThat(told(instruction).get(3).getString("data.deadline")).isEqualTo("2026-05-20");
        }

        @Test
        void everyStepIsAnnouncedInOrderWithWhatOthersNeedToKnow() {
            CITY.qualifies(lead);
            CITY.assigns(lead, "310101");
            HUANGPU.receives(lead);
            HUANGPU.verifies(lead);
            HUANGPU.disposes(lead, "CASE_FILED");
            HUANGPU.feedsBack(lead);
            CITY.closes(lead);
            await().untilAsserted(
                            () ->
                                    assertThat(told(lead))
                                            .extracting(event -> event.getString("type"))
                                            .containsExactly(
                                                    "lead.submitted.v1",
                                                    "lead.qualified.v1",
                                                    "lead.assigned.v1",
                                                    "lead.received.v1",
                                                    "lead.verifying.v1",
                                                    "lead.disposed.v1",
                                                    "lead.fed-back.v1",
                                                    "lead.closed.v1"));
            List<JsonPath> events = told(lead);
            assertThat(events)
                    .allSatisfy(
                            event -> {
                                assertThat(event.getList("data.evidenceIds"))
                                        .isEqualTo(List.of(evidence.toString()));
                                assertThat(event.getString("data.agency"))
                                        .isEqualTo("monitor-jingwei");
                            });
            assertThat(events.get(1).getString("data.districtOrganisation")).isNull();
            assertThat(events.get(2).getString("data.districtOrganisation"))
                    .isEqualTo("samr-huangpu");
            assertThat(events.get(5).getString("data.disposalCode")).isEqualTo("CASE_FILED");
            assertThat(events)
                    .extracting(event -> event.getLong("revision"))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }

        @Test
        void eventsCarryNoWordOfWhatWasFoundOrDecided() {
            await().untilAsserted(() -> assertThat(told(lead)).isNotEmpty());
            assertThat(told(lead).get(0).prettify())
                    .doesNotContain("测试小店")
                    .doesNotContain("yougou");
        }

        @Test
        void anInstructionIsAnnouncedOnItsOwnTopic() {
            String instruction = CITY.issues(DEADLINE, "monitor-jingwei", "monitor-other");
            JINGWEI.acknowledges(instruction);
            await().untilAsserted(
                            () ->
                                    assertThat(told(instruction))
                                            .extracting(event -> event.getString("type"))
                                            .containsExactly(
                                                    "instruction.issued.v1",
                                                    "instruction.acknowledged.v1"));
            assertThat(told(instruction).get(0).getList("data.agencies"))
                    .isEqualTo(List.of("monitor-jingwei", "monitor-other"));
            assertThat(told(instruction).get(1).getList("data.agencies"))
                    .isEqualTo(List.of("monitor-jingwei"));
            assertThat(topicsOf(instruction)).containsOnly("mingjian.monitoring.instruction");
            await().untilAsserted(
                            () ->
                                    assertThat(topicsOf(lead))
                                            .containsOnly("mingjian.monitoring.lead"));
        }

        @Test
        void aDuplicateThatIsOpenedAgainIsAnnouncedLikeASubmission() {
            String first = leadWith(UUID.randomUUID(), "1a".repeat(32), OTHER);
            CITY.tryStep(
                            lead,
                            "qualification",
                            Map.of("verdict", "DUPLICATE", "duplicateOf", first, "reasons", "同一页面"))
                    .statusCode(200);
            CITY.tryStep(
                            lead,
                            "qualification",
                            Map.of("verdict", "REOPENED", "reasons", "所重复的线索无效"))
                    .statusCode(200);
            await().untilAsserted(
                            () ->
                                    assertThat(told(lead))
                                            .extracting(event -> event.getString("type"))
                                            .containsExactly(
                                                    "lead.submitted.v1",
                                                    "lead.unqualified.v1",
                                                    "lead.submitted.v1"));
        }

        @Test
        void aRefusedStepIsNotAnnounced() {
            await().untilAsserted(() -> assertThat(told(lead)).hasSize(1));
            HUANGPU.tryStep(lead, "receipt", null).statusCode(404);
            CITY.tryStep(lead, "closing", null).statusCode(409);
            CITY.qualifies(lead);
            await().untilAsserted(() -> assertThat(told(lead)).hasSize(2));
        }
    }

    @Test
    void theAuditChainHoldsAndNamesEachStep() {
        CITY.qualifies(lead);
        Desk.AUDITOR.get("/v1/audit/verification").statusCode(200).body("intact", is(true));
        assertThat(
                        Desk.AUDITOR
                                .get("/v1/audit/entries?objectId=" + lead)
                                .extract()
                                .<List<String>>path("link.action"))
                .containsExactly("lead.submitted", "lead.qualified");
    }

    private static String leadWith(UUID evidence, Desk agency) {
        return leadWith(evidence, Findings.SHA256, agency);
    }

    private static String leadWith(UUID evidence, String sha256, Desk agency) {
        String instruction = CITY.issues(DEADLINE, agency.who().organisation());
        agency.acknowledges(instruction);
        return leadWith(evidence, sha256, instruction, agency);
    }

    private static String leadWith(UUID evidence, String sha256, String instruction, Desk agency) {
        return agency.submits(
                instruction,
                aFinding()
                        .numbered("E-" + evidence)
                        .with(List.of(aFixation(evidence, sha256)))
                        .make());
    }

    private void receives(String message) {
        messages.<String>source("events").send(message);
    }

    private List<JsonPath> told(String id) {
        return sent(id).stream().map(message -> JsonPath.from(message.getPayload())).toList();
    }

    private List<String> topicsOf(String id) {
        return sent(id).stream()
                .map(
                        message ->
                                message.getMetadata(OutgoingKafkaRecordMetadata.class)
                                        .orElseThrow()
                                        .getTopic())
                .toList();
    }

    private List<? extends Message<String>> sent(String id) {
        return messages.<String>sink("outbox").received().stream()
                // Other tests of the same service hand in thousands: not every message is parsed.
                .filter(message -> message.getPayload().contains(id))
                .filter(
                        message ->
                                id.equals(JsonPath.from(message.getPayload()).getString("subject")))
                .toList();
    }

    private static String received(UUID id, String organisation, long revision, String sha256) {
        return event(
                "evidence.received.v1",
                id,
                revision,
                """
                {"evidenceId":"%s","organisation":"%s","sha256":"%s","mediaType":"image/png",
                 "receivedAt":"2026-04-15T09:00:00+08:00"}"""
                        .formatted(id, organisation, sha256));
    }

    private static String analyzed(UUID id, String organisation, long revision, String band) {
        return event(
                "evidence.analyzed.v1",
                id,
                revision,
                """
                {"evidenceId":"%s","organisation":"%s","band":"%s","labelVerdict":"CONFIRMED_BY_METADATA",
                 "signals":[{"analyzer":"implicit-label","version":"1","code":"AIGC_LABEL","strength":"STRONG"}],
                 "reuseCount":0,"analyzedAt":"2026-04-15T09:00:01+08:00"}"""
                        .formatted(id, organisation, band));
    }

    private static String event(String type, UUID id, long revision, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"/mingjian/detection-service","type":"%s","subject":"%s",
                 "time":"2026-04-15T09:00:01+08:00","datacontenttype":"application/json","revision":%d,"data":%s}"""
                .formatted(UUID.randomUUID(), type, id, revision, data);
    }
}
