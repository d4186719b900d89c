package io.mingjian.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.FilingKind;
import org.junit.jupiter.api.Test;

class RegistrationNoTest {
    @Test
    void namesAgencyKindYearAndRunningNumber() {
        assertThat(RegistrationNo.of("samr-shanghai", FilingKind.COMPLAINT, 2026, 1))
                .isEqualTo("沪市监投〔2026〕000001号");
        assertThat(RegistrationNo.of("samr-huangpu", FilingKind.REPORT, 2026, 12))
                .isEqualTo("沪黄市监举〔2026〕000012号");
    }

    @Test
    void growsBeyondSixDigits() {
        assertThat(RegistrationNo.of("samr-shanghai", FilingKind.COMPLAINT, 2026, 1_234_567))
                .contains("1234567");
    }
}
