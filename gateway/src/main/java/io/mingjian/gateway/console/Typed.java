package io.mingjian.gateway.console;

import io.mingjian.gateway.console.FormAnswer.Choice;
import io.mingjian.gateway.console.FormAnswer.Field;
import io.mingjian.gateway.console.FormAnswer.Kind;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an officer typed and chose, by the keys of the fields; kept when a step is refused. The key
 * of a field inside a group names the group too, as {@code respondentConsent.on}.
 */
record Typed(Map<String, List<String>> values) {
    static final Typed NOTHING = new Typed(Map.of());

    String one(String key) {
        return all(key).stream().findFirst().orElse("");
    }

    List<String> all(String key) {
        return values.getOrDefault(key, List.of());
    }

    /**
     * The request that it makes. What cannot be read is sent as it is: the service says why not.
     */
    Map<String, Object> request(List<Field> fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        fill(fields, "", body);
        return body;
    }

    private void fill(List<Field> fields, String prefix, Map<String, Object> body) {
        for (Field field : fields) {
            String key = prefix + field.name();
            Object value = value(field, key);
            if (value != null) {
                body.put(field.name(), value);
            }
            for (Choice choice : field.choices()) {
                if (all(key).contains(choice.code())) {
                    fill(choice.fields(), prefix, body);
                }
            }
        }
    }

    private @Nullable Object value(Field field, String key) {
        return switch (field.kind()) {
            case GROUP -> {
                Map<String, Object> group = new LinkedHashMap<>();
                fill(field.fields(), key + ".", group);
                yield group.isEmpty() ? null : group;
            }
            case SOME_OF -> orNone(all(key));
            case TEXTS -> orNone(one(key).lines().map(String::strip).toList());
            default -> one(key).isBlank() ? null : scalar(field.kind(), one(key).strip());
        };
    }

    private static @Nullable List<String> orNone(List<String> all) {
        List<String> given = all.stream().filter(each -> !each.isBlank()).toList();
        return given.isEmpty() ? null : given;
    }

    private static Object scalar(Kind kind, String text) {
        return switch (kind) {
            case YES_NO -> text.matches("true|false") ? Boolean.valueOf(text) : text;
            case GROUND -> text.matches("[0-9]{1,3}") ? Integer.valueOf(text) : text;
            case YUAN ->
                    text.matches("-?[0-9]{1,15}(\\.[0-9]{1,9})?") ? new BigDecimal(text) : text;
            case DATE_TIME -> moment(text);
            default -> text;
        };
    }

    /** Clocks of offices show Shanghai's time; browsers send it without its offset. */
    private static String moment(String text) {
        try {
            return LocalDateTime.parse(text)
                    .atZone(Times.SHANGHAI)
                    .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        } catch (DateTimeParseException other) {
            return text;
        }
    }

    /** The same in words: fields that hold something, in the order of the form. */
    List<Exhibit.Fact> inWords(List<Field> fields) {
        return fields.stream().flatMap(field -> inWords(field, "", "")).toList();
    }

    private Stream<Exhibit.Fact> inWords(Field field, String prefix, String group) {
        String key = prefix + field.name();
        String name = group + field.zh();
        Stream<Exhibit.Fact> own =
                words(field, key).isBlank()
                        ? Stream.empty()
                        : Stream.of(new Exhibit.Fact(name, words(field, key)));
        Stream<Exhibit.Fact> inside =
                field.fields().stream().flatMap(each -> inWords(each, key + ".", name + "："));
        Stream<Exhibit.Fact> chosen =
                field.choices().stream()
                        .filter(choice -> all(key).contains(choice.code()))
                        .flatMap(choice -> choice.fields().stream())
                        .flatMap(each -> inWords(each, prefix, group));
        return Stream.of(own, inside, chosen).flatMap(each -> each);
    }

    private String words(Field field, String key) {
        return field.choices().isEmpty()
                ? one(key)
                : field.choices().stream()
                        .filter(choice -> all(key).contains(choice.code()))
                        .map(Choice::zh)
                        .collect(Collectors.joining("；"));
    }
}
