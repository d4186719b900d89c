package io.mingjian.detection.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Facts of a finding: a map in a fixed order whose values are texts, numbers, booleans, lists or
 * maps of these, so that it becomes the same JSON each time.
 *
 * <p>Texts come from files that anybody writes: a null character, which the database takes in no
 * JSON, stands as U+FFFD.
 */
final class Facts {
    private Facts() {}

    static Map<String, Object> copy(Map<String, ?> facts) {
        Map<String, Object> copy = new LinkedHashMap<>();
        facts.forEach((key, value) -> copy.put(text(key), plain(key, value)));
        return Collections.unmodifiableMap(copy);
    }

    static String text(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private static Object plain(String key, Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> plain(key, item)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> inner = new LinkedHashMap<>();
            map.forEach((name, item) -> inner.put(text(String.valueOf(name)), plain(key, item)));
            return Collections.unmodifiableMap(inner);
        }
        throw new IllegalArgumentException("fact " + key + " is not plain data");
    }
}
