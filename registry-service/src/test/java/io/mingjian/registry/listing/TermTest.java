package io.mingjian.registry.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TermTest {
    private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2027, 2, 28);
    private static final LocalDate MID = LocalDate.of(2026, 9, 1);

    private final Term term = Term.of(FROM, UNTIL);

    @Test
    void holdsFromItsFirstThroughItsLastDay() {
        assertThat(term.isEffectiveOn(FROM.minusDays(1))).isFalse();
        assertThat(term.isEffectiveOn(FROM)).isTrue();
        assertThat(term.isEffectiveOn(UNTIL)).isTrue();
        assertThat(term.isEffectiveOn(UNTIL.plusDays(1))).isFalse();
        assertThat(term.isOver(UNTIL)).isFalse();
        assertThat(term.isOver(UNTIL.plusDays(1))).isTrue();
    }

    @Test
    void hasNoEffectWhileItIsStayed() {
        Term stayed = term.stayedFrom(MID);
        assertThat(stayed.isStayed()).isTrue();
        assertThat(stayed.isEffectiveOn(MID.minusDays(1))).isTrue();
        assertThat(stayed.isEffectiveOn(MID)).isFalse();
        Term resumed = stayed.stayEnded(MID.plusDays(10));
        assertThat(resumed.isStayed()).isFalse();
        assertThat(resumed.isEffectiveOn(MID.plusDays(9))).isFalse();
        assertThat(resumed.isEffectiveOn(MID.plusDays(10))).isTrue();
        assertThat(resumed.hadEffectOn(MID)).isTrue();
        assertThat(resumed.hadEffectOn(MID.plusDays(1))).isFalse();
        assertThat(resumed.hadEffectOn(MID.plusDays(9))).isFalse();
    }

    @Test
    void hadEffectOnTheDayOnWhichItWasTakenBack() {
        Term ended = term.ended(MID);
        assertThat(ended.isEffectiveOn(MID)).isFalse();
        assertThat(ended.hadEffectOn(MID)).isTrue();
        assertThat(ended.hadEffectOn(MID.plusDays(1))).isFalse();
        assertThat(ended.ended(UNTIL)).isEqualTo(ended);
    }

    @Test
    void isNeverEmpty() {
        assertThat(term.extendedTo(UNTIL.plusYears(1)).until()).isEqualTo(UNTIL.plusYears(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Term.of(UNTIL, FROM));
    }
}
