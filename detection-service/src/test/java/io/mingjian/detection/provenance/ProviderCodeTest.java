package io.mingjian.detection.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderCodeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "91100000100003962T",
                "914403001922038216",
                "9144030071526726XG",
                "91330100799655058B",
                "91310000132260250X",
                "91330106673959654P"
            })
    void creditCodesOfTheStandardPass(String uscc) {
        assertThat(ProviderCode.hasRightCheckDigit(uscc)).isTrue();
    }

    @Test
    void everyWrongCheckDigitFails() {
        for (char last : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
            assertThat(ProviderCode.hasRightCheckDigit("91310115MA1K4ABC4" + last))
                    .isEqualTo(last == 'H');
        }
    }

    @Test
    void theCodeComesApart() {
        ProviderCode code = ProviderCode.of("001191110102MACQD9K64010000").orElseThrow();
        assertThat(code.uscc()).isEqualTo("91110102MACQD9K640");
        assertThat(code.serviceType()).isEqualTo('1');
        assertThat(code.application()).isEqualTo("0000");
        assertThat(code.isChecked()).isTrue();
        assertThat(Producers.knownFor(code.uscc())).contains("豆包");
        assertThat(ProviderCode.of("doubao")).isEmpty();
    }
}
