package io.mingjian.registry.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.FilingKind;
import io.mingjian.registry.code.IdType;
import io.mingjian.registry.filer.GivenIdentity;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscretionTest {
    private static final GivenIdentity WANG =
            new GivenIdentity(
                    "王小明", IdType.RESIDENT_ID, "310101199001010015", "13900000001", "人民大道200号");

    @Test
    void freeTextLosesWhatIdentifiesTheFiler() {
        Discretion discretion = new Discretion(WANG, FilingKind.COMPLAINT);
        assertThat(
                        discretion.clean(
                                Map.of(
                                        "reasons",
                                        "投诉人王小明（13900000001，310101199001010015，住人民大道200号）已与商家和解")))
                .containsExactly(Map.entry("reasons", "投诉人（（电话略），（证件号码略），住（住址略））已与商家和解"));
    }

    @Test
    void aReporterIsSpokenOfAsSuch() {
        assertThat(new Discretion(WANG, FilingKind.REPORT).clean("王小明反映")).isEqualTo("举报人反映");
    }

    @Test
    void aNameOfOneCharacterCouldBeAnyWord() {
        GivenIdentity one = new GivenIdentity("明", null, null, "13900000001", null);
        assertThat(new Discretion(one, FilingKind.COMPLAINT).clean("说明理由")).isEqualTo("说明理由");
    }
}
