package io.mingjian.monitoring.bundle;

import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.HUANGPU;
import static io.mingjian.monitoring.Desk.JINGWEI;
import static io.mingjian.monitoring.Desk.OTHER;
import static io.mingjian.monitoring.bundle.Parcel.bytes;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.monitoring.Desk;
import io.mingjian.monitoring.Today;
import io.mingjian.monitoring.bundle.FakeDetection.Arrival;
import io.mingjian.monitoring.bundle.FakeDetection.Saying;
import io.mingjian.monitoring.imports.Runs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(DetectionPort.class)
class LeadBundleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 15);
    private static int serial;

    @Inject Runs runs;
    @Inject BundleTimer timer;
    @Inject ObjectMapper json;
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
            String head =
                    "POST /v1/instructions/%s/lead-bundles HTTP/1.1\r\nHost: here\r\nAuthorization: %s\r\nContent-Type: application/zip\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                            .formatted(instruction, JINGWEI.who().bearer(), length);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
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

    @Test
    void underAClosedInstructionNothingIsHandedOver() {
        String id = keeps(parcel(1).zip());
        CITY.step("/v1/instructions/" + instruction, "closing", Map.of("reasons", "专项结束"))
                .statusCode(200);
        JINGWEI.post("/v1/lead-bundles/" + id + "/delivery", null).statusCode(409);
        assertThat(detection.arrivals).isEmpty();
    }
}
