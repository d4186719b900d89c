package io.mingjian.detection.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Facts of a finding: a map in a fixed order whose values are texts, numbers, booleans, lists or
 * maps of these, so that it becomes the same JSON each time.
 */
final class Facts {
    private Facts() {}

    static Map<String, Object> copy(Map<String, ?> facts) {
        Map<String, Object> copy = new LinkedHashMap<>();
        facts.forEach((key, value) -> copy.put(key, plain(key, value)));
        return Collections.unmodifiableMap(copy);
    }

    private static Object plain(String key, Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> plain(key, item)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> inner = new LinkedHashMap<>();
            map.forEach((name, item) -> inner.put(String.valueOf(name), plain(key, item)));
            return Collections.unmodifiableMap(inner);
        }
        throw new IllegalArgumentException("fact " + key + " is not plain data");
    }
}
