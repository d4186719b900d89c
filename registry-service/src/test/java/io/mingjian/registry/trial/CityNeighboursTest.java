package io.mingjian.registry.trial;

import static io.mingjian.registry.trial.Examples.MAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.registry.trial.CityNeighbours.At;
import io.mingjian.registry.trial.CityNeighbours.Use;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CityNeighboursTest {
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(1, 2);
    private static final UUID THREE = new UUID(1, 3);

    private final CityNeighbours city = new CityNeighbours();

    private static int day(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    @Test
    void countEachPersonOfATextOnceAndOnlyInsideTheWindow() {
        city.text(
                5,
                List.of(
                        new Use(day(MAY.minusDays(1)), 40),
                        new Use(day(MAY), 10),
                        new Use(day(MAY.plusDays(1)), 10),
                        new Use(day(MAY.plusDays(1)), 20),
                        new Use(day(MAY.plusDays(3)), 30)));
        var known = city.of(ONE, MAY);
        assertThat(known.personsWithText(5, MAY, MAY.plusDays(2))).isEqualTo(2);
        assertThat(known.personsWithText(5, MAY, MAY.plusDays(3))).isEqualTo(3);
        assertThat(known.personsWithText(5, MAY.minusDays(1), MAY.plusDays(9))).isEqualTo(4);
    }

    @Test
    void aTextThatNobodySharesHasOnePerson() {
        assertThat(city.of(ONE, MAY).personsWithText(6, MAY, MAY)).isEqualTo(1);
    }

    @Test
    void whoCameToAContactLaterIsNotKnownYet() {
        city.contact(
                List.of(
                        new At(ONE, day(MAY)),
                        new At(TWO, day(MAY.plusDays(2))),
                        new At(THREE, day(MAY.plusDays(5)))));
        assertThat(city.of(ONE, MAY.plusDays(1)).personsAtContact()).isEqualTo(1);
        assertThat(city.of(ONE, MAY.plusDays(2)).personsAtContact()).isEqualTo(2);
        assertThat(city.of(THREE, MAY.plusDays(5)).personsAtContact()).isEqualTo(3);
    }

    @Test
    void ofSeveralContactsTheOneWithMostPersonsCounts() {
        city.contact(List.of(new At(ONE, day(MAY)), new At(TWO, day(MAY))));
        city.contact(
                List.of(new At(ONE, day(MAY)), new At(TWO, day(MAY)), new At(THREE, day(MAY))));
        assertThat(city.of(ONE, MAY).personsAtContact()).isEqualTo(3);
        assertThat(city.of(new UUID(2, 2), MAY).personsAtContact()).isEqualTo(1);
    }
}
