package io.mingjian.detection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/** The topics: what others tell this service, and what this service tells. */
public final class Wire {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final InMemoryConnector messages;

    public Wire(InMemoryConnector messages) {
        this.messages = messages;
    }

    /** An event of another service as JSON. */
    public static String event(String type, UUID aggregate, long revision, Map<String, ?> data) {
        try {
            return JSON.writeValueAsString(
                    Map.of(
                            "specversion",
                            "1.0",
                            "id",
                            UUID.randomUUID().toString(),
                            "source",
                            "/mingjian/elsewhere",
                            "type",
                            type,
                            "subject",
                            aggregate.toString(),
                            "time",
                            "2026-11-24T10:00:00+08:00",
                            "datacontenttype",
                            "application/json",
                            "revision",
                            revision,
                            "data",
                            data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String registered(UUID filing, long revision, String by, List<UUID> evidence) {
        return registered(filing, UUID.randomUUID(), revision, by, evidence);
    }

    /** One part of a mixed filing, which shares its submission with the other part. */
    public static String registered(
            UUID filing, UUID submission, long revision, String by, List<UUID> evidence) {
        return event(
                "filing.registered.v1",
                filing,
                revision,
                Map.of(
                        "filingId",
                        filing,
                        "registrationNo",
                        "T-1",
                        "kind",
                        "COMPLAINT",
                        "submissionId",
                        submission,
                        "registeringOrganisation",
                        by,
                        "evidenceIds",
                        evidence,
                        "receivedAt",
                        "2026-11-24T10:00:00+08:00"));
    }

    public static String routed(
            UUID filing, long revision, String by, String district, List<UUID> evidence) {
        return routing("filing.routed.v1", filing, revision, by, district, evidence);
    }

    public static String returned(
            UUID filing, long revision, String by, String district, List<UUID> evidence) {
        return routing("filing.returned.v1", filing, revision, by, district, evidence);
    }

    private static String routing(
            String type, UUID filing, long revision, String by, String to, List<UUID> evidence) {
        return event(
                type,
                filing,
                revision,
                Map.of(
                        "filingId", filing,
                        "kind", "COMPLAINT",
                        "registeringOrganisation", by,
                        "districtOrganisation", to,
                        "districtCode", "310101",
                        "evidenceIds", evidence,
                        "dueOn", "2026-12-03"));
    }

    /** A filing was filed away. */
    public static String closed(UUID filing, long revision, String on) {
        return event(
                "filing.closed.v1",
                filing,
                revision,
                Map.of(
                        "filingId", filing,
                        "kind", "COMPLAINT",
                        "step", "ARCHIVE",
                        "from", "TERMINATED",
                        "to", "CLOSED",
                        "on", on));
    }

    public static String assigned(
            UUID lead, long revision, String agency, String district, List<UUID> evidence) {
        return lead("assigned", lead, revision, agency, district, evidence);
    }

    /**
     * A lead moved.
     *
     * @param step the word in the event's type, as {@code return-requested}
     * @param district none before it is assigned
     */
    public static String lead(
            String step,
            UUID lead,
            long revision,
            String agency,
            @Nullable String district,
            List<UUID> evidence) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("leadId", lead);
        data.put("leadNo", "L-1");
        data.put("instructionId", UUID.randomUUID());
        data.put("agency", agency);
        data.put("state", step.toUpperCase(Locale.ROOT).replace('-', '_'));
        if (district != null) {
            data.put("districtOrganisation", district);
        }
        data.put("evidenceIds", evidence);
        return event("lead." + step + ".v1", lead, revision, data);
    }

    /** A platform answered a bureau's letter and named evidence. */
    public static String answered(
            UUID letter, long revision, String platform, String bureau, List<UUID> evidence) {
        return letter("letter.answered.v1", letter, revision, platform, bureau, evidence);
    }

    /** An answered letter went with its lead to another bureau. */
    public static String handedOver(
            UUID letter, long revision, String platform, String bureau, List<UUID> evidence) {
        return letter("letter.handed-over.v1", letter, revision, platform, bureau, evidence);
    }

    private static String letter(
            String type,
            UUID letter,
            long revision,
            String platform,
            String bureau,
            List<UUID> evidence) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("letterId", letter);
        data.put("letterNo", "XZ-1");
        data.put("bureau", bureau);
        data.put("platform", platform);
        data.put("state", "ANSWERED");
        data.put("evidenceIds", evidence);
        return event(type, letter, revision, data);
    }

    public void brings(String... events) {
        for (String event : events) {
            messages.<String>source("events").send(event);
        }
    }

    /** What this service has published about a piece of evidence, in order. */
    public List<JsonNode> published(UUID evidence, String type) {
        return messages.<String>sink("outbox").received().stream()
                .map(Message::getPayload)
                .map(Wire::read)
                .filter(event -> event.path("subject").asText().equals(evidence.toString()))
                .filter(event -> event.path("type").asText().equals(type))
                .collect(Collectors.toList());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
