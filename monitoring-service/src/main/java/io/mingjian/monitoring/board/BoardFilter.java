package io.mingjian.monitoring.board;

import io.mingjian.kit.caller.Caller;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a board is narrowed to, and by what it is divided. */
record BoardFilter(
        Caller caller,
        Reader reader,
        @Nullable String district,
        @Nullable String agency,
        @Nullable UUID instruction,
        @Nullable UUID campaign,
        @Nullable Grouping by) {

    String where() {
        return reader.narrowing()
                + (district == null ? "" : " and l.holder = :district")
                + (agency == null ? "" : " and l.agency = :agency")
                + (instruction == null ? "" : " and l.instruction_id = :instruction")
                + (campaign == null
                        ? ""
                        : " and l.instruction_id in (select instruction_id from campaign_instruction"
                                + " where campaign_id = :campaign)");
    }

    /**
     * Who is told late leads and due dates of a group. A lead that waits for the city is counted
     * with its district, but the time that runs is the city's.
     */
    Reader readerOf(String group) {
        boolean ofADistrict =
                by == Grouping.DISTRICT && !group.isEmpty() && !group.equals(caller.organisation());
        return ofADistrict ? Reader.DISTRICT : reader;
    }

    String key() {
        return by == null ? "''" : by.key();
    }

    String join() {
        return by == Grouping.CAMPAIGN
                ? " left join campaign_instruction c on c.instruction_id = l.instruction_id"
                : "";
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("org", caller.organisation());
        if (district != null) {
            values.put("district", district);
        }
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
}
