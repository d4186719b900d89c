package io.mingjian.registry.listing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The facts that the steps of an entry recorded, in their order; as they are stored. */
record Facts(List<Fact> list) {
    /** Nothing was recorded yet. */
    static final Facts NONE = new Facts(List.of());

    Facts {
        list = List.copyOf(list);
    }

    Facts and(Fact more) {
        return new Facts(Stream.concat(list.stream(), Stream.of(more)).toList());
    }

    /** The newest of its kind. */
    <F extends Fact> Optional<F> last(Class<F> kind) {
        return list.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((earlier, later) -> later);
    }

    boolean has(Class<? extends Fact> kind) {
        return list.stream().anyMatch(kind::isInstance);
    }

    /** Whether the person said in writing that there is nothing to add. */
    boolean isSpeakingWaived() {
        return last(Fact.DefenceReceived.class)
                .filter(Fact.DefenceReceived::waivesFurther)
                .isPresent();
    }
}
