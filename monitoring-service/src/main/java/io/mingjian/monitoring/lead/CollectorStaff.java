package io.mingjian.monitoring.lead;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Who may collect for an agency. */
public interface CollectorStaff {
    /** Staff numbers that are valid on that day; empty when the bureau keeps no list. */
    Uni<Optional<Set<String>>> staffOn(String agency, LocalDate day);
}
