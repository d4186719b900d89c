package io.mingjian.monitoring.monitor;

import java.util.Map;
import java.util.Optional;

/**
 * Who worked at an agency on a day, by staff number.
 *
 * @param kept whether the city keeps any staff of this agency at all; a list that nobody keeps says
 *     nothing about who is missing in it
 */
public record Roster(boolean kept, Map<String, StaffRole> members) {
    public Roster {
        members = Map.copyOf(members);
    }

    /** What this person did there on that day. */
    public Optional<StaffRole> roleOf(String staffNo) {
        return Optional.ofNullable(members.get(staffNo));
    }
}
