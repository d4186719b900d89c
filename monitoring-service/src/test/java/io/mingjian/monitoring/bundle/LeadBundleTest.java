package io.mingjian.monitoring.bundle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.HUANGPU;
import static io.mingjian.monitoring.Desk.JINGWEI;
import static io.mingjian.monitoring.Desk.OTHER;
import static io.mingjian.monitoring.bundle.Parcel.bytes;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.monitoring.Desk;
import io.mingjian.monitoring.Ending;
import io.mingjian.monitoring.Statements;
import io.mingjian.monitoring.Today;
import io.mingjian.monitoring.bundle.FakeDetection.Arrival;
import io.mingjian.monitoring.bundle.FakeDetection.Saying;
import io.mingjian.monitoring.imports.BundleSource;
import io.mingjian.monitoring.imports.Runs;
import io.mingjian.monitoring.imports.Runs.Death;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(DetectionPort.class)
class LeadBundleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 15);
    private static final Caller MACHINE = Caller.machine("monitoring");
    private static final String LOCKS_THE_CHAIN = "audit_head";
    private static int serial;

    @Inject Runs runs;
    @Inject BundleTimer timer;
    @Inject KeptFindings kept;
    @Inject Bundles bundles;
    @Inject Work work;
    @Inject ObjectMapper json;
    @Inject DataSource database;
    @TestHTTPResource URI here;

    @ConfigProperty(name = "mingjian.detection.url")
    URI address;

    private FakeDetection detection;
    private String instruction;
    private String number;

    @BeforeEach
    void detectionIsThereAndAnInstructionIsAcknowledged() {
        Today.is(TODAY);
        detection = new FakeDetection(address);
        instruction = CITY.issues(TODAY.plusDays(15), "monitor-jingwei");
        JINGWEI.acknowledges(instruction);
        number = "B-" + ++serial + "-";
    }

    /** Also what a test left open is given up, so that the next one may send bundles. */
    @AfterEach
    void detectionIsGone() {
        detection.close();
        Today.is(TODAY.plusDays(20));
        timer.sweep();
    }

    private ObjectNode finding(int no) {
        return json.valueToTree(
                aFinding()
                        .numbered(number + no)
                        .at("https://shop.yougou.example/" + number + no)
                        .make());
    }

    private Parcel parcel(int findings) {
        Parcel parcel = new Parcel();
        for (int no = 0; no < findings; no++) {
            parcel.finding(finding(no), "files/" + no + ".png", bytes(number + "picture " + no));
        }
        return parcel;
    }

    private ValidatableResponse send(Desk desk, byte[] bundle) {
        return RestAssured.given()
                .header("Authorization", desk.who().bearer())
                .contentType("application/zip")
                .body(bundle)
                .post("/v1/instructions/" + instruction + "/lead-bundles?fileName=b.zip")
                .then();
    }

    private String keeps(byte[] bundle) {
        return send(JINGWEI, bundle).statusCode(201).extract().path("id");
    }

    private ValidatableResponse delivers(String id) {
        return JINGWEI.post("/v1/lead-bundles/" + id + "/delivery", null).statusCode(200);
    }

    private ValidatableResponse importOf(ValidatableResponse delivered) {
        String id = delivered.body("state", equalTo("DELIVERED")).extract().path("importId");
        runs.workOff();
        return JINGWEI.get("/v1/lead-imports/" + id).statusCode(200);
    }

    private int leads() {
        return JINGWEI.get("/v1/leads?limit=200&instructionId=" + instruction)
                .extract()
                .jsonPath()
                .getList("items")
                .size();
    }

    @Test
    void itsFilesBecomeEvidenceAndItsFindingsLeads() {
        String id = keeps(parcel(2).zip());
        JINGWEI.get("/v1/lead-bundles/" + id)
                .body("state", equalTo("CHECKED"))
                .body("files.waiting", equalTo(2))
                .body("faultyFindings", equalTo(0));
        importOf(delivers(id))
                .body("state", equalTo("COMMITTED"))
                .body("figures.entered", equalTo(2))
                .body("bundleId", equalTo(id));
        assertThat(detection.arrivals)
                .extracting(Arrival::content)
                .containsExactly(number + "picture 0", number + "picture 1");
        assertThat(detection.arrivals)
                .extracting(arrival -> claims(arrival.authorization()))
                .allSatisfy(claims -> assertThat(claims).contains("monitor-jingwei"));
        JINGWEI.get("/v1/lead-bundles/" + id + "/files?limit=1")
                .body("items[0].state", equalTo("DELIVERED"))
                .body("nextCursor", notNullValue());
        assertThat(leads()).isEqualTo(2);
    }

    private static String claims(String bearer) {
        return new String(
                Base64.getUrlDecoder().decode(bearer.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    @Test
    void aWebArchiveComesInAsWell() {
        String page = "https://shop.yougou.example/" + number + "0";
        ObjectNode finding = finding(0);
        ((ObjectNode) finding.at("/evidence/0")).put("url", page);
        Parcel parcel = new Parcel().finding(finding, page, bytes("captured"));
        importOf(delivers(keeps(Parcel.gzip(parcel.warc())))).body("figures.entered", equalTo(1));
    }

    @Test
    void aBundleGivenUpWhileItIsHandedOverLeavesNothingCutBehind() {
        String id = keeps(parcel(3).zip());
        detection.meanwhile =
                () -> JINGWEI.step("/v1/lead-bundles/" + id, "cancellation", null).statusCode(200);
        JINGWEI.post("/v1/lead-bundles/" + id + "/delivery", null).statusCode(409);
        assertThat(detection.arrivals)
                .extracting(Arrival::content)
                .containsExactly(number + "picture 0");
        JINGWEI.get("/v1/lead-bundles/" + id + "/files")
                .body("items.state", equalTo(List.of("DELIVERED", "WAITING", "WAITING")));
    }

    /** In several pieces, of which the last is gone. */
    @Test
    void ofAFileThatIsCutNothingBecomesEvidence() throws SQLException {
        byte[] page = new byte[BundleFiles.PIECE + 1_000];
        new Random(7).nextBytes(page);
        String id =
                keeps(
                        new Parcel()
                                .finding(finding(0), "files/long.png", page)
                                .finding(finding(1), "files/short.png", bytes(number))
                                .zip());
        loses(id, 1);
        importOf(delivers(id))
                .body("figures.entered", equalTo(1))
                .body("figures.bad", equalTo(1))
                .body("firstErrors[0].errors[0].code", equalTo("evidence-refused"))
                .body("firstErrors[0].errors[0].detail", containsString("校验值不符"));
        assertThat(detection.arrivals).extracting(Arrival::content).containsExactly(number);
    }

    private void loses(String bundle, int piece) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement(
                                "delete from lead_bundle_piece where bundle_id = ? and seq = ?")) {
            delete.setObject(1, UUID.fromString(bundle));
            delete.setInt(2, piece);
            assertThat(delete.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void evidenceOfOtherBytesIsNotTakenForTheFile() {
        String id = keeps(parcel(1).zip());
        detection.next.add(FakeDetection.taken(UUID.randomUUID(), "ab".repeat(32)));
        delivers(id)
                .body("state", equalTo("CHECKED"))
                .body("files.waiting", equalTo(1))
                .body("paused", containsString("校验值"));
        importOf(delivers(id)).body("figures.entered", equalTo(1));
    }

    @Test
    void theSameBundleAgainDoesNothingTwice() {
        byte[] bundle = parcel(2).zip();
        String id = keeps(bundle);
        send(JINGWEI, bundle).statusCode(200).body("id", equalTo(id));
        importOf(delivers(id)).body("figures.entered", equalTo(2));
        send(JINGWEI, bundle).statusCode(200).body("state", equalTo("DELIVERED"));
        importOf(delivers(id)).body("figures.entered", equalTo(2));
        assertThat(detection.arrivals).hasSize(2);
        assertThat(leads()).isEqualTo(2);
    }

    @Test
    void whatWasCutOffGoesOnWithoutEvidenceTwice() {
        String id = keeps(parcel(3).zip());
        detection.next.add(new Saying(503, "{}", true));
        delivers(id)
                .body("state", equalTo("CHECKED"))
                .body("files.waiting", equalTo(3))
                .body("paused", containsString("稍后"));
        detection.next.add(new Saying(201, "no answer that anybody reads", true));
        delivers(id).body("paused", notNullValue());
        importOf(delivers(id)).body("figures.entered", equalTo(3));
        assertThat(detection.evidence).hasSize(3);
        assertThat(detection.arrivals).extracting(Arrival::key).hasSize(5);
        assertThat(leads()).isEqualTo(3);
    }

    @Test
    void aFullLineIsToldWithItsWait() {
        String id = keeps(parcel(1).zip());
        detection.next.add(new Saying(429, "{\"detail\":\"排队已满\"}", false));
        delivers(id).body("paused", equalTo("排队已满")).body("retryAfterSeconds", equalTo(7));
        detection.next.add(new Saying(401, "{}", false));
        delivers(id).body("paused", containsString("令牌"));
    }

    @Test
    void aFileThatIsNoEvidenceKeepsItsFindingOutAndNoOther() {
        String id = keeps(parcel(2).zip());
        detection.next.add(new Saying(415, "{\"detail\":\"不支持的类型\"}", false));
        importOf(delivers(id))
                .body("figures.entered", equalTo(1))
                .body("figures.bad", equalTo(1))
                .body("firstErrors[0].errors[0].code", equalTo("evidence-refused"))
                .body("firstErrors[0].errors[0].detail", containsString("不支持的类型"));
        assertThat(leads()).isEqualTo(1);
    }

    @Test
    void faultsOfFindingsAreToldBeforeAnythingIsHandedOver() {
        ObjectNode finding = finding(0).put("uscc", "91310000132260250Y");
        send(JINGWEI, new Parcel().finding(finding, "a.png", bytes(number)).zip())
                .statusCode(201)
                .body("faultyFindings", equalTo(1))
                .body("firstFaults.pointer", hasItem("/findings/0/uscc"));
        assertThat(detection.arrivals).isEmpty();
    }

    @Test
    void aBundleThatDoesNotFitIsRefusedAndNothingOfItIsKept() {
        Parcel parcel = parcel(1);
        parcel.fixation(0).put("sha256", "ab".repeat(32));
        send(JINGWEI, parcel.zip())
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/findings/0/evidence/0/sha256"))
                .body("errors[0].code", equalTo("hash-differs"));
        keeps(parcel(1).zip());
    }

    @Test
    void aBundleThatIsTooLargeIsRefusedInWords() throws IOException {
        byte[] noise = new byte[3 << 20];
        new Random(3).nextBytes(noise);
        send(JINGWEI, parcel(1).with("noise.png", noise).zip())
                .statusCode(413)
                .body("detail", containsString("2 MB"));
        String answer = announces(5L << 30);
        assertThat(answer).startsWith("HTTP/1.1 413").contains("2 MB");
    }

    /** The head of a request alone: what it announces is never sent. */
    private String announces(long length) throws IOException {
        try (Socket socket = new Socket(here.getHost(), here.getPort())) {
            socket.getOutputStream().write(head(length));
            socket.getOutputStream().flush();
            socket.setSoTimeout(20_000);
            byte[] answer = new byte[4_096];
            int read = 0;
            while (read < answer.length && !text(answer, read).contains("MB")) {
                int more = socket.getInputStream().read(answer, read, answer.length - read);
                if (more < 0) {
                    break;
                }
                read += more;
            }
            return text(answer, read);
        }
    }

    private byte[] head(long length) {
        return "POST /v1/instructions/%s/lead-bundles HTTP/1.1\r\nHost: here\r\nAuthorization: %s\r\nContent-Type: application/zip\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                .formatted(instruction, JINGWEI.who().bearer(), length)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    @Test
    void anAgencyHasOnlySoManyBundlesOpen() {
        String first = keeps(parcel(1).zip());
        keeps(parcel(2).zip());
        keeps(parcel(3).zip());
        send(JINGWEI, parcel(4).zip())
                .statusCode(409)
                .body("code", equalTo("too-many-open-bundles"));
        JINGWEI.step("/v1/lead-bundles/" + first, "cancellation", null)
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
        keeps(parcel(4).zip());
        JINGWEI.post("/v1/lead-bundles/" + first + "/delivery", null).statusCode(409);
    }

    @Test
    void whatNobodyGoesOnWithIsGivenUpAndMayBeSentAgain() {
        byte[] bundle = parcel(1).zip();
        String id = keeps(bundle);
        Today.is(TODAY.plusDays(7));
        timer.sweep();
        JINGWEI.get("/v1/lead-bundles/" + id).body("state", equalTo("CANCELLED"));
        keeps(bundle);
    }

    @Test
    void theSameKeyIsAnsweredAsBeforeWhateverBecameOfBundleAndInstruction() {
        byte[] bundle = parcel(1).zip();
        String key = "bundle-" + number;
        String id = sendKeyed(bundle, key).statusCode(201).extract().path("id");
        JINGWEI.step("/v1/lead-bundles/" + id, "cancellation", null).statusCode(200);
        sendKeyed(bundle, key).statusCode(201).body("id", equalTo(id));
        CITY.step("/v1/instructions/" + instruction, "closing", Map.of("reasons", "专项结束"))
                .statusCode(200);
        sendKeyed(bundle, key).statusCode(201).body("id", equalTo(id));
        sendKeyed(parcel(2).zip(), key).statusCode(422);
        sendKeyed(bundle, key + "other").statusCode(409);
    }

    private ValidatableResponse sendKeyed(byte[] bundle, String key) {
        return RestAssured.given()
                .header("Authorization", JINGWEI.who().bearer())
                .header("Idempotency-Key", key)
                .contentType("application/zip")
                .body(bundle)
                .post("/v1/instructions/" + instruction + "/lead-bundles?fileName=b.zip")
                .then();
    }

    @Test
    void nobodyElseSendsSeesOrTouchesABundle() {
        send(OTHER, parcel(1).zip()).statusCode(404);
        send(HUANGPU, parcel(1).zip()).statusCode(404);
        String path = "/v1/lead-bundles/" + keeps(parcel(1).zip());
        for (Desk foreigner : new Desk[] {OTHER, HUANGPU}) {
            foreigner.get(path).statusCode(404);
            foreigner.get(path + "/files").statusCode(404);
            foreigner.post(path + "/delivery", null).statusCode(404);
            foreigner.post(path + "/cancellation", null, "If-Match", "\"0\"").statusCode(404);
        }
        assertThat(detection.arrivals).isEmpty();
    }

    /** Many findings about one page, so that a test need not hand over as many files. */
    private Parcel manyOf(int findings) {
        Parcel parcel = new Parcel();
        for (int no = 0; no < findings; no++) {
            parcel.finding(finding(no), "files/page.png", bytes(number + "page"));
        }
        return parcel;
    }

    private ValidatableResponse sees(String id) {
        return JINGWEI.get("/v1/lead-bundles/" + id).statusCode(200);
    }

    @Test
    void itsFindingsAreTakenInSlicesAndWhoeverGoesOnAfterADeathTakesNoneTwice() {
        String id = keeps(manyOf(250).zip());
        String asImport =
                delivers(id)
                        .body("state", equalTo("DELIVERED"))
                        .body("taken", equalTo(0))
                        .body("entering.state", equalTo("UPLOADED"))
                        .body("entering.waiting", equalTo(250))
                        .extract()
                        .path("importId");
        assertThatThrownBy(() -> runs.workOffElsewhere(Death::now)).isInstanceOf(Death.class);
        sees(id).body("taken", equalTo(100)).body("entering.waiting", equalTo(250));
        assertThat(leads()).isZero();

        runs.workOff();
        sees(id).body("taken", equalTo(100));

        Today.is(TODAY.plusDays(1));
        runs.workOffElsewhere(FailsInTheMiddle::new, () -> {});
        Today.is(TODAY.plusDays(2));
        runs.workOffElsewhere(BelievesInNothingTaken::new, () -> {});
        sees(id).body("taken", equalTo(100)).body("entering.waiting", equalTo(250));

        Today.is(TODAY.plusDays(3));
        runs.workOffElsewhere(
                () -> {
                    sees(id).body("taken", equalTo(200));
                    Today.is(TODAY.plusDays(4));
                    runs.workOff();
                });
        sees(id).body("taken", equalTo(250))
                .body("entering.state", equalTo("COMMITTED"))
                .body("entering.entered", equalTo(250))
                .body("entering.waiting", equalTo(0));
        assertThat(rows(asImport))
                .containsExactlyElementsOf(
                        IntStream.range(0, 250).mapToObj(no -> number + no).toList());
        assertThat(leadsOf(asImport)).doesNotHaveDuplicates().hasSize(250);
    }

    /** Notes its slice as taken, and then its transaction fails. */
    private record FailsInTheMiddle(BundleSource kept) implements BundleSource {
        @Override
        public Kept read(UUID bundleId) {
            return kept.read(bundleId);
        }

        @Override
        public Uni<Boolean> taken(UUID bundleId, int from, int to) {
            return kept.taken(bundleId, from, to)
                    .onItem()
                    .failWith(() -> new IllegalStateException("in the middle"));
        }

        @Override
        public Uni<Void> end(UUID bundleId) {
            return kept.end(bundleId);
        }

        @Override
        public Uni<Void> stopped(UUID bundleId) {
            return kept.stopped(bundleId);
        }

        @Override
        public Uni<Boolean> anyStopped(Caller caller, UUID instructionId) {
            return kept.anyStopped(caller, instructionId);
        }
    }

    /** Reads in its own way, and leaves all else to the one that keeps the bundles. */
    private interface ReadsInItsOwnWay extends BundleSource {
        BundleSource kept();

        @Override
        default Uni<Boolean> taken(UUID bundleId, int from, int to) {
            return kept().taken(bundleId, from, to);
        }

        @Override
        default Uni<Void> end(UUID bundleId) {
            return kept().end(bundleId);
        }

        @Override
        default Uni<Void> stopped(UUID bundleId) {
            return kept().stopped(bundleId);
        }

        @Override
        default Uni<Boolean> anyStopped(Caller caller, UUID instructionId) {
            return kept().anyStopped(caller, instructionId);
        }
    }

    /** Has read the bundle before the first slice was taken, and does not know that it was. */
    private record BelievesInNothingTaken(BundleSource kept) implements ReadsInItsOwnWay {
        @Override
        public Kept read(UUID bundleId) {
            return new Kept(kept.read(bundleId).items(), 0);
        }
    }

    /** Cannot read it, however often it tries. */
    private record CannotRead(BundleSource kept) implements ReadsInItsOwnWay {
        @Override
        public Kept read(UUID bundleId) {
            throw new IllegalStateException("as ever");
        }
    }

    /** Takes the import up, and again after each rest, until it is given up. */
    private void cannotBeRead(int from) {
        for (int attempt = 0; attempt <= runs.attempts(); attempt++) {
            Today.is(TODAY.plusDays(from + attempt));
            runs.workOffElsewhere(CannotRead::new, () -> {});
        }
    }

    @Test
    void aBundleWhoseFindingsNobodyCouldReadIsHandedOverAgainAndNothingComesTwice() {
        byte[] bundle = manyOf(150).zip();
        String id = keeps(bundle);
        String first = delivers(id).extract().path("importId");
        assertThatThrownBy(() -> runs.workOffElsewhere(Death::now)).isInstanceOf(Death.class);
        sees(id).body("taken", equalTo(100));
        cannotBeRead(1);

        JINGWEI.get("/v1/lead-imports/" + first)
                .body("state", equalTo("FAILED"))
                .body("failure", containsString("连续5次未能读完"));
        sees(id).body("state", equalTo("CHECKED"))
                .body("openSteps", equalTo(List.of("DELIVER", "CANCEL")))
                .body("paused", containsString("请再次移交"))
                .body("taken", equalTo(0))
                .body("entering.state", equalTo("FAILED"))
                .body("entering.failure", containsString("连续5次未能读完"))
                .body("entering.waiting", equalTo(150));
        JINGWEI.step("/v1/instructions/" + instruction, "completion", Map.of())
                .statusCode(409)
                .body("code", equalTo("findings-underway"));
        sendKeyed(bundle, "again-" + number)
                .statusCode(200)
                .body("id", equalTo(id))
                .body("state", equalTo("CHECKED"))
                .body("paused", containsString("请再次移交"));

        String second = delivers(id).body("paused", nullValue()).extract().path("importId");
        assertThat(second).isNotEqualTo(first);
        importOf(delivers(id)).body("figures.entered", equalTo(150));
        JINGWEI.step("/v1/lead-imports/" + first, "commit", null).statusCode(409);
        sees(id).body("entering.state", equalTo("COMMITTED"))
                .body("entering.waiting", equalTo(0))
                .body("entering.failure", nullValue());
        assertThat(leadsOf(second)).doesNotHaveDuplicates().hasSize(150);
        assertThat(detection.arrivals).as("files are evidence once").hasSize(1);
        JINGWEI.step("/v1/instructions/" + instruction, "completion", Map.of()).statusCode(200);
    }

    @Test
    void aBundleThatWasTakenBackIsGivenUpLikeAnyOtherAndMayBeSentAnew() {
        byte[] bundle = parcel(1).zip();
        String id = keeps(bundle);
        delivers(id);
        cannotBeRead(0);
        Today.is(TODAY.plusDays(runs.attempts() + 4L));
        timer.sweep();
        sees(id).body("state", equalTo("CHECKED"));
        Today.is(TODAY.plusDays(runs.attempts() + 7L));
        timer.sweep();
        sees(id).body("state", equalTo("CANCELLED"));
        String anew = keeps(bundle);
        assertThat(anew).isNotEqualTo(id);
        importOf(delivers(anew)).body("figures.entered", equalTo(1));
    }

    @Test
    void aBundleOfWhichNothingWasTakenMayBeSentAnew() {
        byte[] bundle = parcel(1).zip();
        String id = keeps(bundle);
        detection.next.add(new Saying(415, "{\"detail\":\"不支持的类型\"}", false));
        importOf(delivers(id)).body("figures.entered", equalTo(0)).body("figures.bad", equalTo(1));

        String second = keeps(bundle);
        assertThat(second).isNotEqualTo(id);
        sees(id).body("state", equalTo("CANCELLED"));
        String given = delivers(second).extract().path("importId");
        JINGWEI.step("/v1/lead-imports/" + given, "cancellation", null).statusCode(200);

        String third = keeps(bundle);
        assertThat(third).isNotEqualTo(second);
        importOf(delivers(third)).body("figures.entered", equalTo(1));
        send(JINGWEI, bundle).statusCode(200).body("id", equalTo(third));
        assertThat(leads()).isEqualTo(1);
    }

    /** What became of them is known no more: they may have stood as leads already. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void findingsWhoseRowsAreForgottenCountAsTaken(boolean wereFaulty) {
        byte[] bundle = parcel(1).zip();
        String id = keeps(bundle);
        if (wereFaulty) {
            detection.next.add(new Saying(415, "{\"detail\":\"不支持的类型\"}", false));
        }
        String asImport =
                importOf(delivers(id))
                        .body("figures.bad", equalTo(wereFaulty ? 1 : 0))
                        .extract()
                        .path("id");
        Today.is(TODAY.plusDays(8));
        runs.forget();
        assertThat(rows(asImport)).hasSize(wereFaulty ? 0 : 1);
        JINGWEI.get("/v1/lead-imports/" + asImport)
                .body("state", equalTo("COMMITTED"))
                .body("figures.entered", equalTo(wereFaulty ? 0 : 1))
                .body("figures.bad", equalTo(0));
        send(JINGWEI, bundle)
                .statusCode(200)
                .body("id", equalTo(id))
                .body("state", equalTo("DELIVERED"));
        assertThat(leads()).isEqualTo(wereFaulty ? 0 : 1);
    }

    @Test
    void whereABundleComesAnewTheAuditChainIsLockedLast() {
        byte[] bundle = parcel(1).zip();
        String id = keeps(bundle);
        detection.next.add(new Saying(415, "{\"detail\":\"不支持的类型\"}", false));
        importOf(delivers(id)).body("figures.bad", equalTo(1));
        List<String> said = Statements.of(() -> keeps(bundle));
        assertThat(first(said, LOCKS_THE_CHAIN))
                .isGreaterThan(first(said, "insert into lead_bundle "))
                .isGreaterThan(first(said, "set manifest = null"));
        assertThat(audited(id)).contains("lead-bundle.send-anew");
    }

    @Test
    void whereABundleIsTakenBackTheAuditChainIsLockedLast() {
        String id = keeps(parcel(1).zip());
        delivers(id);
        List<String> said = Statements.of(() -> cannotBeRead(0));
        int locked = first(said, LOCKS_THE_CHAIN);
        assertThat(said.subList(locked, said.size()))
                .filteredOn(statement -> !statement.contains("skip locked"))
                .as("but for the next look for work, what comes after the lock")
                .allSatisfy(statement -> assertThat(statement).contains(LOCKS_THE_CHAIN))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(audited(id)).contains("lead-bundle.take-back");
    }

    private static int first(List<String> said, String part) {
        int at = 0;
        while (at < said.size() && !said.get(at).contains(part)) {
            at++;
        }
        assertThat(at).as(part).isLessThan(said.size());
        return at;
    }

    private static List<String> audited(String id) {
        return Desk.AUDITOR
                .get("/v1/audit/entries?objectId=" + id)
                .statusCode(200)
                .extract()
                .path("link.action");
    }

    @Test
    void ofABundleOfWhichNothingWasTakenIsToldAsBeforeWhereNoOtherIsTaken() {
        byte[] bundle = parcel(1).zip();
        String id = sendKeyed(bundle, "first-" + number).statusCode(201).extract().path("id");
        detection.next.add(new Saying(415, "{\"detail\":\"不支持的类型\"}", false));
        importOf(delivers(id)).body("figures.bad", equalTo(1));
        sendKeyed(bundle, "first-" + number)
                .statusCode(200)
                .body("id", equalTo(id))
                .body("state", equalTo("DELIVERED"));
        CITY.step("/v1/instructions/" + instruction, "closing", Map.of("reasons", "专项结束"))
                .statusCode(200);
        send(JINGWEI, bundle)
                .statusCode(200)
                .body("id", equalTo(id))
                .body("state", equalTo("DELIVERED"));
    }

    private List<String> rows(String asImport) {
        return paged(asImport, "items.findingNo");
    }

    private List<String> leadsOf(String asImport) {
        return paged(asImport, "items.leadId");
    }

    private static List<String> paged(String asImport, String what) {
        List<String> all = new ArrayList<>();
        String path = "/v1/lead-imports/" + asImport + "/rows?limit=200";
        JsonPath page = JINGWEI.get(path).statusCode(200).extract().jsonPath();
        all.addAll(page.getList(what));
        while (page.getString("nextCursor") != null) {
            page =
                    JINGWEI.get(path + "&cursor=" + page.getString("nextCursor"))
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            all.addAll(page.getList(what));
        }
        return all;
    }

    @Test
    void aNumberThatComesTwiceIsSeenOverTheBordersOfSlices() {
        Parcel parcel = manyOf(120);
        parcel.finding(
                finding(0).put("contentSummary", "别的"), "files/page.png", bytes(number + "page"));
        importOf(delivers(keeps(parcel.zip())))
                .body("figures.entered", equalTo(120))
                .body("figures.bad", equalTo(1))
                .body("firstErrors[0].errors[0].code", equalTo("twice-in-file"));
    }

    /** Whoever waits on an event loop is stopped: the findings are parsed on a worker's thread. */
    @Test
    void noEventLoopReadsItsFindings() {
        String id = keeps(parcel(1).zip());
        UUID bundle = UUID.fromString(id);
        assertThat(kept.read(bundle).items()).hasSize(1);
        Throwable onLoop =
                catchThrowable(
                        () -> work.session(() -> Uni.createFrom().item(() -> kept.read(bundle))));
        assertThat(onLoop).hasStackTraceContaining("cannot be blocked");
    }

    /** Neither stores nor the step that ends the bundle can read or write findings. */
    @Test
    void nothingThatRunsInATransactionParses() {
        noClasses()
                .that()
                .haveSimpleName("Bundles")
                .or()
                .haveSimpleName("BundleDelivery")
                .or()
                .haveSimpleName("BundleFindings")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("ObjectMapper")
                .check(new ClassFileImporter().importPackages("io.mingjian.monitoring"));
    }

    @Test
    void evidenceThatIsNoListKeepsNothingFromGoingOn() {
        ObjectNode odd = finding(0);
        odd.putObject("evidence").putObject("a").put("file", 0);
        Parcel parcel = parcel(0).finding(finding(1), "a.png", bytes(number));
        parcel.add(odd);
        importOf(delivers(keeps(parcel.zip())))
                .body("figures.entered", equalTo(1))
                .body("figures.bad", equalTo(1));
    }

    @Test
    void aZeroCharacterIsRefusedInWords() {
        Parcel parcel = new Parcel().finding(finding(0).put("shopName", "店\0"), "a", bytes("x"));
        send(JINGWEI, parcel.zip())
                .statusCode(422)
                .body("errors[0].code", equalTo("manifest-unreadable"));
    }

    @ParameterizedTest
    @EnumSource
    void theSameBundleIsKnownAgainAfter(Ending ending) throws Exception {
        byte[] bundle = parcel(2).zip();
        String id = keeps(bundle);
        ending.of(instruction);
        send(JINGWEI, bundle).statusCode(200).body("id", equalTo(id));
        assertThat(sendInPieces(bundle).statusCode()).isEqualTo(200);
        send(JINGWEI, parcel(1).zip()).statusCode(409);
        assertThat(sendInPieces(parcel(1).zip()).statusCode()).isEqualTo(409);
        send(OTHER, bundle).statusCode(404);
    }

    /** Without its length. */
    private HttpResponse<String> sendInPieces(byte[] bundle) throws Exception {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(
                                        here.resolve(
                                                "/v1/instructions/"
                                                        + instruction
                                                        + "/lead-bundles"))
                                .header("Authorization", JINGWEI.who().bearer())
                                .header("Content-Type", "application/zip")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(bundle)))
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void anAgencyThatSendsSlowlyDoesNotKeepTheOthersOut() throws IOException {
        String others = CITY.issues(TODAY.plusDays(15), "monitor-other");
        OTHER.acknowledges(others);
        try (Trickle slow = new Trickle()) {
            await().until(
                            () -> {
                                slow.goOn();
                                return send(JINGWEI, bytes("x")).extract().statusCode() == 429;
                            });
            String mine = instruction;
            instruction = others;
            send(OTHER, parcel(1).zip()).statusCode(201);
            instruction = mine;
        }
        await().until(() -> send(JINGWEI, bytes("x")).extract().statusCode() == 422);
    }

    /** A bundle that begins to come and never ends. */
    private final class Trickle implements Closeable {
        private Socket socket = begun();

        Trickle() throws IOException {}

        private Socket begun() throws IOException {
            Socket begun = new Socket(here.getHost(), here.getPort());
            begun.getOutputStream().write(head(1_000));
            return begun;
        }

        /** Begins anew if it was refused: another request had the agency's place at that moment. */
        void goOn() throws IOException {
            if (socket.getInputStream().available() > 0) {
                socket.close();
                socket = begun();
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETION", "CLOSING"})
    void whatBecameOfItsFindingsIsToldAgainAfter(Ending ending) {
        byte[] bundle = parcel(2).zip();
        String id = keeps(bundle);
        importOf(delivers(id)).body("figures.entered", equalTo(2));
        ending.of(instruction);
        send(JINGWEI, bundle)
                .statusCode(200)
                .body("state", equalTo("DELIVERED"))
                .body("entering.entered", equalTo(2));
        importOf(delivers(id)).body("figures.entered", equalTo(2));
    }

    @Test
    void whatNobodyEntersAnyMoreIsNotKept() {
        String id = keeps(parcel(1).zip());
        String asImport = delivers(id).extract().path("importId");
        JINGWEI.step("/v1/lead-imports/" + asImport, "cancellation", null).statusCode(200);
        runs.workOff();
        UUID bundle = UUID.fromString(id);
        assertThat(work.session(() -> bundles.findings(MACHINE, bundle))).contains(number);
        Today.is(TODAY.plusDays(7));
        timer.sweep();
        assertThat(work.session(() -> bundles.findings(MACHINE, bundle))).isNull();
    }

    @Test
    void underAClosedInstructionNothingIsHandedOver() {
        String id = keeps(parcel(1).zip());
        CITY.step("/v1/instructions/" + instruction, "closing", Map.of("reasons", "专项结束"))
                .statusCode(200);
        JINGWEI.post("/v1/lead-bundles/" + id + "/delivery", null).statusCode(409);
        assertThat(detection.arrivals).isEmpty();
    }
}
