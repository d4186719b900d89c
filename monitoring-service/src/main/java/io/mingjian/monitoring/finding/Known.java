package io.mingjian.monitoring.finding;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known beside a finding when it is checked.
 *
 * @param files hashes of the agency's files, as the detection service computed them on receipt
 * @param subjectNames for a credit code, the name under which the bureau last met it, as {@link
 *     SubjectName} writes it
 * @param staff the agency's collectors by day; a day without an entry is not checked, because the
 *     bureau keeps no list for it
 * @param outOfContract days on which the agency has contracts on file and none of them is in force
 */
public record Known(
        Map<UUID, Hashes> files,
        Map<String, String> subjectNames,
        Map<LocalDate, Set<String>> staff,
        Set<LocalDate> outOfContract) {
    /** Nothing but the finding itself. */
    public static final Known NOTHING = new Known(Map.of(), Map.of(), Map.of(), Set.of());

    public Known {
        files = Map.copyOf(files);
        subjectNames = Map.copyOf(subjectNames);
        staff = Map.copyOf(staff);
        outOfContract = Set.copyOf(outOfContract);
    }

    /** Hashes of one file; either may not be known yet. */
    public record Hashes(@Nullable String sha256, @Nullable String sm3) {}
}
