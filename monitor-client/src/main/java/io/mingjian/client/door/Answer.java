package io.mingjian.client.door;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the gateway answered, be it yes or no.
 *
 * @param body a missing node if it was no JSON
 */
public record Answer(int status, JsonNode body) {
    /** The sentence of a problem document, or the status. */
    public String detail() {
        String detail = body.path("detail").asText("");
        return detail.isEmpty() ? "HTTP " + status : detail + "（HTTP " + status + "）";
    }
}
