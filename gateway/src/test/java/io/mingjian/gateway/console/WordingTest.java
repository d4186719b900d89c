package io.mingjian.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.FilingKind;
import io.mingjian.contracts.IndicationBand;
import io.mingjian.contracts.LabelVerdict;
import io.mingjian.contracts.SignalStrength;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void everyCodeOfTheContractsHasWords() {
        assertKnown("band", IndicationBand.values());
        assertKnown("label", LabelVerdict.values());
        assertKnown("strength", SignalStrength.values());
        assertKnown("kind", FilingKind.values());
    }

    @Test
    void codeWithoutWordsIsShownAsItIs() {
        assertThat(Wording.of("band", "SOMETHING_NEW")).isEqualTo("SOMETHING_NEW");
        assertThat(Wording.of("band", null)).isEmpty();
    }

    @Test
    void articlesAreCitedInChinese() {
        assertThat(Wording.citation("Order 121 Art 15")).isEqualTo("总局令第121号第15条");
        assertThat(Wording.citation("Order 121 Art 29–32, 41; Order 2 Art 18"))
                .isEqualTo("总局令第121号第29–32、41条; 总局令第2号第18条");
        assertThat(Wording.citation("Monitoring loop, product default"))
                .isEqualTo("Monitoring loop, product default");
    }

    private static void assertKnown(String family, Enum<?>... codes) {
        assertThat(Arrays.stream(codes).filter(code -> !Wording.knows(family, code.name())))
                .as(family)
                .isEmpty();
    }
}
