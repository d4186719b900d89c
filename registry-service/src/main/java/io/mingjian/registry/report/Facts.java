package io.mingjian.registry.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The facts that the steps of a report recorded, in their order; as they are stored. */
record Facts(List<Fact> list) {
    /** Nothing was recorded yet. */
    static final Facts NONE = new Facts(List.of());

    Facts {
        list = List.copyOf(list);
    }

    Facts and(Fact... more) {
        return new Facts(Stream.concat(list.stream(), Stream.of(more)).toList());
    }

    /** Those of a kind, in their order. */
    <F extends Fact> Stream<F> all(Class<F> kind) {
        return list.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The newest of its kind. */
    <F extends Fact> Optional<F> last(Class<F> kind) {
        return all(kind).reduce((earlier, later) -> later);
    }

    boolean has(Class<? extends Fact> kind) {
        return list.stream().anyMatch(kind::isInstance);
    }

    /** Whether the head has ever given more time for this period. */
    boolean isExtended(Fact.Period period) {
        return all(Fact.ExtensionDecided.class)
                .anyMatch(each -> each.period() == period && each.granted());
    }

    /** The result is to be told and was not told yet. */
    boolean isTellingDue() {
        return has(Fact.ResultDue.class) && !has(Fact.ResultTold.class);
    }
}
