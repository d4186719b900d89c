package io.mingjian.registry.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The facts that the steps of a complaint recorded, in their order; as they are stored. */
record Facts(List<Fact> list) {
    /** Nothing was recorded yet. */
    static final Facts NONE = new Facts(List.of());

    Facts {
        list = List.copyOf(list);
    }

    Facts and(Fact... more) {
        return new Facts(Stream.concat(list.stream(), Stream.of(more)).toList());
    }

    /** The newest of its kind. */
    <F extends Fact> Optional<F> last(Class<F> kind) {
        return list.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((earlier, later) -> later);
    }

    /** When a party was told of the termination; a correction comes later and counts. */
    Optional<LocalDate> toldOn(Fact.Party party) {
        return list.stream()
                .filter(Fact.Told.class::isInstance)
                .map(Fact.Told.class::cast)
                .filter(told -> told.party() == party)
                .reduce((earlier, later) -> later)
                .map(Fact.Told::on);
    }

    boolean bothAreTold() {
        return toldOn(Fact.Party.COMPLAINANT).isPresent()
                && toldOn(Fact.Party.RESPONDENT).isPresent();
    }
}
