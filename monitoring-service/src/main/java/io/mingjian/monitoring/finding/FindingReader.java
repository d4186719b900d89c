package io.mingjian.monitoring.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.refusal.FieldError;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one finding from JSON by itself, so that a malformed value in one item of a batch is that
 * item's problem and not the whole batch's.
 */
public final class FindingReader {
    private final ObjectMapper json;

    public FindingReader(ObjectMapper json) {
        this.json = json;
    }

    /** The finding, or the one reason why the JSON is not one. */
    public Reading read(@Nullable JsonNode item) {
        if (item == null || !item.isObject()) {
            return new Malformed(new FieldError("", "not-an-object", "应为一个 JSON 对象"));
        }
        try {
            return new Read(json.treeToValue(item, Finding.class));
        } catch (JsonMappingException malformed) {
            return new Malformed(new FieldError(pointer(malformed), "malformed", "此项格式不正确"));
        } catch (JsonProcessingException malformed) {
            return new Malformed(new FieldError("", "malformed", "内容格式不正确"));
        }
    }

    private static String pointer(JsonMappingException malformed) {
        return malformed.getPath().stream()
                .map(
                        step ->
                                step.getFieldName() != null
                                        ? step.getFieldName()
                                        : String.valueOf(step.getIndex()))
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    /** What came of reading. */
    public sealed interface Reading permits Read, Malformed {}

    /** A finding that can now be checked. */
    public record Read(Finding finding) implements Reading {}

    /** Not a finding. */
    public record Malformed(FieldError error) implements Reading {
        public List<FieldError> errors() {
            return List.of(error);
        }
    }
}
