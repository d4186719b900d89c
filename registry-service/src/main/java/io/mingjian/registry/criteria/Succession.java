package io.mingjian.registry.criteria;

import io.mingjian.kit.refusal.Conflict;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one criterion follow each other without overlap, and without days between them
 * unless that is meant. One that is open ends when the next begins.
 */
final class Succession {
    private Succession() {}

    /**
     * Checks where a version would stand among those in use.
     *
     * @param active versions that were activated
     * @return the version that ends on the day before, if one does
     * @throws Conflict if it overlaps with another, or leaves a gap that is not meant
     */
    static Optional<Criterion> ending(List<Criterion> active, Criterion next) {
        List<Criterion> used = active.stream().filter(Succession::isUsed).toList();
        Optional<Criterion> before =
                used.stream()
                        .filter(each -> !each.validFrom().isAfter(next.validFrom()))
                        .max(Comparator.comparing(Criterion::validFrom));
        Optional<Criterion> after =
                used.stream()
                        .filter(each -> each.validFrom().isAfter(next.validFrom()))
                        .min(Comparator.comparing(Criterion::validFrom));
        before.filter(each -> each.validUntil() != null)
                .ifPresent(each -> follow(each.validUntil(), each, next.validFrom(), next));
        after.ifPresent(each -> follow(next.validUntil(), each, each.validFrom(), next));
        return before.filter(each -> each.validUntil() == null);
    }

    /** One that another took the place of on its first day was never in use. */
    private static boolean isUsed(Criterion version) {
        LocalDate last = version.validUntil();
        return last == null || !last.isBefore(version.validFrom());
    }

    private static void follow(
            @Nullable LocalDate last, Criterion other, LocalDate first, Criterion next) {
        if (last == null || !last.isBefore(first)) {
            throw new Conflict(
                    "versions-overlap",
                    "与第" + other.version() + "版的适用期间（" + term(other) + "）重叠；请调整生效日期或者最后适用日。",
                    "Overlaps with version " + other.version() + ".");
        }
        if (last.plusDays(1).isBefore(first) && !next.gapIntended()) {
            throw new Conflict(
                    "versions-gap",
                    "与第"
                            + other.version()
                            + "版（"
                            + term(other)
                            + "）之间有"
                            + (first.toEpochDay() - last.toEpochDay() - 1)
                            + "日没有适用的版本；如确需留空，请注明gapIntended。",
                    "Leaves days without a version; say gapIntended if that is meant.");
        }
    }

    private static String term(Criterion version) {
        return version.validFrom()
                + "起"
                + (version.validUntil() == null ? "长期" : "至" + version.validUntil());
    }
}
