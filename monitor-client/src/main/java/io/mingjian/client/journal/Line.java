package io.mingjian.client.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.client.findings.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/** One line of a journal: eight hex digits of CRC-32C, a blank, a JSON object. */
final class Line {
    private static final int DIGITS = 8;

    private Line() {}

    static byte[] write(ObjectNode entry) {
        String json = new String(Json.bytes(entry), StandardCharsets.UTF_8);
        return (checksum(json) + " " + json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Nothing if the line is torn or damaged. */
    static Optional<JsonNode> read(String line) {
        if (line.length() < DIGITS + 2 || line.charAt(DIGITS) != ' ') {
            return Optional.empty();
        }
        String json = line.substring(DIGITS + 1);
        if (!checksum(json).equals(line.substring(0, DIGITS))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.mapper().readTree(json));
        } catch (JsonProcessingException damaged) {
            return Optional.empty();
        }
    }

    private static String checksum(String json) {
        CRC32C crc = new CRC32C();
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        crc.update(bytes, 0, bytes.length);
        return "%08x".formatted(crc.getValue());
    }
}
