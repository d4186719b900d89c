package io.mingjian.monitoring.quality;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a set of leads.
 *
 * @param in the lead has one of these
 * @param notIn the lead has none of these
 */
record Condition(LeadFact fact, @Nullable Set<String> in, @Nullable Set<String> notIn) {
    Condition {
        if ((in == null) == (notIn == null)) {
            throw new IllegalArgumentException(fact + " needs either in or notIn");
        }
        Set<String> named = in == null ? orEmpty(notIn) : in;
        if (named.isEmpty() || !named.stream().allMatch(fact::knows)) {
            throw new IllegalArgumentException(fact + " does not know all of " + named);
        }
    }

    String sql() {
        return in == null ? "not " + fact.hasOneOf(orEmpty(notIn)) : fact.hasOneOf(in);
    }

    private static Set<String> orEmpty(@Nullable Set<String> values) {
        return values == null ? Set.of() : values;
    }
}
