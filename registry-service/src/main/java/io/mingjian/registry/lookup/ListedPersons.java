package io.mingjian.registry.lookup;

import io.mingjian.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What this room asks of the list. */
public interface ListedPersons {
    /**
     * What may be told of an entry that is in force.
     *
     * @param effects what a handler is asked to do; none while they are stayed
     * @param until last day
     * @param stayed an objection is pending and the effects rest meanwhile
     */
    record Listed(
            String entryNo, List<Effect> effects, LocalDate from, LocalDate until, boolean stayed) {
        public Listed {
            effects = List.copyOf(effects);
        }
    }

    /** An effect by its code and in words. */
    record Effect(String code, String zh) {}

    /** The entry of a person that is in force on a day. */
    Uni<Optional<Listed>> of(Caller caller, UUID personId, LocalDate on);

    /** The entry of this number if it is in force on a day. */
    Uni<Optional<Listed>> numbered(Caller caller, String entryNo, LocalDate on);
}
