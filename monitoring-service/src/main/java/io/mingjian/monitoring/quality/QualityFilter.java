package io.mingjian.monitoring.quality;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.monitoring.QueryText.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which leads are counted: handed in within these days of Asia/Shanghai, and the caller's to see.
 */
record QualityFilter(
        Caller caller,
        Days days,
        @Nullable String agency,
        @Nullable UUID instruction,
        @Nullable UUID campaign) {

    /** The filter in a fixed form; a cursor is good for this form alone. */
    String form() {
        return "quality|" + days + "|" + agency + "|" + instruction + "|" + campaign;
    }

    /** The one place that says whose leads are counted for whom. */
    String where() {
        return (caller.isCity() ? "l.bureau = :org" : "l.agency = :org")
                + " and l.submitted_at >= :begin and l.submitted_at < :end"
                + (agency == null ? "" : " and l.agency = :agency")
                + (instruction == null ? "" : " and l.instruction_id = :instruction")
                + (campaign == null
                        ? ""
                        : " and l.instruction_id in (select instruction_id from campaign_instruction"
                                + " where campaign_id = :campaign)");
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("org", caller.organisation());
        values.put("begin", startOf(days.from()));
        values.put("end", startOf(days.to().plusDays(1)));
        if (agency != null) {
            values.put("agency", agency);
        }
        if (instruction != null) {
            values.put("instruction", instruction);
        }
        if (campaign != null) {
            values.put("campaign", campaign);
        }
        return values;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(LegalDay.ZONE).toInstant();
    }
}
