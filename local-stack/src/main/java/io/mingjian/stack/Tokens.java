package io.mingjian.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.stack.process.StackFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Access tokens of the example accounts, kept until shortly before they expire.
 *
 * <p>The password grant exists on the local stack's client {@code tour} only; a real installation
 * has no such client.
 */
public final class Tokens {
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final URI tokenEndpoint;
    private final Secrets secrets;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Token> kept = new ConcurrentHashMap<>();

    private record Token(String value, long expiresAtNanos) {
        boolean isFresh() {
            return expiresAtNanos - System.nanoTime() > MARGIN.toNanos();
        }
    }

    Tokens(String issuer, Secrets secrets) {
        this.tokenEndpoint = URI.create(issuer + "/protocol/openid-connect/token");
        this.secrets = secrets;
    }

    /** A token of a person, for instance {@code huangpu.handler}. */
    public String ofUser(String user) {
        return ofUser(user, "tour");
    }

    /** A token of a person through a client whose tokens are for another API. */
    public String withWrongAudience(String user) {
        return ofUser(user, "stranger");
    }

    /** A token of a machine, for instance {@code monitor-jingwei}. */
    public String ofClient(String client) {
        return fresh(
                client,
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        client,
                        "client_secret",
                        secrets.password("client." + client)));
    }

    private String ofUser(String user, String client) {
        return fresh(
                user + "@" + client,
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        client,
                        "client_secret",
                        secrets.password("client." + client),
                        "username",
                        user,
                        "password",
                        secrets.password("user." + user),
                        "scope",
                        "openid"));
    }

    private String fresh(String name, Map<String, String> form) {
        return kept.compute(
                        name,
                        (key, old) -> old != null && old.isFresh() ? old : request(name, form))
                .value();
    }

    /**
     * While its database starts anew the provider fails or is silent, until it has thrown away the
     * connections that broke. A refusal (wrong secret, unknown client) and a provider that is not
     * there are told at once.
     */
    private HttpResponse<String> ask(HttpRequest request) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            boolean last = System.nanoTime() - begun > PATIENCE.toNanos();
            try {
                HttpResponse<String> response =
                        http.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() < 500 || last) {
                    return response;
                }
            } catch (ConnectException notThere) {
                throw notThere;
            } catch (IOException broken) {
                if (last) {
                    throw broken;
                }
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private Token request(String name, Map<String, String> form) {
        HttpRequest request =
                HttpRequest.newBuilder(tokenEndpoint)
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                        .build();
        try {
            HttpResponse<String> response = ask(request);
            if (response.statusCode() != 200) {
                throw new StackFailure("no token for " + name + ": " + response.body());
            }
            JsonNode answer = json.readTree(response.body());
            return new Token(
                    answer.path("access_token").asText(),
                    System.nanoTime()
                            + Duration.ofSeconds(answer.path("expires_in").asLong()).toNanos());
        } catch (IOException e) {
            throw new StackFailure("no token for " + name + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted");
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
