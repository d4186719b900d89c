package io.mingjian.detection.preservation;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.contracts.Role.SYSTEM_ADMIN;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static io.mingjian.detection.media.PictureDrawer.png;
import static io.mingjian.kit.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.mingjian.detection.Database;
import io.mingjian.detection.Party;
import io.mingjian.detection.Wire;
import io.mingjian.detection.bundle.BundleVerifier;
import io.mingjian.detection.bundle.Certificates;
import io.mingjian.detection.bundle.KnownHeads;
import io.mingjian.detection.bundle.Manifest.TimeEvidence.Absence;
import io.mingjian.detection.bundle.NotInForm;
import io.mingjian.detection.bundle.Trust;
import io.mingjian.detection.bundle.Verdict;
import io.mingjian.detection.bundle.Verdict.Publication;
import io.mingjian.detection.bundle.Verdict.State;
import io.mingjian.detection.preservation.BundleShelf.Place;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(PreservationResource.class)
class BundleDoorTest {
    private static final String DOOR = "/v1/preservation-bundles";

    private final Party merchant =
            new Party(TestCaller.merchant("wang", "91310000132260250X", HANDLER));
    private final Party platform = new Party(TestCaller.platform("yougou", INTEGRATION));
    private final Party huangpu = new Party(TestCaller.huangpu(REVIEWER));

    @FromResource AtomicReference<String> mood;
    @FromResource Path root;

    @Inject BundleShelf shelf;
    @Inject DataSource source;

    @ConfigProperty(name = "mingjian.preservation.bundles")
    int most;

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector messages;

    @TempDir Path folder;

    @BeforeEach
    void well() {
        mood.set("good");
    }

    @Test
    void whoUploadedTakesAwayASealedBundle() throws Exception {
        byte[] picture = jpeg(goods(320, 240, 701), 0.9);
        UUID one = merchant.uploads(picture);
        UUID two = merchant.uploads(jpeg(goods(320, 240, 702), 0.9));
        merchant.analysis(one);
        Response answer = asks(merchant, List.of(two, one), "向平台申诉");
        answer.then().statusCode(200).contentType("application/zip");
        assertThat(answer.header("Content-Disposition")).startsWith("attachment; filename=");
        Path bundle = kept(answer);
        Verdict verdict = verify(bundle);
        assertThat(verdict.flaws()).isEmpty();
        assertThat(verdict.state()).isEqualTo(State.INTACT);
        assertThat(verdict.time().trusted()).isTrue();
        assertThat(verdict.manifest().request().purpose()).isEqualTo("向平台申诉");
        assertThat(verdict.pieces())
                .extracting(kept -> kept.piece().evidenceId())
                .containsExactly(two.toString(), one.toString());
        assertThat(entry(bundle, "evidence/" + one + "/original.jpeg")).isEqualTo(picture);
        assertThat(text(bundle, "evidence/" + one + "/analysis.json")).contains("\"band\"");
    }

    @Test
    void theExportStandsInTheChainOfCustodyAndInTheBundle() throws Exception {
        UUID evidence = merchant.uploads(jpeg(goods(320, 240, 703), 0.9));
        merchant.analysis(evidence);
        Path bundle = kept(asks(merchant, List.of(evidence), "留存备查"));
        assertThat(merchant.custody(evidence).getList("entries.act", String.class))
                .containsExactly("RECEIVED", "ANALYZED", "EXPORTED");
        assertThat(merchant.custody(evidence).getString("entries[2].purpose")).isEqualTo("留存备查");
        assertThat(merchant.custody(evidence).getString("entries[2].detail"))
                .isEqualTo("preservation bundle " + verify(bundle).manifest().bundleId());
        assertThat(verify(bundle).pieces().get(0).custodyEntries()).isEqualTo(3);
        assertThat(text(bundle, "evidence/" + evidence + "/custody.json")).contains("EXPORTED");
    }

    @Test
    void anAuthorityThatIsAwayOrAnswersBadlyCostsNoBundle() throws Exception {
        UUID evidence = merchant.uploads(jpeg(goods(320, 240, 704), 0.9));
        asks(merchant, List.of(evidence), "先取得一个时间戳").then().statusCode(200);
        Map<String, Absence> moods =
                Map.of(
                        "error", Absence.BAD_ANSWER,
                        "noise", Absence.BAD_ANSWER,
                        "foreign", Absence.BAD_ANSWER,
                        "endless", Absence.BAD_ANSWER,
                        "silent", Absence.UNREACHABLE);
        for (Map.Entry<String, Absence> each : moods.entrySet()) {
            mood.set(each.getKey());
            Verdict verdict = verify(kept(asks(merchant, List.of(evidence), "申诉")));
            assertThat(verdict.state()).as(each.getKey()).isEqualTo(State.INTACT);
            assertThat(verdict.time().time()).isNull();
            assertThat(verdict.time().evidence().absence()).isEqualTo(each.getValue());
            assertThat(verdict.newest()).isNotNull();
        }
    }

    @Test
    void theHeadInTheBundleIsThePublishedOne() throws Exception {
        UUID evidence = merchant.uploads(jpeg(goods(320, 240, 705), 0.9));
        Path bundle = kept(asks(merchant, List.of(evidence), "申诉"));
        String day = verify(bundle).newest().head().day();
        List<String> hashes = new ArrayList<>();
        String cursor = "";
        byte[] page;
        do {
            Response answer =
                    platform.asks()
                            .queryParam("day", day)
                            .queryParam("limit", 200)
                            .queryParams(cursor.isEmpty() ? Map.of() : Map.of("cursor", cursor))
                            .get("/v1/audit-heads");
            answer.then().statusCode(200);
            page = answer.asByteArray();
            hashes.addAll(answer.jsonPath().getList("items.hash", String.class));
            cursor = String.valueOf(answer.jsonPath().getString("nextCursor"));
        } while (!cursor.equals("null"));
        assertThat(hashes).contains(verify(bundle).newest().head().hash()).doesNotHaveDuplicates();
        Verdict checked = BundleVerifier.verify(bundle, trust(), KnownHeads.read(page));
        assertThat(checked.newest().publication()).isEqualTo(Publication.PUBLISHED);
    }

    @Test
    void whoMayNotSeeAPieceLearnsNothingAndLeavesNoTrace() {
        UUID own = merchant.uploads(jpeg(goods(320, 240, 706), 0.9));
        UUID foreign = platform.uploads(jpeg(goods(320, 240, 707), 0.9));
        platform.analysis(foreign);
        String unknown = asks(merchant, List.of(UUID.randomUUID()), "x").asString();
        Response answer = asks(merchant, List.of(own, foreign), "x");
        answer.then().statusCode(404).body("type", equalTo("urn:mingjian:problem:not-found"));
        assertThat(answer.asString()).isEqualTo(unknown);
        assertThat(platform.custody(foreign).getList("entries.act", String.class))
                .containsExactly("RECEIVED", "ANALYZED");
        assertThat(merchant.custody(own).getList("entries.act", String.class))
                .doesNotContain("EXPORTED");
        asks(new Party(TestCaller.platform("yougou", SYSTEM_ADMIN)), List.of(foreign), "x")
                .then()
                .statusCode(403);
    }

    @Test
    void aBureauThatHandlesTheMatterGetsAllAndThePlatformNotWhatTheBureauDid() throws Exception {
        UUID evidence = platform.uploads(jpeg(goods(320, 240, 708), 0.9));
        platform.analysis(evidence);
        new Wire(messages)
                .brings(
                        Wire.routed(
                                UUID.randomUUID(),
                                2,
                                "platform-yougou",
                                "samr-huangpu",
                                List.of(evidence)));
        await().until(() -> huangpu.sees(evidence));
        asks(new Party(TestCaller.huangpu(HANDLER)), List.of(evidence), "移送公安机关")
                .then()
                .statusCode(403);
        Path whole = kept(asks(huangpu, List.of(evidence), "移送公安机关"));
        assertThat(verify(whole).pieces().get(0).withheld()).isZero();
        assertThat(text(whole, "evidence/" + evidence + "/custody.json"))
                .as("what the machine found cannot be found by trying which one fits the seal")
                .containsPattern("revision:1 band:[A-Z_]+ nonce:[0-9a-f]{32}\"");
        Path own = kept(asks(platform, List.of(evidence), "申诉"));
        assertThat(verify(own).flaws()).isEmpty();
        assertThat(verify(own).pieces().get(0).withheld()).isEqualTo(2);
        assertThat(text(own, "evidence/" + evidence + "/custody.json"))
                .doesNotContain("samr-huangpu")
                .doesNotContain("移送公安机关")
                .doesNotContain("band:");
    }

    @Test
    void faultsOfARequestAreNamed() {
        UUID evidence = merchant.uploads(jpeg(goods(320, 240, 709), 0.9));
        asks(merchant, List.of(evidence, evidence), " ")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/evidenceIds"))
                .body("errors.pointer", hasItem("/purpose"));
        asks(merchant, List.of(), "x").then().statusCode(422);
        asks(merchant, Stream.generate(UUID::randomUUID).limit(51).toList(), "x")
                .then()
                .statusCode(422);
    }

    @Test
    void oneChangedByteIsNamed() throws Exception {
        UUID evidence = merchant.uploads(jpeg(goods(320, 240, 710), 0.9));
        Path bundle = kept(asks(merchant, List.of(evidence), "申诉"));
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[1000] ^= 1;
        Files.write(bundle, bytes);
        assertThat(verify(bundle).flaws())
                .anyMatch(flaw -> ("evidence/" + evidence + "/original.jpeg").equals(flaw.entry()));
    }

    @Test
    void noFileOfABundleStaysBehind() throws Exception {
        UUID evidence = merchant.uploads(jpeg(goods(320, 240, 711), 0.9));
        asks(merchant, List.of(evidence), "申诉").then().statusCode(200);
        await().until(this::shelfIsEmpty);
        try (Socket asker = asksByHand(evidence)) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    asker.getInputStream(), StandardCharsets.ISO_8859_1));
            int length = 0;
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                String lower = line.toLowerCase(Locale.ROOT);
                length =
                        lower.startsWith("content-length:")
                                ? Integer.parseInt(line.substring(15).strip())
                                : length;
            }
            assertThat(in.skip(length)).as("bytes of the bundle").isPositive().isEqualTo(length);
            await("also while the connection goes on").until(this::shelfIsEmpty);
        }
    }

    @Test
    void whenThereIsNoRoomForAnotherTheAskerIsToldToComeBackAndNothingIsOnRecord() {
        UUID evidence = merchant.uploads(jpeg(goods(320, 240, 712), 0.9));
        await().until(this::shelfIsEmpty);
        List<Place> all = Stream.generate(shelf::take).limit(most).toList();
        try {
            asks(merchant, List.of(evidence), "申诉")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "5")
                    .body("type", equalTo("urn:mingjian:problem:unavailable"));
            assertThat(merchant.custody(evidence).getList("entries.act", String.class))
                    .doesNotContain("EXPORTED");
        } finally {
            all.forEach(Place::leave);
        }
        await().until(this::shelfIsEmpty);
        asks(merchant, List.of(evidence), "申诉").then().statusCode(200);
    }

    @Test
    void whoHangsUpWhileTheBundleIsMadeLeavesNoFile() throws Exception {
        UUID evidence = merchant.uploads(jpeg(goods(320, 240, 713), 0.9));
        await().until(this::shelfIsEmpty);
        mood.set("silent");
        try (Socket asker = asksByHand(evidence)) {
            await().until(() -> !files().isEmpty());
            asker.setSoLinger(true, 0);
        }
        await().until(this::shelfIsEmpty);
        assertThat(merchant.custody(evidence).getList("entries.act", String.class))
                .contains("EXPORTED");
    }

    @Test
    void whoHangsUpDuringTheDownloadLeavesNoFile() throws Exception {
        UUID evidence = merchant.uploads(png(noise(1600, 1600)));
        await().until(this::shelfIsEmpty);
        try (Socket asker = asksByHand(evidence)) {
            assertThat(new String(asker.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 200");
            assertThat(files()).hasSize(1);
            asker.setSoLinger(true, 0);
        }
        await().until(this::shelfIsEmpty);
    }

    @Test
    void whoLooksAtAPieceMeanwhileCostsNoBundle() throws Exception {
        UUID evidence = merchant.uploads(jpeg(goods(320, 240, 714), 0.9));
        merchant.analysis(evidence);
        whileChanging(evidence, "version = version + 1", asksLater(evidence))
                .then()
                .statusCode(200);
    }

    @Test
    void aPieceWhoseTermIsOverMeanwhileIsNotTakenAway() throws Exception {
        UUID evidence = merchant.uploads(jpeg(goods(320, 240, 715), 0.9));
        merchant.analysis(evidence);
        whileChanging(evidence, "content_state = 'DESTROYING'", asksLater(evidence))
                .then()
                .statusCode(410);
        assertThat(merchant.custody(evidence).getList("entries.act", String.class))
                .doesNotContain("EXPORTED");
    }

    private Supplier<Response> asksLater(UUID evidence) {
        return () -> asks(merchant, List.of(evidence), "申诉");
    }

    /** Somebody holds the row and changes it; the change is there when the request goes on. */
    private Response whileChanging(UUID evidence, String change, Supplier<Response> request)
            throws Exception {
        CompletableFuture<Response> answer;
        try (Connection other = source.getConnection()) {
            other.setAutoCommit(false);
            try (PreparedStatement statement =
                    other.prepareStatement("update evidence set " + change + " where id = ?")) {
                statement.setObject(1, evidence);
                assertThat(statement.executeUpdate()).isEqualTo(1);
            }
            answer = CompletableFuture.supplyAsync(request);
            await().until(() -> rowWaits() || answer.isDone());
            other.commit();
        }
        return answer.get();
    }

    private boolean rowWaits() {
        String waiting =
                new Database(source)
                        .asks(
                                "select count(*) from pg_stat_activity"
                                        + " where wait_event_type = 'Lock'"
                                        + " and wait_event in ('transactionid', 'tuple')");
        return !waiting.equals("0");
    }

    /** Reads slowly, so that the answer does not fit between the two ends. */
    private Socket asksByHand(UUID evidence) throws IOException {
        byte[] body =
                "{\"evidenceIds\":[\"%s\"],\"purpose\":\"x\"}"
                        .formatted(evidence)
                        .getBytes(StandardCharsets.UTF_8);
        String head =
                "POST %s HTTP/1.1\r\nHost: here\r\nAuthorization: %s\r\n"
                        + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n";
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1 << 12);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        OutputStream out = socket.getOutputStream();
        out.write(
                head.formatted(DOOR, merchant.caller().bearer(), body.length)
                        .getBytes(StandardCharsets.UTF_8));
        out.write(body);
        out.flush();
        return socket;
    }

    private static BufferedImage noise(int width, int height) {
        Random random = new Random(1);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        return picture;
    }

    private boolean shelfIsEmpty() throws IOException {
        return shelf.free() == most && files().isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(shelf.folder())) {
            return files.toList();
        }
    }

    private static Response asks(Party party, List<UUID> ids, String purpose) {
        return party.asks()
                .contentType("application/json")
                .body(Map.of("evidenceIds", ids, "purpose", purpose))
                .post(DOOR);
    }

    private Path kept(Response answer) throws IOException {
        answer.then().statusCode(200);
        return Files.write(folder.resolve(UUID.randomUUID() + ".zip"), answer.asByteArray());
    }

    private Verdict verify(Path bundle) throws IOException, NotInForm {
        return BundleVerifier.verify(bundle, trust(), KnownHeads.none());
    }

    private Trust trust() throws IOException, NotInForm {
        var certificates = Certificates.read(Files.readAllBytes(root));
        return new Trust(certificates, certificates);
    }

    private static byte[] entry(Path bundle, String name) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            try (InputStream in = zip.getInputStream(entry)) {
                return in.readAllBytes();
            }
        }
    }

    private static String text(Path bundle, String name) throws IOException {
        return new String(entry(bundle, name), StandardCharsets.UTF_8);
    }
}
