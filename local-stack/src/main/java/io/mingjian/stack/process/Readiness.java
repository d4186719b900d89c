package io.mingjian.stack.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits until a started process really serves, or says why it does not. */
public final class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    private Readiness() {}

    /**
     * @param trouble what is still wanting; empty when ready
     * @throws StackFailure when the process ends or the limit passes
     */
    public static void await(Child child, Duration limit, Supplier<Optional<String>> trouble) {
        long begun = System.nanoTime();
        while (true) {
            Optional<String> wanting = trouble.get();
            if (wanting.isEmpty()) {
                return;
            }
            if (!child.isAlive()) {
                throw new StackFailure(
                        "%s ended with status %d before it was ready, see %s"
                                .formatted(child.name(), child.exitStatus(), child.log()));
            }
            if (Progress.since(begun).compareTo(limit) > 0) {
                throw new StackFailure(
                        "%s is not ready after %d s (%s), see %s"
                                .formatted(
                                        child.name(),
                                        limit.toSeconds(),
                                        wanting.get(),
                                        child.log()));
            }
            pause(BETWEEN_LOOKS);
        }
    }

    /** What a health address answers; empty for status 200. */
    public static Optional<String> trouble(URI health) {
        HttpRequest request = HttpRequest.newBuilder(health).timeout(PATIENCE).build();
        try {
            int status = HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 ? Optional.empty() : Optional.of(health + " says " + status);
        } catch (IOException e) {
            return Optional.of(health + " does not answer");
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /**
     * Between two looks at a process.
     *
     * @throws StackFailure when it is interrupted
     */
    static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static StackFailure interrupted() {
        Thread.currentThread().interrupt();
        return new StackFailure("interrupted");
    }
}
