package io.mingjian.monitoring.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Detection's door for evidence, entered as the caller: what is handed over belongs to the agency,
 * and its custody begins with the person or client that asked.
 */
@ApplicationScoped
class EvidenceDoor {
    private static final Duration USUAL_WAIT = Duration.ofSeconds(5);

    private final URI address;
    private final Duration patience;
    private final ObjectMapper json;
    private final HttpClient http;

    EvidenceDoor(
            @ConfigProperty(name = "mingjian.detection.url") URI detection,
            BundleSettings settings,
            ObjectMapper json) {
        this.address = detection.resolve("/v1/evidence");
        this.patience = settings.patience();
        this.json = json;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
    }

    /** What became of a file. */
    sealed interface Outcome permits Taken, Refused, NotNow {}

    /** It is evidence. */
    record Taken(UUID evidenceId) implements Outcome {}

    /** It is none, and will be none. */
    record Refused(String why) implements Outcome {}

    /** To be tried again. */
    record NotNow(String why, Duration rest) implements Outcome {}

    /** Nobody says that a file is evidence of which other bytes were kept. */
    private static final NotNow OTHER_BYTES =
            new NotNow("证据服务登记的校验值与移交的文件不符，未登记为证据；请稍后继续移交，仍不符时请联系管理员。", USUAL_WAIT);

    /**
     * Hands over one file.
     *
     * @param key the same for the same file of the same bundle, so that it becomes evidence once
     * @param sha256 of the file; it is taken only if detection answers the same
     */
    Outcome hand(String token, String key, Path file, String sha256) throws FileNotFoundException {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(patience)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/octet-stream")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofFile(file))
                        .build();
        try {
            return outcome(http.send(request, BodyHandlers.ofString()), sha256);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return unavailable();
        } catch (IOException unreachable) {
            return unavailable();
        }
    }

    private Outcome outcome(HttpResponse<String> answer, String sha256) {
        return switch (answer.statusCode()) {
            case 200, 201 -> taken(answer.body(), sha256);
            case 400, 409, 413, 415, 422 -> new Refused(detail(answer.body()));
            case 401, 403 -> new NotNow("证据服务未接受本次令牌，请重新登录后继续移交。", USUAL_WAIT);
            case 429 -> new NotNow(detail(answer.body()), wait(answer));
            default -> unavailable();
        };
    }

    private Outcome taken(String body, String sha256) {
        try {
            JsonNode evidence = json.readTree(body);
            UUID id = UUID.fromString(evidence.path("id").asText());
            return evidence.path("sha256").asText().equals(sha256) ? new Taken(id) : OTHER_BYTES;
        } catch (JsonProcessingException | IllegalArgumentException odd) {
            return unavailable();
        }
    }

    private String detail(String problem) {
        try {
            JsonNode read = json.readTree(problem);
            JsonNode first = read.path("errors").path(0).path("detail");
            String detail = first.isTextual() ? first.asText() : read.path("detail").asText();
            return detail.isBlank() ? "证据服务不接收此文件。" : detail;
        } catch (JsonProcessingException noProblem) {
            return "证据服务不接收此文件。";
        }
    }

    private static Duration wait(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(USUAL_WAIT);
    }

    private static NotNow unavailable() {
        return new NotNow("证据服务暂时无法使用，请稍后继续移交。", USUAL_WAIT);
    }
}
