package io.mingjian.monitoring;

import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.JINGWEI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.mingjian.kit.testing.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Also whoever comes past the gateway cannot have the service hold a body of any size. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class BodyBoundsTest {
    private static final int MIB = 1 << 20;

    @TestHTTPResource URI here;

    private String leads;
    private String batches;

    @BeforeEach
    void anInstructionIsOpen() {
        Today.is(LocalDate.of(2026, 4, 15));
        String instruction = CITY.issues(LocalDate.of(2026, 4, 24), "monitor-jingwei");
        JINGWEI.acknowledges(instruction);
        leads = "/v1/instructions/" + instruction + "/leads";
        batches = "/v1/instructions/" + instruction + "/lead-batches";
    }

    private static String padded(String json, int length) {
        return json + " ".repeat(length - json.length());
    }

    @Test
    void aDocumentThatSaysThatItIsTooLargeIsRefusedWithTheLimit() {
        JINGWEI.post(leads, padded("{}", MIB + 1))
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:mingjian:problem:too-large"))
                .body("detail", containsString("1 MB"));
        JINGWEI.post(leads, padded("{}", MIB)).statusCode(422);
    }

    @Test
    void aBatchMayBeTwiceAsLarge() {
        JINGWEI.post(batches, padded("{\"items\":[{}]}", 2 * MIB)).statusCode(207);
        JINGWEI.post(batches, padded("{\"items\":[{}]}", 2 * MIB + 1))
                .statusCode(413)
                .body("detail", containsString("2 MB"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/instructions", "/v1/campaigns", "/v1/agencies"})
    void everyOtherDoorIsBoundAsWell(String path) {
        CITY.post(path, padded("{}", MIB + 1)).statusCode(413);
    }

    @Test
    void oneThatDoesNotSayHowLargeItIsIsCounted() throws Exception {
        HttpResponse<String> answer = sendsInPieces(padded("{}", MIB + 1));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:mingjian:problem:too-large", "1 MB");
        assertThat(sendsInPieces(padded("{}", MIB)).statusCode()).isEqualTo(422);
    }

    private HttpResponse<String> sendsInPieces(String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(here.resolve(leads))
                        .header("Authorization", JINGWEI.who().bearer())
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () ->
                                                new ByteArrayInputStream(
                                                        body.getBytes(StandardCharsets.UTF_8))))
                        .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofString());
    }

    /** What is announced is never sent: it is refused before a byte of it is read. */
    @Test
    void fiveGigabytesOfJsonAreNotWaitedFor() throws IOException {
        try (Socket socket = new Socket(here.getHost(), here.getPort())) {
            String head =
                    "POST %s HTTP/1.1\r\nHost: here\r\nAuthorization: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                            .formatted(leads, JINGWEI.who().bearer(), 5L << 30);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(20_000);
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }
}
