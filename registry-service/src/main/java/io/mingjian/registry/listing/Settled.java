package io.mingjian.registry.listing;

import static io.mingjian.registry.listing.EntryLifecycle.RULES;

import io.mingjian.registry.listing.ProcedureRules.Rule;
import java.time.LocalDate;
import java.util.List;

/**
 * What people have settled is not proposed again without something new. A ground is new unless an
 * entry of the person that came to rest less than {@code quietDays} ago held the same criterion in
 * the same version; of criteria that rest on people's own decisions ({@code countsAnew}) one more
 * such decision is new at once. What officers and other lists say is always new.
 */
final class Settled {
    private Settled() {}

    /** Whether a proposal says anything that was not settled lately. */
    static boolean bringsNews(Proposal proposal, List<Entry> entries, LocalDate today) {
        Rule rule = RULES.on(today);
        List<Ground> settled =
                entries.stream()
                        .filter(entry -> isLate(entry, today, rule))
                        .flatMap(entry -> entry.grounds().stream())
                        .toList();
        return proposal.grounds().stream()
                .anyMatch(ground -> settled.stream().noneMatch(old -> covers(old, ground, rule)));
    }

    private static boolean isLate(Entry entry, LocalDate today, Rule rule) {
        LocalDate on = entry.settledOn();
        return on != null && on.plusDays(rule.quietDays()).isAfter(today);
    }

    private static boolean covers(Ground old, Ground ground, Rule rule) {
        boolean same =
                ground.version() > 0
                        && old.criterion().equals(ground.criterion())
                        && old.version() == ground.version();
        boolean more =
                rule.countsAnew().contains(ground.criterion()) && observed(ground) > observed(old);
        return same && !more;
    }

    private static double observed(Ground ground) {
        return ground.inputs().path("observed").asDouble();
    }
}
