package io.mingjian.detection.evidence;

import static io.mingjian.contracts.Role.AUDITOR;
import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static io.mingjian.detection.media.PictureDrawer.png;
import static io.mingjian.kit.testing.Patience.await;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.mingjian.detection.Party;
import io.mingjian.detection.content.ContentStore;
import io.mingjian.detection.content.Digests;
import io.mingjian.kit.audit.Sm3;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.kit.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class EvidenceIntakeTest {
    private static final int LIMIT = 20 * 1024 * 1024;

    private final Party intake = new Party(TestCaller.city(INTAKE));

    @Inject ContentStore store;

    @ConfigProperty(name = "mingjian.evidence.dir")
    Path directory;

    @TestHTTPResource URL address;

    @Nested
    class Takes {
        @Test
        void aJpegAndTellsItsHashesSizeAndPlace() throws IOException {
            byte[] picture = jpeg(goods(640, 480, 11), 0.9);
            Response answer = intake.sends(picture);
            answer.then()
                    .statusCode(201)
                    .body("mediaType", equalTo("image/jpeg"))
                    .body("width", equalTo(640))
                    .body("height", equalTo(480))
                    .body("sizeBytes", equalTo(picture.length))
                    .body("sha256", equalTo(Digests.of(picture).sha256()))
                    .body("sm3", equalTo(Sm3.hex(picture)))
                    .body("organisation", equalTo("samr-shanghai"))
                    .body("receivedAt", endsWith("+08:00"))
                    .header("ETag", "\"0\"");
            String id = answer.jsonPath().getString("id");
            assertThat(answer.header("Location")).endsWith("/v1/evidence/" + id);
            assertThat(store.read(Digests.of(picture))).isEqualTo(picture);
        }

        @Test
        void aPngWhateverTypeIsDeclared() {
            byte[] picture = png(goods(200, 100, 12));
            for (String declared : new String[] {"image/png", "image/jpeg", "IMAGE/anything"}) {
                intake.asks()
                        .contentType(declared)
                        .body(picture)
                        .post("/v1/evidence")
                        .then()
                        .statusCode(201)
                        .body("mediaType", equalTo("image/png"));
            }
        }

        @Test
        void aPictureThatBreaksOffInside() {
            byte[] whole = jpeg(goods(640, 480, 13), 0.9);
            byte[] broken = Arrays.copyOf(whole, whole.length / 2);
            intake.sends(broken).then().statusCode(201).body("width", equalTo(640));
        }

        @Test
        void theSameContentTwiceAsTwoPiecesOfEvidenceAndOneFile() throws IOException {
            byte[] picture = jpeg(goods(320, 240, 14), 0.9);
            UUID first = intake.uploads(picture);
            UUID second = new Party(TestCaller.huangpu(INTAKE)).uploads(picture);
            assertThat(first).isNotEqualTo(second);
            try (Stream<Path> files = Files.walk(directory.resolve("sha256"))) {
                assertThat(files.filter(f -> f.endsWith(Digests.of(picture).sha256()))).hasSize(1);
            }
        }

        @Test
        void aPictureOfExactlyTheLimit() {
            byte[] picture = jpeg(goods(320, 240, 15), 0.9);
            byte[] padded = Arrays.copyOf(picture, LIMIT);
            intake.sends(padded).then().statusCode(201).body("sizeBytes", equalTo(LIMIT));
        }

        @Test
        void aBodyInManyPiecesWithoutAnnouncedLength() throws IOException {
            byte[] picture = jpeg(goods(640, 480, 16), 0.95);
            String answer = raw(head("Transfer-Encoding: chunked"), chunked(picture, 777));
            assertThat(answer).startsWith("HTTP/1.1 201").contains(Digests.of(picture).sha256());
        }
    }

    @Nested
    class Refuses {
        @Test
        void anEmptyBody() {
            problem(intake.sends(new byte[0]), 422, "invalid", "为空");
        }

        @Test
        void aTextThatCallsItselfPicture() {
            problem(intake.sends("no picture".getBytes(UTF_8)), 415, "unsupported-media", "JPEG");
        }

        @Test
        void aDrawingThatMayHoldScripts() {
            byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8);
            problem(intake.sends(svg), 415, "unsupported-media", "PNG");
        }

        @Test
        void aPictureWhoseHeadIsCutOff() {
            byte[] head = Arrays.copyOf(jpeg(goods(64, 64, 17), 0.9), 12);
            problem(intake.sends(head), 415, "unsupported-media", "JPEG");
        }

        @Test
        void aSmallFileThatClaimsSixtyThousandBySixtyThousand() {
            problem(intake.sends(bomb(60_000, 60_000)), 422, "invalid", "60000×60000");
        }

        @Test
        void aFormInsteadOfTheBytes() {
            Response answer =
                    intake.asks()
                            .multiPart("file", "a.jpg", jpeg(goods(64, 64, 18), 0.9))
                            .post("/v1/evidence");
            problem(answer, 415, "unsupported-media", "JPEG");
        }

        @Test
        void oneByteOverTheLimitAndSaysWhatTheLimitIs() {
            byte[] padded = Arrays.copyOf(jpeg(goods(64, 64, 19), 0.9), LIMIT + 1);
            problem(intake.sends(padded), 413, "too-large", "20 MB");
        }

        @Test
        void aBodyThatGrowsOverTheLimitUnannounced() throws IOException {
            byte[] padded = Arrays.copyOf(jpeg(goods(64, 64, 20), 0.9), LIMIT + 100_000);
            String answer = raw(head("Transfer-Encoding: chunked"), chunked(padded, 60_000));
            assertThat(answer).startsWith("HTTP/1.1 413").contains("20 MB", "too-large");
        }

        @Test
        void aHugeAnnouncementBeforeTheBodyIsSent() throws IOException {
            String answer = raw(head("Content-Length: 3000000000"), new byte[0]);
            assertThat(answer).startsWith("HTTP/1.1 413");
        }

        @Test
        void whoMayNotUpload() {
            byte[] picture = jpeg(goods(64, 64, 21), 0.9);
            problem(new Party(TestCaller.city(AUDITOR)).sends(picture), 403, "forbidden", "");
            Response noToken = RestAssured.given().body(picture).post("/v1/evidence");
            assertThat(noToken.statusCode()).isEqualTo(401);
            Response wrongAudience =
                    RestAssured.given()
                            .header(
                                    "Authorization",
                                    "Bearer "
                                            + Tokens.forAudience(TestCaller.city(INTAKE), "other"))
                            .body(picture)
                            .post("/v1/evidence");
            assertThat(wrongAudience.statusCode()).isEqualTo(401);
        }

        @Test
        void andLeavesNothingBehind() {
            intake.sends("no picture".getBytes(UTF_8)).then().statusCode(415);
            intake.sends(bomb(60_000, 60_000)).then().statusCode(422);
            await().until(() -> parts() == 0);
        }
    }

    @Nested
    class WithAnIdempotencyKey {
        @Test
        void theSameBytesGetTheSameAnswer() {
            byte[] picture = jpeg(goods(320, 200, 22), 0.9);
            Response first = sends("key-a", picture);
            Response again = sends("key-a", picture);
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.jsonPath().getString("id"))
                    .isEqualTo(first.jsonPath().getString("id"));
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        }

        @Test
        void otherBytesAreRefused() {
            sends("key-b", jpeg(goods(320, 200, 23), 0.9)).then().statusCode(201);
            problem(
                    sends("key-b", jpeg(goods(320, 200, 24), 0.9)),
                    422,
                    "idempotency-key-reuse",
                    "Idempotency-Key");
        }

        @Test
        void anotherOrganisationsKeyIsItsOwn() {
            byte[] picture = jpeg(goods(320, 200, 25), 0.9);
            String mine = sends("key-c", picture).jsonPath().getString("id");
            Party platform = new Party(TestCaller.platform("yougou", INTEGRATION));
            String theirs =
                    platform.asks()
                            .header("Idempotency-Key", "key-c")
                            .contentType("image/jpeg")
                            .body(picture)
                            .post("/v1/evidence")
                            .then()
                            .statusCode(201)
                            .extract()
                            .jsonPath()
                            .getString("id");
            assertThat(theirs).isNotEqualTo(mine);
        }

        private Response sends(String key, byte[] picture) {
            return intake.asks()
                    .header("Idempotency-Key", key)
                    .contentType("image/jpeg")
                    .body(picture)
                    .post("/v1/evidence");
        }
    }

    @Test
    void aSenderThatHangsUpLeavesNothingBehind() throws IOException {
        byte[] picture = jpeg(goods(640, 480, 26), 0.9);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head("Content-Length: " + picture.length));
            out.write(picture, 0, picture.length / 2);
            out.flush();
            await().until(() -> parts() == 1);
        }
        await().until(() -> parts() == 0);
    }

    private long parts() throws IOException {
        if (!Files.isDirectory(directory.resolve("incoming"))) {
            return 0;
        }
        try (Stream<Path> files = Files.list(directory.resolve("incoming"))) {
            return files.filter(f -> f.toString().endsWith(".part")).count();
        }
    }

    private static void problem(Response answer, int status, String name, String detail) {
        answer.then()
                .statusCode(status)
                .contentType(containsString("application/problem+json"))
                .body("type", equalTo("urn:mingjian:problem:" + name));
        assertThat(answer.asString()).contains(detail);
    }

    private byte[] head(String length) {
        return ("POST /v1/evidence HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/jpeg\r\n"
                        + "Connection: close\r\nAuthorization: "
                        + TestCaller.city(HANDLER).bearer()
                        + "\r\n"
                        + length
                        + "\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    /** Speaks HTTP by hand and reads until the server closes. */
    private String raw(byte[] head, byte[] body) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(head);
            out.write(body);
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static byte[] chunked(byte[] body, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; at += size) {
            int length = Math.min(size, body.length - at);
            out.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
            out.write(body, at, length);
            out.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        out.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    /** A PNG of a few bytes whose head claims any size. */
    private static byte[] bomb(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        byte[] head =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array();
        chunk(out, "IHDR", head);
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[100_000]);
        deflater.finish();
        byte[] packed = new byte[1000];
        chunk(out, "IDAT", Arrays.copyOf(packed, deflater.deflate(packed)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
