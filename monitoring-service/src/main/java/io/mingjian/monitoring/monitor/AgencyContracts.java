package io.mingjian.monitoring.monitor;

import java.time.LocalDate;
import java.util.List;

/** The contracts of one agency, as far as an instruction stands on them. */
public record AgencyContracts(List<Term> terms) {
    /** No contract on file. */
    public static final AgencyContracts NONE = new AgencyContracts(List.of());

    public AgencyContracts {
        terms = List.copyOf(terms);
    }

    /**
     * One contract.
     *
     * @param to last day, that of an early end if it ended early
     */
    public record Term(String number, LocalDate from, LocalDate to, ContractScope scope) {
        boolean isInForceOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    public ContractStanding standingOn(LocalDate day) {
        if (terms.isEmpty()) {
            return ContractStanding.NONE;
        }
        return terms.stream().anyMatch(term -> term.isInForceOn(day))
                ? ContractStanding.IN_FORCE
                : ContractStanding.EXPIRED;
    }

    /** Whether a contract that is in force on that day allows all that is asked for. */
    public boolean cover(ContractScope asked, LocalDate day) {
        return terms.stream().anyMatch(term -> term.isInForceOn(day) && term.scope().covers(asked));
    }
}
