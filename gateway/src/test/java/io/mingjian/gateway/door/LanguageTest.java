package io.mingjian.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void chineseUnlessEnglishIsPreferred() {
        assertThat(Language.of(null)).isEqualTo(Language.ZH);
        assertThat(Language.of("de")).isEqualTo(Language.ZH);
        assertThat(Language.of("*")).isEqualTo(Language.ZH);
        assertThat(Language.of("en")).isEqualTo(Language.EN);
        assertThat(Language.of("en;q=0.5, zh;q=0.8")).isEqualTo(Language.ZH);
        assertThat(Language.of("zh;q=0, en;q=0.1")).isEqualTo(Language.EN);
        assertThat(Language.of("en;q=x;;")).isEqualTo(Language.ZH);
    }
}
