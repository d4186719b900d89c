package io.mingjian.monitoring.quality;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A named set of leads.
 *
 * @param where all of these hold; without any it is every lead
 */
record LeadSet(String zh, String en, List<Condition> where) {
    LeadSet {
        where = List.copyOf(where);
    }

    String sql() {
        return where.isEmpty()
                ? "true"
                : where.stream().map(Condition::sql).collect(Collectors.joining(" and "));
    }
}
