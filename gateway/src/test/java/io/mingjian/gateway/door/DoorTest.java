package io.mingjian.gateway.door;

import static io.mingjian.contracts.OrganisationKind.DISTRICT_BUREAU;
import static io.mingjian.contracts.OrganisationKind.MERCHANT;
import static io.mingjian.contracts.OrganisationKind.MONITOR;
import static io.mingjian.contracts.OrganisationKind.MUNICIPAL_BUREAU;
import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.gateway.testing.Outside.get;
import static io.mingjian.gateway.testing.Outside.json;
import static io.mingjian.gateway.testing.Outside.post;
import static io.mingjian.gateway.testing.Outside.raw;
import static io.mingjian.gateway.testing.Outside.request;
import static io.mingjian.gateway.testing.Outside.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mingjian.gateway.testing.Outside;
import io.mingjian.gateway.testing.Tokens;
import io.mingjian.gateway.testing.Upstream;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Upstream.class)
class DoorTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String COMPLAINT = "/api/registry/v1/complaints/0190a1b2";
    private static final String FILINGS = "/api/registry/v1/filings";
    private static final String EVIDENCE = "/api/detection/v1/evidence";

    private static String handler() {
        return Tokens.of("samr-huangpu", DISTRICT_BUREAU, HANDLER);
    }

    private static String intake() {
        return Tokens.of("samr-huangpu", DISTRICT_BUREAU, INTAKE);
    }

    private static String first(JsonObject echo, String header) {
        JsonArray values = echo.getJsonObject("headers").getJsonArray(header);
        return values == null ? null : values.getString(0);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String name) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        JsonObject problem = json(response);
        assertThat(problem.getString("type")).isEqualTo("urn:mingjian:problem:" + name);
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(problem.getString("traceId")).matches("[0-9a-f]{32}");
        assertThat(response.headers().firstValue("X-Correlation-Id")).isPresent();
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Nested
    class WhatPasses {
        @Test
        void aRequestReachesTheServiceWithItsMethodPathQueryBodyAndToken() {
            String token = intake();
            HttpResponse<String> response = post(token, FILINGS + "?note=%E5%95%86", "{\"a\":1}");
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            JsonObject echo = json(response);
            assertThat(echo.getString("method")).isEqualTo("POST");
            assertThat(echo.getString("uri")).isEqualTo("/v1/filings?note=%E5%95%86");
            assertThat(echo.getLong("length")).isEqualTo(7);
            assertThat(first(echo, "authorization")).isEqualTo("Bearer " + token);
            assertThat(response.headers().firstValue("ETag")).hasValue("\"3\"");
        }

        @Test
        void theServiceLearnsWhereTheRequestCameFromOnlyFromTheDoor() {
            HttpResponse<String> response =
                    send(
                            request(COMPLAINT)
                                    .header("Authorization", "Bearer " + handler())
                                    .header("X-Forwarded-For", "6.6.6.6")
                                    .header("X-Forwarded-Host", "evil.example")
                                    .header("X-Forwarded-Prefix", "/evil")
                                    .header("X-Forwarded-Port", "666")
                                    .header("Forwarded", "for=6.6.6.6")
                                    .header("X-Real-Ip", "6.6.6.6")
                                    .header("X-User", "city.head")
                                    .header("X-Organisation", "samr-shanghai")
                                    .header("X-Http-Method-Override", "DELETE")
                                    .header("Cookie", "q_session=stolen")
                                    .header("X-Purpose", "case-handling"));
            JsonObject echo = json(response);
            assertThat(first(echo, "x-forwarded-for")).isEqualTo("127.0.0.1");
            assertThat(first(echo, "x-forwarded-host")).isEqualTo("127.0.0.1:" + Outside.port());
            assertThat(first(echo, "x-forwarded-prefix")).isEqualTo("/api/registry");
            assertThat(first(echo, "x-forwarded-proto")).isEqualTo("http");
            assertThat(first(echo, "x-purpose")).isEqualTo("case-handling");
            assertThat(echo.getJsonObject("headers").fieldNames())
                    .doesNotContain(
                            "forwarded",
                            "x-real-ip",
                            "x-user",
                            "x-organisation",
                            "x-http-method-override",
                            "cookie",
                            "x-forwarded-port");
            assertThat(echo.getJsonObject("headers").encode()).doesNotContain("6.6.6.6", "evil");
        }

        @Test
        void theCallersTraceAndCorrelationGoOnAndComeBack() {
            String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
            HttpResponse<String> response =
                    send(
                            request(COMPLAINT)
                                    .header("Authorization", "Bearer " + handler())
                                    .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                                    .header("X-Correlation-Id", "case-2026.17"));
            JsonObject echo = json(response);
            assertThat(echo.getJsonObject("headers").getJsonArray("traceparent")).hasSize(1);
            assertThat(first(echo, "traceparent")).startsWith("00-" + trace + "-");
            assertThat(first(echo, "x-correlation-id")).isEqualTo("case-2026.17");
            assertThat(response.headers().allValues("X-Correlation-Id"))
                    .containsExactly("case-2026.17");
        }

        @Test
        void aTraceAndACorrelationAreMadeWhereTheCallerSentNoneOrNonsense() {
            HttpResponse<String> response =
                    send(
                            request(COMPLAINT)
                                    .header("Authorization", "Bearer " + handler())
                                    .header("X-Correlation-Id", "two words\t<script>"));
            JsonObject echo = json(response);
            assertThat(first(echo, "traceparent"))
                    .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
            assertThat(first(echo, "x-correlation-id")).matches("[0-9a-f-]{36}");
            assertThat(response.headers().firstValue("X-Correlation-Id"))
                    .hasValue(first(echo, "x-correlation-id"));
        }

        @Test
        void aLocationIsTurnedIntoAPathThatHoldsOutside() {
            HttpResponse<String> response = post(intake(), FILINGS + "?do=location", "{}");
            assertThat(response.statusCode()).isEqualTo(201);
            assertThat(response.headers().firstValue("Location"))
                    .hasValue("/api/registry/v1/complaints/4711?x=1");
        }

        @Test
        void answersWithoutABodyStayWithoutABody() {
            HttpResponse<String> none = get(handler(), COMPLAINT + "?do=no-content");
            assertThat(none.statusCode()).isEqualTo(204);
            assertThat(none.body()).isEmpty();
            assertThat(none.headers().firstValue("Transfer-Encoding")).isEmpty();
            HttpResponse<String> same = get(handler(), COMPLAINT + "?do=not-modified");
            assertThat(same.statusCode()).isEqualTo(304);
            assertThat(same.headers().firstValue("ETag")).hasValue("\"7\"");
        }

        @Test
        void nothingOfTheInsideComesOut() {
            HttpResponse<String> response = get(handler(), COMPLAINT + "?do=leak");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().map().toString()).doesNotContainIgnoringCase("inside");
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
            assertThat(response.headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .startsWith("default-src 'none'");
            assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        }

        @Test
        void anAnswerFlowsPieceByPiece() throws Exception {
            HttpResponse<InputStream> response =
                    java.net.http.HttpClient.newHttpClient()
                            .send(
                                    request(COMPLAINT + "?do=drip")
                                            .header("Authorization", "Bearer " + handler())
                                            .build(),
                                    HttpResponse.BodyHandlers.ofInputStream());
            byte[] piece = new byte[64];
            int read = response.body().read(piece);
            assertThat(new String(piece, 0, read, StandardCharsets.UTF_8)).isEqualTo("id: 1\n\n");
            assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("id: 2\n\n");
        }

        @Test
        void aQuestionIsAskedOnceMoreIfTheConnectionClosesUnderIt() {
            assertThat(get(handler(), COMPLAINT + "?do=flaky").statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class WhoIsTurnedAway {
        @Test
        void aRequestWithoutATokenIsChallenged() {
            HttpResponse<String> response = send(request(COMPLAINT));
            assertProblem(response, 401, "unauthenticated");
            assertThat(response.headers().firstValue("WWW-Authenticate"))
                    .hasValue("Bearer realm=\"mingjian\"");
        }

        @Test
        void aSessionCookieOfTheConsoleOpensNoApi() {
            assertProblem(
                    send(request(COMPLAINT).header("Cookie", "q_session_console=abc")),
                    401,
                    "unauthenticated");
        }

        @Test
        void anExpiredTokenIsRefusedAsExpired() {
            String token =
                    Tokens.signed(
                            Tokens.claims(DISTRICT_BUREAU, HANDLER)
                                    .issuedAt(Instant.now().minusSeconds(600))
                                    .expiresAt(Instant.now().minusSeconds(300)));
            assertRefused(get(token, COMPLAINT), "expired");
        }

        @Test
        void aTokenForAnotherSystemIsRefused() {
            assertRefused(
                    get(
                            Tokens.signed(
                                    Tokens.claims(DISTRICT_BUREAU, HANDLER).audience("console")),
                            COMPLAINT),
                    "audience");
        }

        @Test
        void aTokenOfAnotherIssuerIsRefused() {
            assertRefused(
                    get(
                            Tokens.signed(
                                    Tokens.claims(DISTRICT_BUREAU, HANDLER)
                                            .issuer("https://evil.test")),
                            COMPLAINT),
                    "invalid");
        }

        @Test
        void aForgedTokenIsRefused() {
            assertRefused(
                    get(Tokens.forged(Tokens.claims(DISTRICT_BUREAU, HANDLER)), COMPLAINT),
                    "invalid");
        }

        @ParameterizedTest
        @ValueSource(strings = {"nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."})
        void textThatIsNoTokenIsRefused(String text) {
            assertRefused(get(text, COMPLAINT), "invalid");
        }

        @Test
        void aTokenBoundToAKeyDoesNotTravelAsAPlainOne() {
            String token =
                    Tokens.signed(
                            Tokens.claims(DISTRICT_BUREAU, HANDLER)
                                    .claim("cnf", java.util.Map.of("jkt", "abc")));
            assertRefused(get(token, COMPLAINT), "bound");
        }

        private void assertRefused(HttpResponse<String> response, String why) {
            assertProblem(response, 401, "unauthenticated");
            assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("Bearer realm=\"mingjian\", error=\"invalid_token\"")
                    .contains(why);
        }

        @Test
        void theWrongRoleIsRefused() {
            assertProblem(post(intake(), COMPLAINT + "/acceptance", "{}"), 403, "forbidden");
        }

        @Test
        void theRightRoleInTheWrongKindOfOrganisationIsRefused() {
            assertProblem(
                    post(Tokens.of(MONITOR, HANDLER, INTEGRATION), COMPLAINT + "/acceptance", "{}"),
                    403,
                    "forbidden");
        }

        @Test
        void aTokenWithoutAKnownKindIsRefused() {
            assertProblem(
                    get(
                            Tokens.signed(
                                    Tokens.claims(DISTRICT_BUREAU, HANDLER).claim("kind", "KING")),
                            COMPLAINT),
                    403,
                    "forbidden");
            assertProblem(
                    get(
                            Tokens.signed(
                                    Tokens.claims(DISTRICT_BUREAU, HANDLER)
                                            .claim("organisation", " ")),
                            COMPLAINT),
                    403,
                    "forbidden");
        }

        @Test
        void theDoorSpeaksEnglishToThoseWhoPreferIt() {
            HttpResponse<String> english =
                    send(request(COMPLAINT).header("Accept-Language", "fr, en-GB;q=0.9, zh;q=0.1"));
            assertThat(json(english).getString("title")).isEqualTo("Not authenticated");
            assertThat(english.headers().firstValue("Content-Language")).hasValue("en");
            HttpResponse<String> chinese =
                    send(request(COMPLAINT).header("Accept-Language", "zh-TW, en;q=0.9"));
            assertThat(json(chinese).getString("title")).isEqualTo("未登录或令牌无效");
        }
    }

    @Nested
    class WhatDoesNotExist {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/api/registry/v1/nothing",
                    "/api/registry/v1/complaints/",
                    "/api/registry/v1//complaints/1",
                    "/api/registry/v1/complaints/a%2Fb",
                    "/api/registry/v1/complaints/%2e%2e",
                    "/api/registry/q/health",
                    "/api/registry/v1/complaints/1/acceptance;x=1",
                    "/api/nobody/v1/complaints/1",
                    "/api/registry",
                    "/api/"
                })
        void anUnknownPathIsNotFoundEvenWithATokenThatMayDoAnything(String path) {
            assertProblem(
                    get(Tokens.of(MUNICIPAL_BUREAU, HANDLER, REVIEWER), path), 404, "not-found");
        }

        @Test
        void dotSegmentsLeadNowhere() {
            String answer =
                    raw(
                            "127.0.0.1",
                            "GET /api/registry/v1/complaints/../../q/metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                    + "Authorization: Bearer "
                                    + handler()
                                    + "\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 404");
        }

        @Test
        void anotherMethodIsToldWhichOnesWork() {
            HttpResponse<String> response =
                    send(request(FILINGS).header("Authorization", "Bearer " + intake()).DELETE());
            assertProblem(response, 405, "method-not-allowed");
            assertThat(response.headers().firstValue("Allow")).hasValue("POST");
        }
    }

    @Nested
    class HowMuchIsTooMuch {
        @Test
        void aBodyThatSaysItIsTooLargeIsRefusedWithTheLimit() {
            HttpResponse<String> response =
                    post(intake(), FILINGS, BodyPublishers.ofByteArray(new byte[1_048_577]));
            assertProblem(response, 413, "too-large");
            assertThat(json(response).getLong("limit")).isEqualTo(1_048_576);
            assertThat(json(response).getString("detail")).contains("1048576");
        }

        @Test
        void aBodyOfUnknownLengthIsCutWhenItGrowsTooLarge() {
            HttpResponse<String> response =
                    post(
                            intake(),
                            FILINGS,
                            BodyPublishers.ofInputStream(
                                    () -> new ByteArrayInputStream(new byte[3_000_000])));
            assertProblem(response, 413, "too-large");
            assertThat(json(response).getLong("limit")).isEqualTo(1_048_576);
        }

        @Test
        void aBodyOfExactlyTheLimitPassesBothWays() {
            byte[] body = new byte[1_048_576];
            HttpResponse<String> declared =
                    post(intake(), FILINGS, BodyPublishers.ofByteArray(body));
            assertThat(json(declared).getLong("length")).isEqualTo(1_048_576);
            HttpResponse<String> chunked =
                    post(
                            intake(),
                            FILINGS,
                            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
            assertThat(json(chunked).getLong("length")).isEqualTo(1_048_576);
        }

        @Test
        void aQuestionWithABodyIsRefused() {
            HttpResponse<String> response =
                    send(
                            request(COMPLAINT)
                                    .header("Authorization", "Bearer " + handler())
                                    .method("GET", BodyPublishers.ofString("hello")));
            assertProblem(response, 413, "too-large");
            assertThat(json(response).getLong("limit")).isZero();
        }

        @Test
        void twoMeaningsOfTheLengthAreRefused() {
            String answer =
                    raw(
                            "127.0.0.1",
                            "POST "
                                    + FILINGS
                                    + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                    + "Authorization: Bearer "
                                    + intake()
                                    + "\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 400");
        }

        @Test
        void fiftyMegabytesReachTheServiceWhole() throws Exception {
            byte[] picture = new byte[50_000_000];
            new Random(7).nextBytes(picture);
            HttpResponse<String> response =
                    post(handler(), EVIDENCE, BodyPublishers.ofByteArray(picture));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(json(response).getLong("length")).isEqualTo(50_000_000);
            assertThat(json(response).getString("sha256"))
                    .isEqualTo(
                            java.util.HexFormat.of()
                                    .formatHex(
                                            java.security.MessageDigest.getInstance("SHA-256")
                                                    .digest(picture)));
        }

        @Test
        void aBodyOfUnknownLengthOverHttp2ReachesTheService() throws Exception {
            java.net.http.HttpClient second =
                    java.net.http.HttpClient.newBuilder()
                            .version(java.net.http.HttpClient.Version.HTTP_2)
                            .build();
            HttpResponse<String> first =
                    second.send(
                            request(COMPLAINT)
                                    .header("Authorization", "Bearer " + handler())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(first.version()).isEqualTo(java.net.http.HttpClient.Version.HTTP_2);
            HttpResponse<String> upload =
                    second.send(
                            request(EVIDENCE)
                                    .header("Authorization", "Bearer " + handler())
                                    .POST(
                                            BodyPublishers.ofInputStream(
                                                    () ->
                                                            new ByteArrayInputStream(
                                                                    new byte[3_000_000])))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(json(upload).getLong("length")).isEqualTo(3_000_000);
            HttpResponse<String> large =
                    second.send(
                            request(FILINGS)
                                    .header("Authorization", "Bearer " + intake())
                                    .POST(
                                            BodyPublishers.ofInputStream(
                                                    () ->
                                                            new ByteArrayInputStream(
                                                                    new byte[3_000_000])))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertProblem(large, 413, "too-large");
        }

        @Test
        void aServiceThatReadsSlowlyHoldsTheSenderBackInsteadOfFillingTheGateway() {
            AtomicLong taken = new AtomicLong();
            CompletableFuture<HttpResponse<String>> answer =
                    CompletableFuture.supplyAsync(
                            () ->
                                    post(
                                            handler(),
                                            EVIDENCE + "?do=hold",
                                            BodyPublishers.ofInputStream(
                                                    () -> zeros(50_000_000, taken))));
            await().atMost(LONG).until(() -> taken.get() > 0);
            long[] last = {-1};
            await().atMost(LONG)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> taken.get() == last[0] || (last[0] = taken.get()) < 0);
            assertThat(taken.get())
                    .as("bytes taken while the service does not read")
                    .isLessThan(25_000_000);
            assertThat(answer.join().body()).isEqualTo("50000000");
        }

        private InputStream zeros(long length, AtomicLong taken) {
            return new InputStream() {
                @Override
                public int read() {
                    return taken.get() < length ? (int) (taken.incrementAndGet() * 0) : -1;
                }

                @Override
                public int read(byte[] into, int offset, int wanted) {
                    long left = length - taken.get();
                    if (left <= 0) {
                        return -1;
                    }
                    int now = (int) Math.min(left, wanted);
                    taken.addAndGet(now);
                    return now;
                }
            };
        }

        @Test
        void aCallerThatAsksFirstIsToldToContinueOnlyIfTheBodyIsWelcome() {
            String head =
                    "POST "
                            + FILINGS
                            + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\nAuthorization: Bearer "
                            + intake()
                            + "\r\n";
            assertThat(raw("127.0.0.1", head + "Content-Length: 2\r\n\r\n{}"))
                    .startsWith("HTTP/1.1 100")
                    .contains("HTTP/1.1 200");
            assertThat(raw("127.0.0.1", head + "Content-Length: 2000000\r\n\r\n"))
                    .startsWith("HTTP/1.1 413");
        }
    }

    @Nested
    class WhenAServiceFails {
        @Test
        void aDeadServiceIsToldAsSuchAndNotAsOneThatIsLate() {
            HttpResponse<String> response =
                    get(Tokens.of(MONITOR, HANDLER), "/api/monitoring/v1/leads");
            assertProblem(response, 502, "upstream-unreachable");
        }

        @Test
        void aServiceThatHangsIsGivenUpAfterItsTime() {
            Instant began = Instant.now();
            assertProblem(get(handler(), COMPLAINT + "?do=hang"), 504, "upstream-timeout");
            assertThat(Duration.between(began, Instant.now()))
                    .isGreaterThan(Duration.ofMillis(4_900));
            assertProblem(post(intake(), FILINGS + "?do=hang", "{}"), 504, "upstream-timeout");
        }

        @Test
        void aServiceThatStopsReadingIsGivenUpAndNotBlamedOnTheCaller() {
            HttpResponse<String> response =
                    post(
                            handler(),
                            EVIDENCE + "?do=deaf",
                            BodyPublishers.ofByteArray(new byte[30_000_000]));
            assertProblem(response, 504, "upstream-timeout");
        }

        @Test
        void aServiceThatBreaksOffBeforeItsAnswerLeavesTheResultUnknown() {
            HttpResponse<String> response = post(intake(), FILINGS + "?do=die", "{}");
            assertProblem(response, 502, "upstream-unreachable");
            assertThat(json(response).getString("detail")).contains("结果未知");
        }

        @Test
        void anAnswerThatBreaksOffIsNotPassedOffAsWhole() {
            assertThatThrownBy(() -> get(handler(), COMPLAINT + "?do=die-midway"))
                    .hasRootCauseInstanceOf(IOException.class);
        }

        @Test
        void aCallerThatStopsSendingIsToldSo() throws IOException {
            try (Socket socket = new Socket("127.0.0.1", Outside.port())) {
                socket.setSoTimeout(60_000);
                socket.getOutputStream()
                        .write(
                                ("POST "
                                                + FILINGS
                                                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 10\r\nAuthorization: Bearer "
                                                + intake()
                                                + "\r\n\r\n{")
                                        .getBytes(StandardCharsets.ISO_8859_1));
                byte[] answer = new byte[20];
                assertThat(socket.getInputStream().readNBytes(answer, 0, 12)).isEqualTo(12);
                assertThat(new String(answer, 0, 12, StandardCharsets.ISO_8859_1))
                        .isEqualTo("HTTP/1.1 408");
            }
        }
    }

    @Nested
    class WhenTheCallerLeaves {
        @Test
        void nothingOfItsExchangeStaysBehind() throws IOException {
            for (String act : new String[] {"hang", "drip", "hold"}) {
                try (Socket socket = new Socket("127.0.0.1", Outside.port())) {
                    socket.getOutputStream()
                            .write(
                                    ("POST "
                                                    + EVIDENCE
                                                    + "?do="
                                                    + act
                                                    + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\nAuthorization: Bearer "
                                                    + handler()
                                                    + "\r\n\r\nhalf")
                                            .getBytes(StandardCharsets.ISO_8859_1));
                    await().atMost(LONG).until(() -> activeExchanges() > 0);
                }
            }
            await().atMost(LONG).until(() -> activeExchanges() == 0);
        }

        @Test
        void norDoesAnythingOfABrokenAnswer() {
            assertThatThrownBy(() -> get(handler(), COMPLAINT + "?do=die-midway"))
                    .hasRootCauseInstanceOf(IOException.class);
            await().atMost(LONG).untilAsserted(() -> assertThat(activeExchanges()).isZero());
        }

        private double activeExchanges() {
            return send(request("/q/metrics"))
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("mingjian_door_exchanges_active"))
                    .mapToDouble(
                            line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .findFirst()
                    .orElse(0);
        }
    }

    @Nested
    class HowOften {
        @Test
        void anOrganisationThatAsksTooOftenIsToldWhenToComeBackAndOthersAreNotHurt() {
            String wang = Tokens.of("merchant-wang", MERCHANT, HANDLER);
            HttpResponse<String> first = get(wang, EVIDENCE + "/1");
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("RateLimit-Policy"))
                    .hasValue("\"organisation\";q=5;w=60");
            assertThat(first.headers().firstValue("RateLimit").orElseThrow())
                    .startsWith("\"organisation\";r=4;t=");
            HttpResponse<String> last =
                    Stream.generate(() -> get(wang, EVIDENCE + "/1"))
                            .limit(5)
                            .reduce((earlier, later) -> later)
                            .orElseThrow();
            assertProblem(last, 429, "rate-limited");
            assertThat(last.headers().firstValue("Retry-After").map(Integer::valueOf).orElseThrow())
                    .isBetween(1, 12);
            assertThat(last.headers().firstValue("RateLimit").orElseThrow())
                    .startsWith("\"organisation\";r=0;");
            assertThat(
                            get(Tokens.of("merchant-li", MERCHANT, HANDLER), EVIDENCE + "/1")
                                    .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void anAddressThatFailsTooOftenIsSlowedDownButAGoodTokenFromThereStillPasses() {
            String bad = "GET " + COMPLAINT + " HTTP/1.1\r\nHost: x\r\n\r\n";
            String good =
                    "GET "
                            + COMPLAINT
                            + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                            + handler()
                            + "\r\n\r\n";
            String answers = raw("127.0.0.77", bad.repeat(260) + good);
            assertThat(answers.split("HTTP/1.1 401", -1).length - 1).isBetween(200, 240);
            assertThat(answers.split("HTTP/1.1 429", -1).length - 1).isBetween(20, 60);
            assertThat(answers.split("Retry-After: ", -1).length - 1).isBetween(20, 60);
            assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(2);
        }
    }

    @Nested
    class WhatOperatorsSee {
        @Test
        void exchangesAreTimedByOperationAndNeverByPath() {
            get(handler(), COMPLAINT);
            String metrics = send(request("/q/metrics")).body();
            assertThat(metrics)
                    .contains(
                            "mingjian_door_exchange_seconds_count{operation=\"GET /v1/complaints/{id}\"")
                    .doesNotContain("0190a1b2");
        }

        @Test
        void readinessTellsOfKeysAndInformsAboutServices() {
            await().atMost(LONG)
                    .untilAsserted(
                            () -> {
                                JsonObject health = json(send(request("/q/health/ready")));
                                assertThat(health.getString("status")).isEqualTo("UP");
                                assertThat(health.encode())
                                        .contains("\"registry\":\"ready\"")
                                        .contains("\"monitoring\":\"unreachable\"");
                            });
        }
    }
}
