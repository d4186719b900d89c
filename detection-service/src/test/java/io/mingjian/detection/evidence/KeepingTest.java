package io.mingjian.detection.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KeepingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @Test
    void theDayOfTheBeginningDoesNotCount() {
        assertThat(Keeping.unnamed(DAY).until()).hasValue(LocalDate.of(2027, 5, 23));
        assertThat(Keeping.closed(DAY).until()).hasValue(LocalDate.of(2029, 11, 24));
    }

    @Test
    void anOpenMatterHasNoEnd() {
        assertThat(Keeping.open(DAY).until()).isEmpty();
        assertThat(Keeping.open(DAY).limit()).isEmpty();
    }

    @Test
    void aTermNamesTheRuleItStandsOn() {
        assertThat(Keeping.closed(DAY).limit().orElseThrow().basis()).contains("Art 16(4)");
        assertThat(Keeping.unnamed(DAY).limit().orElseThrow().basis()).contains("PIPL");
    }
}
