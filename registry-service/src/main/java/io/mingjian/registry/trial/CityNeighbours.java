package io.mingjian.registry.trial;

import io.mingjian.registry.criteria.Neighbours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the persons of a city have in common, as it was known on each day of a period: texts that
 * several sent in, and telephones and addresses that several left. A person is a number here; the
 * whole fits into some megabytes for ten million filings, of which few share anything.
 */
final class CityNeighbours {
    private static final int DAY_SHIFT = 40;
    private static final long PERSON_MASK = (1L << DAY_SHIFT) - 1;

    private final Map<Long, long[]> textUses = new HashMap<>();
    private final Map<UUID, List<int[]>> contacts = new HashMap<>();

    /** One person's use of a text on a day; equal numbers are the same person. */
    record Use(int epochDay, long person) {}

    /** A person at a contact, and since when. */
    record At(UUID personId, int sinceEpochDay) {}

    void text(long family, List<Use> uses) {
        textUses.put(
                family,
                uses.stream()
                        .mapToLong(
                                use ->
                                        (long) use.epochDay() << DAY_SHIFT
                                                | use.person() & PERSON_MASK)
                        .sorted()
                        .toArray());
    }

    void contact(List<At> all) {
        int[] since = all.stream().mapToInt(At::sinceEpochDay).sorted().toArray();
        all.forEach(
                each ->
                        contacts.computeIfAbsent(each.personId(), none -> new ArrayList<>(1))
                                .add(since));
    }

    /** What was known on a day. */
    Neighbours of(UUID personId, LocalDate day) {
        int at = atContact(personId, Math.toIntExact(day.toEpochDay()));
        return new Neighbours() {
            @Override
            public int personsWithText(long familyId, LocalDate from, LocalDate to) {
                return withText(familyId, from, to);
            }

            @Override
            public int personsAtContact() {
                return at;
            }
        };
    }

    private int withText(long family, LocalDate from, LocalDate to) {
        long[] uses = textUses.get(family);
        if (uses == null) {
            return 1;
        }
        int found = Arrays.binarySearch(uses, from.toEpochDay() << DAY_SHIFT);
        long end = to.toEpochDay() + 1 << DAY_SHIFT;
        Set<Long> persons = new HashSet<>();
        for (int i = found < 0 ? -found - 1 : found; i < uses.length && uses[i] < end; i++) {
            persons.add(uses[i] & PERSON_MASK);
        }
        return Math.max(1, persons.size());
    }

    private int atContact(UUID personId, int day) {
        int most = 1;
        for (int[] since : contacts.getOrDefault(personId, List.of())) {
            int known = 0;
            while (known < since.length && since[known] <= day) {
                known++;
            }
            most = Math.max(most, known);
        }
        return most;
    }
}
