package io.mingjian.registry.criteria;

import io.mingjian.kit.caller.Caller;
import io.mingjian.registry.ledger.CountedFiling;
import io.mingjian.registry.ledger.History;
import io.mingjian.registry.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Gathers what criteria need to know of a person and of those around it. */
@ApplicationScoped
class Surroundings {
    private final Ledger ledger;

    Surroundings(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What is known of a person. */
    record Known(History history, Neighbours neighbours) {
        List<Finding> judge(List<Criterion> inForce, LocalDate day) {
            return Evaluator.evaluate(history, neighbours, inForce, day);
        }
    }

    Uni<Known> of(Caller caller, UUID personId, List<Criterion> inForce, LocalDate day) {
        return ledger.history(caller, personId, Evaluator.from(inForce, day), day)
                .chain(
                        history ->
                                neighbours(caller, history, inForce, day)
                                        .map(around -> new Known(history, around)));
    }

    private Uni<Neighbours> neighbours(
            Caller caller, History history, List<Criterion> inForce, LocalDate day) {
        Optional<Criterion> overTexts = of(Metric.TEXT_OVER_PERSONS, inForce);
        if (overTexts.isEmpty()) {
            return Uni.createFrom().item(Neighbours.NONE);
        }
        LocalDate from = overTexts.get().windowStart(day);
        return ledger.personsPerText(caller, families(history, from, day), from, day)
                .map(persons -> Neighbours.known(persons, 1));
    }

    private static Set<Long> families(History history, LocalDate from, LocalDate to) {
        return history.filings(from, to).stream()
                .map(CountedFiling::familyId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Optional<Criterion> of(Metric metric, List<Criterion> inForce) {
        return inForce.stream().filter(each -> each.metric() == metric).findFirst();
    }
}
