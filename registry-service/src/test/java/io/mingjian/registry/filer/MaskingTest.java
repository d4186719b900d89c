package io.mingjian.registry.filer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
    @ParameterizedTest
    @CsvSource({"张三, 张*", "欧阳锋, 欧**", "王, 王*", "𬭚某, 𬭚*"})
    void ofANameTheFirstCharacterStays(String name, String masked) {
        assertThat(Masking.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"13800138888, 138****8888", "021-12345678, 021****78"})
    void ofAPhoneTheMiddleIsHidden(String phone, String masked) {
        assertThat(Masking.phone(phone)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"310101199001010012, 310101********0012", "E12345678, E*******8"})
    void ofADocumentTheMiddleIsHidden(String number, String masked) {
        assertThat(Masking.idNumber(number)).isEqualTo(masked);
    }
}
