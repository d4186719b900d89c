package io.mingjian.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.client.findings.Json;
import io.mingjian.client.journal.Done;
import java.io.PrintStream;

/** Findings that the platform did not take, in words and as JSON. */
final class Refusals {
    private Refusals() {}

    static void print(Done done, PrintStream out) {
        JsonNode problem = problem(done);
        out.println(
                "  %s  HTTP %d  %s"
                        .formatted(
                                done.findingNo(),
                                done.status(),
                                problem.path("detail").asText("")));
        for (JsonNode error : problem.path("errors")) {
            out.println(
                    "      %s  %s"
                            .formatted(
                                    error.path("pointer").asText(), error.path("detail").asText()));
        }
    }

    static ObjectNode json(Done done) {
        JsonNode problem = problem(done);
        ObjectNode refusal =
                Json.mapper()
                        .createObjectNode()
                        .put("findingNo", done.findingNo())
                        .put("status", done.status())
                        .put("type", problem.path("type").asText("about:blank"))
                        .put("detail", problem.path("detail").asText(""));
        ArrayNode errors = refusal.putArray("errors");
        for (JsonNode error : problem.path("errors")) {
            errors.addObject()
                    .put("pointer", error.path("pointer").asText())
                    .put("code", error.path("code").asText())
                    .put("detail", error.path("detail").asText());
        }
        return refusal;
    }

    private static JsonNode problem(Done done) {
        JsonNode problem = done.problem();
        return problem == null ? Json.mapper().missingNode() : problem;
    }
}
