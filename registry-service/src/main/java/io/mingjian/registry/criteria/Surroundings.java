package io.mingjian.registry.criteria;

import io.mingjian.kit.caller.Caller;
import io.mingjian.registry.filer.SharedContacts;
import io.mingjian.registry.ledger.CountedFiling;
import io.mingjian.registry.ledger.History;
import io.mingjian.registry.ledger.Ledger;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Gathers what criteria need to know of a person and of those around it. */
@ApplicationScoped
class Surroundings {
    private final Ledger ledger;
    private final SharedContacts contacts;

    Surroundings(Ledger ledger, SharedContacts contacts) {
        this.ledger = ledger;
        this.contacts = contacts;
    }

    /** What is known of a person. */
    record Known(History history, Neighbours neighbours) {
        Findings judge(List<Criterion> inForce, LocalDate day) {
            return new Findings(Evaluator.evaluate(history, neighbours, inForce, day), history);
        }
    }

    /** What was found of a person, and in what. */
    record Findings(List<Finding> list, History in) {
        /** The filing of the latest submission behind a finding, if it rests on one. */
        Optional<UUID> latestFiling(Finding finding) {
            UUID latest = finding.inputs().latest();
            return in.filings().stream()
                    .filter(filing -> filing.submissionId().equals(latest))
                    .map(CountedFiling::filingId)
                    .findFirst();
        }
    }

    Uni<Known> of(Caller caller, UUID personId, List<Criterion> inForce, LocalDate day) {
        return ledger.history(caller, personId, Evaluator.from(inForce, day), day)
                .chain(
                        history ->
                                neighbours(caller, history, inForce, day)
                                        .map(around -> new Known(history, around)));
    }

    /** What is known around many persons; for sweeps. */
    record Around(Map<Long, Integer> personsPerText, Map<UUID, Integer> personsPerContact) {
        Neighbours of(UUID personId) {
            return Neighbours.known(
                    personsPerText, Math.max(1, personsPerContact.getOrDefault(personId, 1)));
        }
    }

    /** How many persons use each text that more than one uses. */
    Uni<Map<Long, Integer>> sharedTexts(Caller machine, List<Criterion> inForce, LocalDate day) {
        return of(Metric.TEXT_OVER_PERSONS, inForce)
                .map(over -> ledger.sharedTexts(machine, over.windowStart(day), day))
                .orElseGet(() -> Uni.createFrom().item(Map.of()));
    }

    /** How many persons share a contact with each of these. */
    Uni<Map<UUID, Integer>> sharedContacts(
            Caller caller, List<Criterion> inForce, Collection<UUID> persons) {
        return of(Metric.SHARED_CONTACT, inForce).isPresent()
                ? contacts.personsPer(caller, persons)
                : Uni.createFrom().item(Map.of());
    }

    private Uni<Neighbours> neighbours(
            Caller caller, History history, List<Criterion> inForce, LocalDate day) {
        UUID person = history.personId();
        return texts(caller, history, inForce, day)
                .chain(
                        texts ->
                                sharedContacts(caller, inForce, List.of(person))
                                        .map(at -> new Around(texts, at).of(person)));
    }

    private Uni<Map<Long, Integer>> texts(
            Caller caller, History history, List<Criterion> inForce, LocalDate day) {
        Optional<Criterion> over = of(Metric.TEXT_OVER_PERSONS, inForce);
        if (over.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        LocalDate from = over.get().windowStart(day);
        return ledger.personsPerText(caller, families(history, from, day), from, day);
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
