package io.mingjian.registry.criteria;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.mingjian.registry.ledger.History;
import io.mingjian.registry.queue.Worklist.Hinted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Compares what is found of persons with the hints that they have. */
record Judging(Map<UUID, Set<Stands>> found, Map<UUID, Set<Stands>> hinted) {
    /** That a version of a criterion speaks of somebody. */
    record Stands(String criterion, int version, String level) {}

    static Judging of(
            List<History> histories,
            List<Hinted> hinted,
            List<Criterion> inForce,
            Surroundings.Around around,
            LocalDate day) {
        Map<UUID, Set<Stands>> found = new HashMap<>();
        for (History history : histories) {
            Set<Stands> stands =
                    Evaluator.evaluate(history, around.of(history.personId()), inForce, day)
                            .stream()
                            .map(
                                    each ->
                                            new Stands(
                                                    each.criterion().code(),
                                                    each.criterion().version(),
                                                    each.level().name()))
                            .collect(toSet());
            found.put(history.personId(), stands);
        }
        return new Judging(
                found,
                hinted.stream()
                        .collect(
                                groupingBy(
                                        Hinted::personId,
                                        mapping(
                                                each ->
                                                        new Stands(
                                                                each.criterion(),
                                                                each.version(),
                                                                each.level()),
                                                toSet()))));
    }

    /** Who does not stand as its hints say; also those of whom nothing is known any more. */
    List<UUID> different() {
        List<UUID> persons = new ArrayList<>();
        found.forEach(
                (person, stands) -> {
                    if (!stands.equals(hinted.getOrDefault(person, Set.of()))) {
                        persons.add(person);
                    }
                });
        hinted.keySet().stream().filter(person -> !found.containsKey(person)).forEach(persons::add);
        persons.sort(Comparator.comparing(UUID::toString));
        return persons;
    }
}
