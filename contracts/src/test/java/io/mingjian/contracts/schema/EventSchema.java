package io.mingjian.contracts.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.contracts.CloudEvent;
import io.mingjian.contracts.EventType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the JSON Schema (2020-12) of an event from its record. Fields that are not named are
 * allowed.
 */
final class EventSchema {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventSchema() {}

    static ObjectNode of(EventType type) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", type.code());
        schema.put("description", "CloudEvents 1.0 on topic " + type.topic());
        schema.put("type", "object");
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        for (String name :
                List.of(
                        "specversion",
                        "id",
                        "source",
                        "type",
                        "subject",
                        "time",
                        "datacontenttype",
                        "revision")) {
            required.add(name);
        }
        required.add("data");
        properties.putObject("specversion").put("const", CloudEvent.SPEC_VERSION);
        properties.set("id", text());
        properties.set("source", text().put("pattern", "^/mingjian/"));
        properties.putObject("type").put("const", type.code());
        properties.set("subject", text().put("format", "uuid"));
        properties.set("time", text().put("format", "date-time"));
        properties.putObject("datacontenttype").put("const", "application/json");
        properties.set("traceparent", text());
        properties.putObject("revision").put("type", "integer");
        properties.set("data", record(type.data()));
        return schema;
    }

    private static ObjectNode record(Class<?> record) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("type", "object");
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        for (RecordComponent component : record.getRecordComponents()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
            properties.set(component.getName(), value(component.getAnnotatedType()));
        }
        return schema;
    }

    private static ObjectNode value(AnnotatedType annotated) {
        Type type = annotated.getType();
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            ObjectNode list = JSON.createObjectNode().put("type", "array");
            list.set(
                    "items",
                    value(
                            ((AnnotatedParameterizedType) annotated)
                                    .getAnnotatedActualTypeArguments()[0]));
            return list;
        }
        if (type instanceof Class<?> named) {
            return value(named);
        }
        throw new IllegalArgumentException("no JSON form is agreed for " + type);
    }

    private static ObjectNode value(Class<?> type) {
        if (type == String.class) {
            return text();
        }
        if (type == UUID.class) {
            return text().put("format", "uuid");
        }
        if (type == OffsetDateTime.class) {
            return text().put("format", "date-time");
        }
        if (type == LocalDate.class) {
            return text().put("format", "date");
        }
        if (type == BigDecimal.class) {
            return JSON.createObjectNode().put("type", "number");
        }
        if (type == int.class || type == long.class || type == Integer.class) {
            return JSON.createObjectNode().put("type", "integer");
        }
        if (type.isEnum()) {
            ObjectNode codes = text();
            ArrayNode names = codes.putArray("enum");
            for (Object constant : type.getEnumConstants()) {
                names.add(((Enum<?>) constant).name());
            }
            return codes;
        }
        if (type.isRecord()) {
            return record(type);
        }
        throw new IllegalArgumentException("no JSON form is agreed for " + type);
    }

    private static ObjectNode text() {
        return JSON.createObjectNode().put("type", "string");
    }
}
