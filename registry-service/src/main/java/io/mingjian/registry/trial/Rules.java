package io.mingjian.registry.trial;

import io.mingjian.registry.criteria.Criterion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The two rule sets of a trial: the versions in force, and the same with the tried version in the
 * place of its criterion's. Both are applied to every day of the period, also to days before they
 * began, so that only the difference between them shows.
 */
record Rules(List<Criterion> inForce, List<Criterion> tried) {

    static Rules of(List<Criterion> inForce, Criterion version) {
        List<Criterion> tried = new ArrayList<>();
        inForce.stream().filter(each -> !each.code().equals(version.code())).forEach(tried::add);
        tried.add(version);
        return new Rules(List.copyOf(inForce), List.copyOf(tried));
    }

    List<Criterion> of(RuleSet which) {
        return which == RuleSet.TRIED ? tried : inForce;
    }

    /** The version that the tried one takes the place of. */
    Optional<Criterion> replaced(String code) {
        return inForce.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** The first day that matters to either set for a period that begins on {@code from}. */
    LocalDate reachesBackTo(LocalDate from) {
        return java.util.stream.Stream.concat(inForce.stream(), tried.stream())
                .map(each -> each.windowStart(from))
                .min(LocalDate::compareTo)
                .orElse(from);
    }
}
