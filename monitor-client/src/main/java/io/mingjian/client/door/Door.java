package io.mingjian.client.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.client.Ending;
import io.mingjian.client.Language;
import io.mingjian.client.Stopped;
import io.mingjian.client.Text;
import io.mingjian.client.attachment.ChangedFile;
import io.mingjian.client.attachment.CheckedStream;
import io.mingjian.client.attachment.Hashes;
import io.mingjian.client.findings.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The gateway. Each request carries an {@code Idempotency-Key} that follows from its content, so it
 * can be sent again until there is an answer; whatever becomes of the answer, it has one effect.
 */
public final class Door {
    private static final Duration ANSWER = Duration.ofSeconds(120);

    /** A line that is slower than this is taken for a cut one. */
    private static final int LEAST_BYTES_PER_SECOND = 32 * 1024;

    private static final Set<Integer> TRANSIENT = Set.of(408, 500, 502, 504);

    private final Http http;
    private final URI gateway;
    private final Tokens tokens;
    private final Duration patience;
    private final Language language;
    private final Consumer<Text> notes;
    private final Clock clock = Clock.systemUTC();

    /**
     * Where the gateway is and how long it is waited for.
     *
     * @param issuer of the identity provider, whose token endpoint is found by discovery
     * @param ca certificates of a private authority
     * @param patience how long one request is tried again while nothing answers
     * @param notes hears why there is a pause
     */
    public record Settings(
            URI gateway,
            URI issuer,
            @Nullable Path ca,
            Duration patience,
            Language language,
            Consumer<Text> notes) {}

    public Door(Settings settings, Credentials credentials) throws IOException {
        this.http = new Http(settings.ca());
        this.gateway = settings.gateway();
        this.patience = settings.patience();
        this.language = settings.language();
        this.notes = settings.notes();
        this.tokens = new Tokens(http, settings.issuer(), credentials, patience, notes, clock);
    }

    /**
     * Asks for what must be there.
     *
     * @throws Stopped if it is not, or not for this agency
     */
    public Answer get(String path) throws InterruptedException {
        try {
            return exchange(path, ANSWER, Body::none, (request, none) -> request.GET());
        } catch (ChangedFile impossible) {
            throw new IllegalStateException("nothing is sent", impossible);
        }
    }

    public Answer postJson(String path, byte[] body, String key) throws InterruptedException {
        try {
            return post(
                    path,
                    "application/json",
                    key,
                    ANSWER,
                    () -> new Body(BodyPublishers.ofByteArray(body), null));
        } catch (ChangedFile impossible) {
            throw new IllegalStateException("bytes in memory do not change", impossible);
        }
    }

    /**
     * Sends a file if it is the one that was checked.
     *
     * @throws ChangedFile if it is not; the gateway has not got it then
     */
    public Answer postFile(String path, Path file, Hashes hashes, String key)
            throws InterruptedException, ChangedFile {
        return post(
                path,
                "application/octet-stream",
                key,
                ANSWER.plusSeconds(sizeOf(file) / LEAST_BYTES_PER_SECOND),
                () -> body(file, hashes));
    }

    private static long sizeOf(Path file) {
        return file.toFile().length();
    }

    private static Body body(Path file, Hashes hashes) throws IOException {
        long length = Files.size(file);
        CheckedStream stream = new CheckedStream(file, hashes);
        return new Body(
                BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> stream), length),
                stream);
    }

    /**
     * One attempt's body.
     *
     * @param stream the file behind it, if there is one
     */
    private record Body(BodyPublisher publisher, @Nullable CheckedStream stream)
            implements AutoCloseable {
        static Body none() {
            return new Body(BodyPublishers.noBody(), null);
        }

        boolean isChanged() {
            return stream != null && stream.isChanged();
        }

        @Override
        public void close() throws IOException {
            if (stream != null) {
                stream.close();
            }
        }
    }

    /** Made anew for each attempt. */
    private interface Bodies {
        Body next() throws IOException;
    }

    /** Puts method and headers on a request. */
    private interface Dressing {
        void on(HttpRequest.Builder request, Body body);
    }

    private Answer post(String path, String type, String key, Duration most, Bodies bodies)
            throws InterruptedException, ChangedFile {
        return exchange(
                path,
                most,
                bodies,
                (request, body) ->
                        request.header("Content-Type", type)
                                .header("Idempotency-Key", key)
                                .POST(body.publisher()));
    }

    private Answer exchange(String path, Duration most, Bodies bodies, Dressing dressing)
            throws InterruptedException, ChangedFile {
        Patience tries = new Patience(patience, notes);
        boolean renewed = false;
        while (true) {
            String token = tokens.get();
            HttpResponse<byte[]> answer = attempt(path, token, most, bodies, dressing, tries);
            if (answer == null) {
                continue;
            }
            int status = answer.statusCode();
            if (status == 401 && !renewed) {
                tokens.discard(token);
                renewed = true;
            } else if (status == 429 || status == 503) {
                tries.told(answer, clock.instant());
            } else if (TRANSIENT.contains(status)) {
                tries.failed("HTTP " + status);
            } else {
                return understood(answer);
            }
        }
    }

    /** Null when nothing answered; the wait is over then. */
    private @Nullable HttpResponse<byte[]> attempt(
            String path,
            String token,
            Duration most,
            Bodies bodies,
            Dressing dressing,
            Patience tries)
            throws InterruptedException, ChangedFile {
        String trouble;
        try (Body body = bodies.next()) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(gateway.resolve(path))
                            .header("Accept", "application/json, application/problem+json")
                            .header("Accept-Language", language.tag())
                            .header("Authorization", "Bearer " + token);
            dressing.on(request, body);
            try {
                return http.send(request.build(), most);
            } catch (IOException away) {
                if (body.isChanged()) {
                    throw new ChangedFile();
                }
                trouble = String.valueOf(away.getMessage());
            }
        } catch (ChangedFile changed) {
            throw changed;
        } catch (NoSuchFileException gone) {
            throw new ChangedFile();
        } catch (IOException unreadable) {
            trouble = String.valueOf(unreadable.getMessage());
        }
        tries.failed(trouble);
        return null;
    }

    private static Answer understood(HttpResponse<byte[]> response) {
        JsonNode body;
        try {
            body = Json.mapper().readTree(response.body());
        } catch (IOException notJson) {
            body = Json.mapper().missingNode();
        }
        Answer answer = new Answer(response.statusCode(), body);
        if (answer.status() == 401 || answer.status() == 403 || answer.status() == 404) {
            throw new Stopped(Ending.NOT_ALLOWED, Text.of("%s", "%s", answer.detail()));
        }
        if (answer.status() >= 300 && answer.status() < 400) {
            throw new Stopped(
                    Ending.NOT_ALLOWED,
                    Text.of(
                            "网关要求转向他处（HTTP %d），请核对 --door",
                            "the gateway points elsewhere (HTTP %d); check --door",
                            answer.status()));
        }
        return answer;
    }
}
