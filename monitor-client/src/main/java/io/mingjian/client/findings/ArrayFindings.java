package io.mingjian.client.findings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.client.Text;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** An array of objects, read element by element. After malformed JSON nothing can be read. */
final class ArrayFindings implements FindingsFile {
    private static final ObjectReader ELEMENT =
            Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final InputStream stream;
    private final JsonParser parser;
    private int place;
    private boolean ended;

    ArrayFindings(InputStream stream) throws IOException {
        this.stream = stream;
        this.parser = Json.MAPPER.getFactory().createParser(stream);
    }

    @Override
    public @Nullable Item next() throws IOException {
        if (ended) {
            return null;
        }
        try {
            if (place == 0 && parser.nextToken() != JsonToken.START_ARRAY) {
                return last(Text.of("应为 JSON 数组", "must be a JSON array"));
            }
            place++;
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                ended = true;
                return parser.nextToken() == null
                        ? null
                        : last(Text.of("数组之后还有内容", "something follows the array"));
            }
            return element();
        } catch (JsonProcessingException malformed) {
            return last(LineFindings.malformed(malformed));
        }
    }

    private Item element() throws IOException {
        JsonNode node = ELEMENT.readTree(parser);
        return node instanceof ObjectNode object
                ? Item.good(place, object)
                : Item.bad(place, Text.of("应为一个 JSON 对象", "must be a JSON object"));
    }

    private Item last(Text fault) {
        ended = true;
        return Item.bad(Math.max(1, place), fault);
    }

    @Override
    public void close() throws IOException {
        parser.close();
        stream.close();
    }
}
