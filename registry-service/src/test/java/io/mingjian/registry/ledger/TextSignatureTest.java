package io.mingjian.registry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextSignatureTest {
    private static final String TEXT =
            "本人于2026年11月1日在上海某某食品有限公司购买牛奶3箱，花费299元，收到后发现外包装标注的生产日期被涂改，"
                    + "商家拒绝说明情况也拒绝退款，请依法查处并责令其按照食品安全法的规定给予赔偿。";

    @Test
    void namesNumbersAndDaysAreTakenOut() {
        assertThat(TextSignature.plain("於 １１月，在ABC店（Abc店）买了三十件，共 99.5元！", List.of("abc店")))
                .isEqualTo("於0月在##买了0件共0元");
    }

    @Test
    void aTemplateThatIsFilledInAgainIsTheSame() {
        String again =
                TEXT.replace("2026年11月1日", "2026年9月18日")
                        .replace("上海某某食品有限公司", "上海另一家超市")
                        .replace("3箱", "12箱")
                        .replace("299元", "1,024.50元");
        assertThat(signature(TEXT, "上海某某食品有限公司").likeness(signature(again, "上海另一家超市")))
                .isEqualTo(1.0);
    }

    @Test
    void aFewOtherWordsAreStillTheSameAndShareABand() {
        TextSignature one = signature(TEXT, "上海某某食品有限公司");
        TextSignature other = signature(TEXT.replace("拒绝说明情况", "不肯说明情况"), "上海某某食品有限公司");
        assertThat(one.likeness(other)).isBetween(TextSignature.SAME, 0.99);
        assertThat(one.bands()).containsAnyOf(other.bands());
    }

    @Test
    void anotherTextIsNotTheSame() {
        TextSignature other = signature("昨天在超市买的鸡蛋有一半是坏的，打开以后有很大的臭味，联系客服两次都没有人接听电话，希望处理。", "");
        assertThat(signature(TEXT, "").likeness(other)).isLessThan(0.2);
    }

    @Test
    void comesBackFromItsBytes() {
        TextSignature one = signature(TEXT, "");
        assertThat(one.bytes()).hasSize(256);
        assertThat(TextSignature.of(one.bytes()).likeness(one)).isEqualTo(1.0);
    }

    @Test
    void aShortTextHasNone() {
        assertThat(TextSignature.of("收到的杯子有裂纹", List.of())).isEmpty();
        assertThat(TextSignature.of("裂".repeat(29), List.of())).isEmpty();
        assertThat(TextSignature.of("裂".repeat(30), List.of())).isPresent();
    }

    private static TextSignature signature(String text, String name) {
        return TextSignature.of(text, List.of(name)).orElseThrow();
    }
}
