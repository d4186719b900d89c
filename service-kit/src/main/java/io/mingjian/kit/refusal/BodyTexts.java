package io.mingjian.kit.refusal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * Notes where in a JSON body a null character stands, for the refusal if the database takes it from
 * nobody. Refused at once it is by none but the doors themselves: some keep a hash of what people
 * wrote, and of a batch each item is judged by itself. Comes after those who count how much of a
 * body they take. In JSON it can only stand as an escape, so that a body without one costs one pass
 * over its bytes.
 */
@Provider
@Priority(Priorities.USER + 1000)
public class BodyTexts implements ReaderInterceptor {
    private static final byte[] ESCAPE = {'\\', 'u', '0', '0', '0', '0'};
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        if (isJson(body.getMediaType())) {
            byte[] read = body.getInputStream().readAllBytes();
            if (mayHoldOne(read)) {
                firstIn(read).ifPresent(place -> body.setProperty(NullCharacter.PLACE, place));
            }
            body.setInputStream(new ByteArrayInputStream(read));
        }
        return body.proceed();
    }

    private static boolean isJson(MediaType type) {
        return MediaType.APPLICATION_JSON_TYPE.isCompatible(type)
                || type.getSubtype().endsWith("+json");
    }

    /** Also true of a text that only spells the escape. */
    private static boolean mayHoldOne(byte[] body) {
        for (int at = 0; at + ESCAPE.length <= body.length; at++) {
            if (body[at] == ESCAPE[0] && isAt(body, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] body, int at) {
        for (int i = 1; i < ESCAPE.length; i++) {
            if (body[at + i] != ESCAPE[i]) {
                return false;
            }
        }
        return true;
    }

    /** Where the first one stands; what is no JSON is left to those who read it. */
    private static Optional<String> firstIn(byte[] body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean text = token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING;
                if (text && NullCharacter.isIn(parser.getText())) {
                    String place = parser.getParsingContext().pathAsPointer().toString();
                    return Optional.of(place.replace('\0', '\uFFFD'));
                }
            }
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
