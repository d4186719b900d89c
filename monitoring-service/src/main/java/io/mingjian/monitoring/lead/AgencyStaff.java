package io.mingjian.monitoring.lead;

import io.mingjian.monitoring.monitor.Agencies;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Staff as the city keeps it for each agency. */
@ApplicationScoped
class AgencyStaff implements CollectorStaff {
    private final Agencies agencies;

    AgencyStaff(Agencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public Uni<Optional<Set<String>>> staffOn(String agency, LocalDate day) {
        return agencies.staffOn(agency, day)
                .map(
                        roster ->
                                roster.kept()
                                        ? Optional.of(roster.members().keySet())
                                        : Optional.empty());
    }
}
