package io.mingjian.detection.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.IndicationBand;
import org.junit.jupiter.api.Test;

class BandWordsTest {
    @Test
    void aReportClaimsNoSearchThatWasNotMade() {
        assertThat(BandWords.nowhereElse(Searched.WHOLE, Scope.EVERYBODY))
                .isEqualTo("未见。未见不说明该图片未曾使用。");
        assertThat(BandWords.nowhereElse(Searched.WHOLE, Scope.OWN))
                .startsWith("在本机构提交的证据中未见。")
                .contains("未与其他机构的证据查对");
        assertThat(BandWords.nowhereElse(Searched.IN_PART, Scope.EVERYBODY))
                .startsWith("已查重的画面未见。")
                .contains("其余画面未作查重");
        assertThat(BandWords.nowhereElse(Searched.NOT, Scope.EVERYBODY))
                .startsWith("画面未作查重")
                .endsWith("未见完全相同的文件。")
                .doesNotContain("未见。");
        assertThat(BandWords.nowhereElse(Searched.NOT, Scope.OWN))
                .contains("未与其他机构的证据查对", "在本机构提交的证据中未见完全相同的文件");
    }

    @Test
    void alsoBesideWhatWasFoundItIsSaidWhatWasNotLookedFor() {
        assertThat(BandWords.limits(Searched.WHOLE, Scope.EVERYBODY)).isEmpty();
        assertThat(BandWords.limits(Searched.IN_PART, Scope.EVERYBODY)).contains("其余画面未作查重");
        assertThat(BandWords.limits(Searched.WHOLE, Scope.OWN)).isEqualTo("未与其他机构的证据查对。");
    }

    @Test
    void noSignSaysAmongWhatTheSamePictureWasLookedFor() {
        assertThat(noSign(Searched.WHOLE, Scope.EVERYBODY)).contains("未见生成、编辑或重复使用的迹象。");
        assertThat(noSign(Searched.WHOLE, Scope.OWN)).contains("在本机构提交的证据中未见重复使用的迹象；未与其他机构的证据查对。");
        assertThat(noSign(Searched.WHOLE, Scope.GIVEN)).contains("在本次给出的文件之间未见重复使用的迹象；未与其他任何图片查对。");
        assertThat(noSign(Searched.IN_PART, Scope.GIVEN)).contains("在本次给出的文件之间", "其余画面未作查重");
        for (Searched searched : Searched.values()) {
            assertThat(noSign(searched, Scope.ONE_FILE))
                    .contains("只给出一份文件", "未作查重")
                    .doesNotContain("未见重复使用");
            assertThat(noSign(searched, Scope.ONE_MATTER))
                    .contains("属于同一事项", "未与其他事项的图片查重")
                    .doesNotContain("未见重复使用");
        }
    }

    private static String noSign(Searched searched, Scope scope) {
        return BandWords.summary(IndicationBand.NO_SIGN, searched, scope);
    }
}
