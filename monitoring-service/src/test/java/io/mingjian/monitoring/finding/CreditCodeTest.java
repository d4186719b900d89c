package io.mingjian.monitoring.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "91100000100003962T",
                "914403001922038216",
                "9144030071526726XG",
                "91330100799655058B",
                "91310000132260250X",
                "91330106673959654P",
                "91310115MA1K4ABC4H",
            })
    void acceptsCodesWhoseCheckCharacterFits(String code) {
        assertThat(CreditCode.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "91310115MA1K4ABC4J",
                "91310000132260250",
                "91310000132260250x",
                "9131000013226O250X"
            })
    void refusesWrongCheckCharactersLengthsAndAlphabets(String code) {
        assertThat(CreditCode.isValid(code)).isFalse();
    }

    @Test
    void everySingleChangedCharacterIsNoticed() {
        String good = "91310000132260250X";
        for (int at = 0; at < good.length(); at++) {
            for (char other : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
                String changed = good.substring(0, at) + other + good.substring(at + 1);
                assertThat(CreditCode.isValid(changed))
                        .as(changed)
                        .isEqualTo(other == good.charAt(at));
            }
        }
    }
}
