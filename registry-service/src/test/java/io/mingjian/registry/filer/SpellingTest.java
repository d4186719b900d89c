package io.mingjian.registry.filer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "上海市黄浦区人民大道200弄5号301室",
                "上海黄浦区人民大道200弄5号301室",
                "黄浦区人民大道200弄5号301",
                "中国上海市 黄浦区 人民大道 ２００弄 ５號 ３０１室",
                "上海市，黄浦区，人民大道200弄5号楼301室。",
                "黄浦区人民大道200弄5-301",
                "黄浦区人民大道200弄5－301室"
            })
    void oneDoorUnderEverySpelling(String spelling) {
        assertThat(Spelling.address(spelling)).hasValue("黄浦区人民大道200弄5号301");
    }

    @Test
    void anotherDoorIsAnother() {
        assertThat(Spelling.address("黄浦区人民大道200弄5号301室"))
                .isNotEqualTo(Spelling.address("黄浦区人民大道200弄5号302室"))
                .isNotEqualTo(Spelling.address("浦东新区人民大道200弄5号301室"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"上海市", "上海市黄浦区", "黄浦区人民大道", "不详", "，"})
    void whatNamesNoDoorIsNoContact(String vague) {
        assertThat(Spelling.address(vague)).isEmpty();
    }

    @Test
    void blanksMarksAndWidthMakeNoOtherName() {
        assertThat(Spelling.plain(" 阿·买 提 ")).isEqualTo(Spelling.plain("阿买提"));
        assertThat(Spelling.plain("ＡＢＣ")).isEqualTo(Spelling.plain("abc"));
    }

    @Test
    void maskedContactsTellNoMoreThanNeeded() {
        assertThat(Masking.address("上海市黄浦区人民大道200号")).isEqualTo("上海市黄浦区****");
        assertThat(Masking.address("崇明1号")).isEqualTo("崇明****");
        assertThat(Masking.account(new PlatformAccount("优购", "zhangsan88"))).isEqualTo("优购 z****");
    }
}
