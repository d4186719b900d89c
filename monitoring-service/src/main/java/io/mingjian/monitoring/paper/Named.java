package io.mingjian.monitoring.paper;

import io.mingjian.monitoring.disposal.DisposalCode;
import io.mingjian.monitoring.lead.LeadState;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Codes of a report in words, and counts in the order in which people read them. */
final class Named {
    private Named() {}

    /** A name with how many leads. */
    record Count(String name, long leads) {}

    /** The most first; of as many, in the order of their codes. */
    static List<Count> counts(Map<String, Long> counts, UnaryOperator<String> name) {
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(each -> new Count(name.apply(each.getKey()), each.getValue()))
                .toList();
    }

    static String state(String code) {
        return Arrays.stream(LeadState.values())
                .filter(each -> each.name().equals(code))
                .findFirst()
                .map(LeadState::zh)
                .orElse(code);
    }

    static String measure(@Nullable String code) {
        return code == null
                ? ""
                : Arrays.stream(DisposalCode.values())
                        .filter(each -> each.name().equals(code))
                        .findFirst()
                        .map(DisposalCode::zh)
                        .orElse(code);
    }

    /** Who decided; figures of earlier releases do not say it. */
    static String bureau(String organisation) {
        return organisation.isEmpty() ? "未记录" : Words.bureau(organisation);
    }

    static String district(@Nullable String code) {
        return Words.district(code == null || code.isEmpty() ? null : code);
    }

    static String violation(@Nullable String code) {
        return code == null || code.isEmpty() ? "未填写" : Facts.violation(code);
    }

    static String plain(@Nullable String text) {
        return text == null || text.isEmpty() ? "未填写" : text;
    }
}
