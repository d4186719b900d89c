package io.mingjian.detection.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RestsOnTest {
    @ParameterizedTest
    @EnumSource(RestsOn.class)
    void aBankTakesWhatRestsOnMoreThanThisSuitesReadingsAndNothingElse(RestsOn ground) {
        assertThat(ground.inBank().isPresent()).isEqualTo(ground.isIndependent());
    }

    @Test
    void theRegistrysCodesAreKnownAndAnUnknownOneCalibratesNothing() {
        assertThat(RestsOn.ofRegistry("PARTY_ADMITTED")).isEqualTo(RestsOn.ADMISSION);
        assertThat(RestsOn.ofRegistry("DECLARED_LABEL")).isEqualTo(RestsOn.DECLARED_LABEL);
        assertThat(RestsOn.ofRegistry("OF_A_LATER_RELEASE").isIndependent()).isFalse();
        assertThat(RestsOn.ofRegistry("")).isNotEqualTo(RestsOn.CASE_COMPARISON);
    }

    @ParameterizedTest
    @EnumSource(RestsOn.class)
    void whatIsKeptIsReadAgain(RestsOn ground) {
        assertThat(RestsOn.read(RestsOn.write(List.of(ground, RestsOn.ADMISSION))))
                .containsOnly(ground, RestsOn.ADMISSION);
    }
}
