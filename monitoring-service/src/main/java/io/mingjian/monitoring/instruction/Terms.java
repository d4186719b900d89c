package io.mingjian.monitoring.instruction;

import io.mingjian.monitoring.finding.EvidenceKind;
import io.mingjian.monitoring.finding.OutputField;
import io.mingjian.monitoring.finding.PlatformType;
import io.mingjian.monitoring.monitor.ContractScope;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an instruction asks for.
 *
 * @param platformTypes kinds of platforms; empty means any
 * @param categories kinds of violations; empty means any
 * @param requiredFields what a finding must fill beyond what every finding has
 * @param requiredEvidence how much evidence of which kind every finding must name
 * @param ofCategories what findings of one kind must have besides
 */
record Terms(
        List<PlatformType> platformTypes,
        List<String> platforms,
        List<String> keywords,
        List<String> categories,
        Set<OutputField> requiredFields,
        List<EvidenceDemand> requiredEvidence,
        List<CategoryDemand> ofCategories) {

    /** A least number of files of a kind. */
    record EvidenceDemand(EvidenceKind kind, int least) {}

    /** What findings of one category must have besides. */
    record CategoryDemand(
            String category,
            Set<OutputField> requiredFields,
            List<EvidenceDemand> requiredEvidence) {
        CategoryDemand {
            requiredFields = inOneOrder(requiredFields);
            requiredEvidence = present(requiredEvidence);
        }
    }

    /** Rows that were written before a field was there lack it. */
    Terms {
        platformTypes = present(platformTypes);
        platforms = present(platforms);
        keywords = present(keywords);
        categories = present(categories);
        requiredFields = inOneOrder(requiredFields);
        requiredEvidence = present(requiredEvidence);
        ofCategories = present(ofCategories);
    }

    /** What must be filled in findings of this category. */
    Set<OutputField> fieldsOf(String category) {
        TreeSet<OutputField> fields = new TreeSet<>(requiredFields);
        for (CategoryDemand demand : ofCategories) {
            if (demand.category().equals(category)) {
                fields.addAll(demand.requiredFields());
            }
        }
        return fields;
    }

    /** Of each kind of evidence, what findings of this category must have; the larger number. */
    Map<EvidenceKind, Integer> evidenceOf(String category) {
        Map<EvidenceKind, Integer> least = least(requiredEvidence);
        for (CategoryDemand demand : ofCategories) {
            if (demand.category().equals(category)) {
                least(demand.requiredEvidence())
                        .forEach((kind, n) -> least.merge(kind, n, Math::max));
            }
        }
        return least;
    }

    Map<EvidenceKind, Integer> evidence() {
        return least(requiredEvidence);
    }

    private static Map<EvidenceKind, Integer> least(List<EvidenceDemand> demands) {
        Map<EvidenceKind, Integer> least = new EnumMap<>(EvidenceKind.class);
        demands.forEach(demand -> least.merge(demand.kind(), demand.least(), Math::max));
        return least;
    }

    /** What a contract must allow. */
    ContractScope toScope() {
        return new ContractScope(platformTypes, platforms, categories);
    }

    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** In one order always, so that two looks at the same terms are the same text. */
    private static Set<OutputField> inOneOrder(@Nullable Set<OutputField> fields) {
        return Collections.unmodifiableSortedSet(
                new TreeSet<>(Objects.requireNonNullElse(fields, Set.of())));
    }
}
