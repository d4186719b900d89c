package io.mingjian.monitoring.sla;

import io.mingjian.kit.caller.Caller;
import io.mingjian.monitoring.QueryText.Days;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose time at which task is counted: that of all for the city, everybody else's own. */
record PunctualityFilter(
        Caller caller,
        Days days,
        @Nullable String task,
        @Nullable String holder,
        @Nullable UUID instruction,
        @Nullable UUID campaign) {

    /** The one place that says whose time is counted for whom. */
    String where() {
        return (caller.isCity() ? "t.bureau = :org" : "t.holder = :org")
                + " and t.started_on between :from and :to"
                + (task == null ? "" : " and t.task = :task")
                + (holder == null ? "" : " and t.holder = :holder")
                + (instruction == null ? "" : " and t.instruction_id = :instruction")
                + (campaign == null
                        ? ""
                        : " and t.instruction_id in (select instruction_id from campaign_instruction"
                                + " where campaign_id = :campaign)");
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("org", caller.organisation());
        values.put("from", days.from());
        values.put("to", days.to());
        if (task != null) {
            values.put("task", task);
        }
        if (holder != null) {
            values.put("holder", holder);
        }
        if (instruction != null) {
            values.put("instruction", instruction);
        }
        if (campaign != null) {
            values.put("campaign", campaign);
        }
        return values;
    }
}
