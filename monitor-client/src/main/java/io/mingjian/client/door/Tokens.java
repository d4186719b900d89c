package io.mingjian.client.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.client.Ending;
import io.mingjian.client.Stopped;
import io.mingjian.client.Text;
import io.mingjian.client.findings.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Access tokens by client credentials, kept until shortly before they expire. */
final class Tokens {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final long SHORTEST_SECONDS = 5;
    private static final long MARGIN_SECONDS = 20;

    private final Http http;
    private final URI issuer;
    private final Credentials credentials;
    private final Duration patience;
    private final Consumer<Text> notes;
    private final Clock clock;
    private @Nullable URI endpoint;
    private @Nullable String token;
    private long goodUntilNanos;

    Tokens(
            Http http,
            URI issuer,
            Credentials credentials,
            Duration patience,
            Consumer<Text> notes,
            Clock clock) {
        this.http = http;
        this.issuer = issuer;
        this.credentials = credentials;
        this.patience = patience;
        this.notes = notes;
        this.clock = clock;
    }

    synchronized String get() throws InterruptedException {
        String kept = token;
        if (kept != null && System.nanoTime() - goodUntilNanos < 0) {
            return kept;
        }
        JsonNode answer = request();
        String fresh = answer.path("access_token").asText("");
        if (fresh.isEmpty()) {
            throw refused("no access_token");
        }
        long seconds = answer.path("expires_in").asLong(60);
        long used = Math.max(SHORTEST_SECONDS, seconds - MARGIN_SECONDS);
        goodUntilNanos = System.nanoTime() + Duration.ofSeconds(Math.min(seconds, used)).toNanos();
        token = fresh;
        return fresh;
    }

    /** The gateway would not have this one; whoever asks next gets another. */
    synchronized void discard(String refused) {
        if (refused.equals(token)) {
            token = null;
        }
    }

    private JsonNode request() throws InterruptedException {
        URI address = endpoint();
        Patience tries = new Patience(patience, notes);
        while (true) {
            String form =
                    credentials.form(address.toString(), clock.instant()).entrySet().stream()
                            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                            .collect(Collectors.joining("&"));
            HttpRequest request =
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Accept", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build();
            HttpResponse<byte[]> answer = tried(request, tries);
            if (answer != null) {
                return read(answer);
            }
        }
    }

    private URI endpoint() throws InterruptedException {
        URI known = endpoint;
        if (known != null) {
            return known;
        }
        String base = issuer.toString().replaceAll("/+$", "");
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + "/.well-known/openid-configuration"))
                        .header("Accept", "application/json")
                        .build();
        Patience tries = new Patience(patience, notes);
        HttpResponse<byte[]> answer = tried(request, tries);
        while (answer == null) {
            answer = tried(request, tries);
        }
        JsonNode told = read(answer);
        if (!told.path("issuer").asText().replaceAll("/+$", "").equals(base)) {
            throw refused("the issuer calls itself " + told.path("issuer").asText());
        }
        URI found = Addresses.secure("token_endpoint", told.path("token_endpoint").asText("none"));
        endpoint = found;
        return found;
    }

    /** Null when it should be tried again; the wait is over then. */
    private @Nullable HttpResponse<byte[]> tried(HttpRequest request, Patience tries)
            throws InterruptedException {
        try {
            HttpResponse<byte[]> answer = http.send(request, ANSWER);
            if (answer.statusCode() == 429 || answer.statusCode() == 503) {
                tries.told(answer, clock.instant());
                return null;
            }
            if (answer.statusCode() >= 500) {
                tries.failed("HTTP " + answer.statusCode());
                return null;
            }
            return answer;
        } catch (IOException away) {
            tries.failed(String.valueOf(away.getMessage()));
            return null;
        }
    }

    /** Of a refusal only the code is told: nobody knows what else stands in it. */
    private static JsonNode read(HttpResponse<byte[]> answer) {
        JsonNode body;
        try {
            body = Json.mapper().readTree(answer.body());
        } catch (IOException notJson) {
            body = Json.mapper().missingNode();
        }
        if (answer.statusCode() != 200) {
            throw refused("HTTP " + answer.statusCode() + " " + body.path("error").asText(""));
        }
        return body;
    }

    private static Stopped refused(String why) {
        return new Stopped(
                Ending.NOT_ALLOWED,
                Text.of(
                        "身份认证服务未签发令牌（%s），请核对凭据",
                        "the identity provider gave no token (%s); check the credentials",
                        why.strip()));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
