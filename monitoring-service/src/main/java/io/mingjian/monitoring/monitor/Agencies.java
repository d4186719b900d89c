package io.mingjian.monitoring.monitor;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** The room's public face: what other rooms need to know of an agency. */
@ApplicationScoped
public class Agencies {
    private final AgencyBook book;

    Agencies(AgencyBook book) {
        this.book = book;
    }

    /**
     * Whether the city trusts this agency's findings enough to review them by sample. One that is
     * not registered is not trusted.
     */
    public Uni<Boolean> isTrusted(String agency) {
        return book.isTrusted(agency);
    }

    /** Who worked at an agency on that day. */
    public Uni<Roster> staffOn(String agency, LocalDate day) {
        return book.staffOn(agency, day);
    }

    /** The contracts of each of these agencies; an agency without any has an entry without any. */
    public Uni<Map<String, AgencyContracts>> contractsOf(Collection<String> agencies) {
        return book.contractsOf(agencies);
    }

    /** The names of those among these agencies that are registered, by organisation. */
    public Uni<Map<String, String>> namesOf(Collection<String> agencies) {
        return book.namesOf(agencies);
    }
}
