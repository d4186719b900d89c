package io.mingjian.benchmarks.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The made-up history has the size and the shape that it says. */
class PopulationTest {
    private static final long SEED = 298;
    private static final LocalDate LAST = LocalDate.of(2026, 10, 31);
    private static final Population SMALL = new Population(SEED, 200_000, LAST);

    @Test
    void hasTheFilingsAndFilersThatWereAskedFor() {
        long filings = SMALL.stream().mapToLong(person -> person.filings().size()).sum();
        assertThat(filings).isCloseTo(200_000, within(10_000L));
        assertThat(SMALL.persons()).isEqualTo(40_000);
    }

    @Test
    void hasAsManyFrequentFilersAYearAsWasPublished() {
        long frequentYears = 0;
        long filings = 0;
        for (Person person : (Iterable<Person>) SMALL.stream()::iterator) {
            filings += person.filings().size();
            var aYear =
                    person.filings().stream()
                            .collect(
                                    Collectors.groupingBy(
                                            each ->
                                                    ChronoUnit.DAYS.between(
                                                                    SMALL.firstDay(), each.day())
                                                            / 365,
                                            Collectors.counting()));
            frequentYears += aYear.values().stream().filter(count -> count >= 10).count();
        }
        double expected = filings * 7_880.0 / 246_000;
        assertThat(frequentYears / expected).isCloseTo(1.0, within(0.05));
    }

    @Test
    void isTheSameAgainFromTheSameSeedAndAnotherFromAnother() {
        assertThat(SMALL.person(17)).isEqualTo(new Population(SEED, 200_000, LAST).person(17));
        assertThat(SMALL.person(17)).isNotEqualTo(new Population(299, 200_000, LAST).person(17));
    }

    @Test
    void givesNoIdTwiceAndNoDayOutsideTheHistory() {
        Set<UUID> ids = new HashSet<>();
        SMALL.stream()
                .limit(5_000)
                .forEach(
                        person -> {
                            assertThat(ids.add(person.id())).isTrue();
                            person.filings()
                                    .forEach(
                                            filing -> {
                                                assertThat(ids.add(filing.submissionId())).isTrue();
                                                assertThat(filing.day())
                                                        .isBetween(SMALL.firstDay(), LAST);
                                            });
                            person.marks()
                                    .forEach(
                                            mark -> {
                                                assertThat(ids.add(mark.id())).isTrue();
                                                assertThat(mark.day()).isBeforeOrEqualTo(LAST);
                                            });
                        });
    }
}
