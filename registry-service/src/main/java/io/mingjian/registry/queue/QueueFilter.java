package io.mingjian.registry.queue;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the list is narrowed to. The words of the conditions are those of the partial indexes, so
 * that the database sees which one serves.
 *
 * @param state with a state also ended filings are shown
 * @param districtCode place of the respondent's bureau
 * @param claimedBy user ids; empty for everybody
 * @param unclaimed only what nobody has claimed
 * @param breached a last day has passed
 * @param warned half or more of a period is used up, and no last day has passed
 */
record QueueFilter(
        @Nullable FilingKind kind,
        @Nullable String state,
        @Nullable String districtCode,
        List<String> claimedBy,
        boolean unclaimed,
        boolean breached,
        boolean warned) {

    /** The filter in a fixed form; a cursor is good for one filter only. */
    String fixed() {
        return "queue|" + this;
    }

    /** Conditions on {@code queue_item q}, and the values that they name. */
    record Conditions(String sql, Map<String, Object> values) {}

    /** A city bureau sees all desks, a district bureau its own, everybody else none. */
    Conditions on(Caller caller, LocalDate today) {
        Writer where = new Writer();
        if (!caller.isCity()) {
            where.and(
                    "q.holder = :holder",
                    "holder",
                    caller.isDistrict() ? caller.organisation() : "");
        }
        if (kind != null) {
            where.and("q.kind = :kind", "kind", kind.name());
        }
        if (state == null) {
            where.and("q.open");
        } else {
            where.and("q.state = :state", "state", state);
        }
        if (districtCode != null) {
            where.and("q.district_code = :district", "district", districtCode);
        }
        if (!claimedBy.isEmpty()) {
            where.and("q.claimed_by in (:claimers)", "claimers", claimedBy);
        }
        if (unclaimed) {
            where.and("q.claimed_by is null");
        }
        if (breached && warned) {
            where.and("q.level > 0");
        } else if (breached) {
            where.and("q.level = 100 and q.due_on < :today", "today", today);
        } else if (warned) {
            where.and("q.level in (50, 80)");
        }
        return where.done();
    }

    private static final class Writer {
        private final StringBuilder sql = new StringBuilder("where true");
        private final Map<String, Object> values = new LinkedHashMap<>();

        void and(String condition) {
            sql.append(" and ").append(condition);
        }

        void and(String condition, String name, Object value) {
            and(condition);
            values.put(name, value);
        }

        Conditions done() {
            return new Conditions(sql.toString(), values);
        }
    }
}
