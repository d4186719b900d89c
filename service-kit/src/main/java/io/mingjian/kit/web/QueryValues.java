package io.mingjian.kit.web;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Malformed;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads query parameters that are more than text. What cannot be read is told by its name: left to
 * itself the framework says 404, and who asked would take the resource for missing, or takes any
 * word for false. What stands in a path and cannot be read names nothing, and stays not found.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class QueryValues implements ParamConverterProvider {
    private static final Kind INTEGER =
            new Kind(
                    Integer::valueOf,
                    "not-a-number",
                    "应为不超过 2147483647 的整数。",
                    "an integer of at most 2147483647 is expected.");
    private static final Kind LONG =
            new Kind(Long::valueOf, "not-a-number", "应为整数。", "an integer is expected.");
    private static final Kind YES_OR_NO =
            new Kind(QueryValues::yesOrNo, "unknown-code", "可用：true、false。", "use true or false.");
    private static final Map<Class<?>, Kind> KINDS =
            Map.of(
                    int.class,
                    INTEGER,
                    Integer.class,
                    INTEGER,
                    long.class,
                    LONG,
                    Long.class,
                    LONG,
                    boolean.class,
                    YES_OR_NO,
                    Boolean.class,
                    YES_OR_NO,
                    LocalDate.class,
                    new Kind(
                            LocalDate::parse,
                            "not-a-date",
                            "应为日期，如 2026-04-15。",
                            "a date such as 2026-04-15 is expected."),
                    UUID.class,
                    new Kind(UUID::fromString, "not-an-id", "应为编号（UUID）。", "a UUID is expected."));

    /** How a value is read, and what is said when it cannot be. */
    private record Kind(Function<String, Object> reader, String code, String zh, String en) {
        static Kind of(Enum<?>[] codes) {
            String all = Arrays.stream(codes).map(Enum::name).collect(Collectors.joining("、"));
            return new Kind(
                    text -> named(codes, text),
                    "unknown-code",
                    "可用：" + all + "。",
                    "use one of " + all.replace("、", ", ") + ".");
        }

        Object read(String name, String text) {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                throw new Malformed(
                        new FieldError(
                                "/" + name, code, "参数 " + name + "：" + zh, name + ": " + en));
            }
        }
    }

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, Type genericType, Annotation[] annotations) {
        return name(annotations)
                .flatMap(name -> kind(type).map(kind -> QueryValues.<T>converter(name, kind)))
                .orElse(null);
    }

    private static Optional<String> name(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(query -> ((QueryParam) query).value())
                .findFirst();
    }

    private static Optional<Kind> kind(Class<?> type) {
        return type.isEnum()
                ? Optional.of(Kind.of((Enum<?>[]) type.getEnumConstants()))
                : Optional.ofNullable(KINDS.get(type));
    }

    private static <T> ParamConverter<T> converter(String name, Kind kind) {
        return new ParamConverter<>() {
            @Override
            @SuppressWarnings("unchecked")
            public T fromString(String text) {
                return (T) kind.read(name, text);
            }

            @Override
            public String toString(T value) {
                return value.toString();
            }
        };
    }

    /** The framework gives 0 to a primitive of which nothing was said. */
    private static Object yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Object named(Enum<?>[] codes, String text) {
        return Arrays.stream(codes)
                .filter(code -> code.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }
}
