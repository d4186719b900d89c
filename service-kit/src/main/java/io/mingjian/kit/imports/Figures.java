package io.mingjian.kit.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How far an import is: how many rows there are of each state.
 *
 * @param states as the service calls them, in its order
 */
public record Figures(List<String> states, Map<String, Long> counts) {
    public long rows() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public long of(String state) {
        return counts.getOrDefault(state, 0L);
    }

    @JsonValue
    Map<String, Long> told() {
        Map<String, Long> told = new LinkedHashMap<>();
        told.put("rows", rows());
        states.forEach(state -> told.put(state.toLowerCase(Locale.ROOT), of(state)));
        return told;
    }
}
