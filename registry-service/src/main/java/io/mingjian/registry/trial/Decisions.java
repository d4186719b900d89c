package io.mingjian.registry.trial;

import static java.util.stream.Collectors.groupingBy;

import io.mingjian.registry.listing.EntryOutcomes.Outcome;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people decided about persons, as far as a trial looks. */
final class Decisions {
    /** A decision that ended a candidate, or the revocation of a listing. */
    record Decided(UUID personId, LocalDate on, Verdict verdict) {}

    static final Decisions NONE = new Decisions(List.of());

    private final Map<UUID, List<Decided>> byPerson;

    Decisions(List<Decided> all) {
        byPerson =
                all.stream()
                        .sorted(Comparator.comparing(Decided::on))
                        .collect(groupingBy(Decided::personId));
    }

    static Decisions of(List<Outcome> outcomes) {
        return new Decisions(
                outcomes.stream()
                        .map(each -> new Decided(each.personId(), each.on(), verdict(each)))
                        .toList());
    }

    private static Verdict verdict(Outcome outcome) {
        if (!outcome.listed()) {
            return Verdict.NOT_LISTED;
        }
        return outcome.revoked() ? Verdict.REVOKED : Verdict.LISTED;
    }

    /** The first decision about this person on or after a day. */
    Verdict after(UUID personId, LocalDate day) {
        List<Decided> own = byPerson.getOrDefault(personId, List.of());
        return own.stream()
                .filter(each -> !each.on().isBefore(day))
                .findFirst()
                .map(Decided::verdict)
                .orElse(own.isEmpty() ? Verdict.NONE : Verdict.BEFORE);
    }

    /** Persons who were listed for good, with the first day. */
    Map<UUID, LocalDate> listed() {
        Map<UUID, LocalDate> listed = new HashMap<>();
        byPerson.forEach(
                (person, own) ->
                        own.stream()
                                .filter(each -> each.verdict() == Verdict.LISTED)
                                .findFirst()
                                .ifPresent(each -> listed.put(person, each.on())));
        return listed;
    }
}
