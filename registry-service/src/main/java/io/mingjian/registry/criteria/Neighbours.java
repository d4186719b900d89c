package io.mingjian.registry.criteria;

import java.time.LocalDate;
import java.util.Map;

/** What criteria need to know of others than the person itself. */
public interface Neighbours {
    /** Somebody of whom nobody else is known. */
    Neighbours NONE = known(Map.of(), 1);

    /** How many persons sent in texts of this family from one day to another, both included. */
    int personsWithText(long familyId, LocalDate from, LocalDate to);

    /** How many persons, this one included, left the same telephone or address. */
    int personsAtContact();

    /**
     * Numbers that were counted before, for the one window that is asked for.
     *
     * @param personsWithText by family; one person where a family is absent
     */
    static Neighbours known(Map<Long, Integer> personsWithText, int personsAtContact) {
        return new Neighbours() {
            @Override
            public int personsWithText(long familyId, LocalDate from, LocalDate to) {
                return personsWithText.getOrDefault(familyId, 1);
            }

            @Override
            public int personsAtContact() {
                return personsAtContact;
            }
        };
    }
}
