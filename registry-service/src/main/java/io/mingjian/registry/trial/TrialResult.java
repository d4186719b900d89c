package io.mingjian.registry.trial;

import static java.util.stream.Collectors.toSet;

import io.mingjian.registry.trial.Tally.Case;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a trial found.
 *
 * @param both persons whom either rule set would have proposed
 * @param onlyTried persons whom only the tried version would have proposed
 * @param onlyInForce persons who would have been proposed then and are not with the tried version
 * @param listed persons whom people listed in the period or up to a year after it, and did not
 *     revoke
 * @param listedFound of them, those whom the tried version would have proposed before
 */
@Schema(name = "TrialResult", description = "检验结果 / What a trial found")
record TrialResult(
        Tally inForce,
        Tally tried,
        long both,
        long onlyTried,
        long onlyInForce,
        long listed,
        long listedFound) {

    static TrialResult of(TrialKind kind, Collection<Proposed> proposed, Decisions decisions) {
        boolean verdicts = kind == TrialKind.BACK_TEST;
        List<Proposed> before = of(RuleSet.IN_FORCE, proposed);
        List<Proposed> tried = of(RuleSet.TRIED, proposed);
        Set<UUID> beforeIds = ids(before);
        Set<UUID> triedIds = ids(tried);
        Map<UUID, LocalDate> listed = verdicts ? decisions.listed() : Map.of();
        return new TrialResult(
                Tally.of(RuleSet.IN_FORCE, cases(before, decisions), verdicts),
                Tally.of(RuleSet.TRIED, cases(tried, decisions), verdicts),
                triedIds.stream().filter(beforeIds::contains).count(),
                triedIds.stream().filter(id -> !beforeIds.contains(id)).count(),
                beforeIds.stream().filter(id -> !triedIds.contains(id)).count(),
                listed.size(),
                tried.stream().filter(each -> isBefore(each, listed.get(each.personId()))).count());
    }

    private static boolean isBefore(Proposed proposed, @Nullable LocalDate listedOn) {
        return listedOn != null && !proposed.on().isAfter(listedOn);
    }

    private static List<Proposed> of(RuleSet rules, Collection<Proposed> all) {
        return all.stream().filter(each -> each.rules() == rules).toList();
    }

    private static List<Case> cases(List<Proposed> all, Decisions decisions) {
        return all.stream()
                .map(each -> new Case(each, decisions.after(each.personId(), each.on())))
                .toList();
    }

    private static Set<UUID> ids(List<Proposed> all) {
        return all.stream().map(Proposed::personId).collect(toSet());
    }
}
