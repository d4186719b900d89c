package io.mingjian.gateway.console;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step with everything that its request may hold, as the registry describes it. Of the steps of
 * the law the console knows none by itself.
 *
 * @param path last part of the address that takes the step
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record FormAnswer(
        String step,
        String name,
        @Nullable String article,
        String path,
        @Nullable String hint,
        List<Field> fields) {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    FormAnswer {
        requireNonNull(step);
        requireNonNull(name);
        requireNonNull(path);
        fields = orNone(fields);
    }

    /** What is written into a field, and as which JSON value it is sent. */
    enum Kind {
        @JsonEnumDefaultValue
        TEXT,
        LONG_TEXT,
        TEXTS,
        DATE,
        DATE_TIME,
        YUAN,
        YES_NO,
        FILING,
        ONE_OF,
        SOME_OF,
        GROUND,
        GROUP
    }

    /**
     * A field of the request.
     *
     * @param fields of a group
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Field(
            String name,
            String zh,
            Kind kind,
            boolean required,
            @Nullable String hint,
            @Nullable String suggested,
            List<Choice> choices,
            List<Field> fields) {
        Field {
            requireNonNull(name);
            requireNonNull(zh);
            requireNonNull(kind);
            choices = orNone(choices);
            fields = orNone(fields);
        }
    }

    /**
     * Something to choose.
     *
     * @param fields beside the field itself, only where this is chosen
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Choice(String code, String zh, List<Field> fields) {
        Choice {
            requireNonNull(code);
            requireNonNull(zh);
            fields = orNone(fields);
        }
    }

    /** As it travels with the page that shows it. */
    String written() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a form of texts is always writable", impossible);
        }
    }

    /** The form that came back with a page; empty if it is none. */
    static Optional<FormAnswer> read(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, FormAnswer.class));
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
