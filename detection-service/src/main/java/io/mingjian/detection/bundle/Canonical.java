package io.mingjian.detection.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * JSON in one form only: members in the order of their names, no white space, nothing that is not
 * there. A text is in this form if writing what was read gives the same bytes again, so one
 * document has one text and one hash.
 */
public final class Canonical {
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxStringLength(LONGEST_TEXT)
                                                    .maxNumberLength(32)
                                                    .build())
                                    .build())
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .serializationInclusion(JsonInclude.Include.NON_NULL)
                    .annotationIntrospector(new RequiredUnlessNullable())
                    .build();

    private Canonical() {}

    public static byte[] write(Object document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("documents of a bundle are plain data", e);
        }
    }

    /** Any JSON text in the one form. */
    public static byte[] rewrite(byte[] json) throws IOException {
        return write(MAPPER.readTree(json));
    }

    static <T> T read(byte[] json, Class<T> type) throws NotInForm {
        T document;
        try {
            document = MAPPER.readValue(json, type);
        } catch (IOException | IllegalArgumentException e) {
            throw new NotInForm("不是规定格式的 JSON", e);
        }
        return same(json, document);
    }

    /** Fails unless the text is any document in this form. */
    static JsonNode readAny(byte[] json) throws NotInForm {
        try {
            return same(json, MAPPER.readTree(json));
        } catch (IOException e) {
            throw new NotInForm("不是规定格式的 JSON", e);
        }
    }

    private static <T> T same(byte[] json, @Nullable T document) throws NotInForm {
        if (document == null || !Arrays.equals(json, write(document))) {
            throw new NotInForm("JSON 不是规定的唯一写法");
        }
        return document;
    }

    /** A member of a record is there unless the record says that it may be absent. */
    private static final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
            return member instanceof AnnotatedParameter parameter
                            && parameter.getOwner().getAnnotated() instanceof Constructor<?> maker
                    ? !maker.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(
                            Nullable.class)
                    : super.hasRequiredMarker(member);
        }
    }
}
