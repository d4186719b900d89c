package io.mingjian.monitoring.monitor;

import io.mingjian.monitoring.finding.PlatformType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be watched: kinds of platforms, platforms by name, kinds of violations. An empty list
 * sets no bound. The same record says what a contract allows and what an instruction asks for.
 */
public record ContractScope(
        List<PlatformType> platformTypes, List<String> platforms, List<String> categories) {

    /** Without bounds. */
    public static final ContractScope ANYTHING = new ContractScope(List.of(), List.of(), List.of());

    public ContractScope {
        platformTypes = platformTypes == null ? List.of() : List.copyOf(platformTypes);
        platforms = platforms == null ? List.of() : List.copyOf(platforms);
        categories = categories == null ? List.of() : List.copyOf(categories);
    }

    /** Whether all that is asked for lies within these bounds. */
    public boolean covers(ContractScope asked) {
        return covers(platformTypes, asked.platformTypes)
                && covers(names(platforms), names(asked.platforms))
                && covers(categories, asked.categories);
    }

    /** Whoever asks for anything stays within no bound. */
    private static boolean covers(Collection<?> bounds, Collection<?> asked) {
        return bounds.isEmpty() || (!asked.isEmpty() && bounds.containsAll(asked));
    }

    private static Set<String> names(List<String> written) {
        return written.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
