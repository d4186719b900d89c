package io.mingjian.client.findings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.client.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One JSON object in each line; empty lines are passed over. */
final class LineFindings implements FindingsFile {
    private final InputStream stream;
    private int place;

    LineFindings(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public @Nullable Item next() throws IOException {
        while (true) {
            byte[] line = line();
            if (line == null) {
                return null;
            }
            place++;
            if (line.length > Json.MOST_BYTES) {
                return Item.bad(place, tooLong());
            }
            if (!new String(line, StandardCharsets.UTF_8).isBlank()) {
                return item(line);
            }
        }
    }

    private Item item(byte[] line) {
        try {
            JsonNode node = Json.MAPPER.readTree(line);
            return node instanceof ObjectNode object
                    ? Item.good(place, object)
                    : Item.bad(place, Text.of("应为一个 JSON 对象", "must be a JSON object"));
        } catch (JsonProcessingException malformed) {
            return Item.bad(place, malformed(malformed));
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes are in memory", impossible);
        }
    }

    static Text tooLong() {
        return Text.of("单条线索超过 1 MB", "the finding is larger than 1 MB");
    }

    static Text malformed(JsonProcessingException malformed) {
        return Text.of("不是正确的 JSON：%s", "not well-formed JSON: %s", malformed.getOriginalMessage());
    }

    /** The next line without its end; of one that is too long, a part that is too long as well. */
    private byte @Nullable [] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        int read = stream.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (line.size() <= Json.MOST_BYTES) {
                line.write(read);
            }
            read = stream.read();
        }
        return line.toByteArray();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
