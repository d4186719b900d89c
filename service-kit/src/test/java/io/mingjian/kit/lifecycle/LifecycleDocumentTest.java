package io.mingjian.kit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LifecycleDocumentTest {
    private final String document =
            LifecycleDocument.markdown(Mediation.TABLE, "调解程序", Mediation::label);

    @Test
    void printsEveryRowWithItsActorsReasonsClocksAndArticle() {
        assertThat(document)
                .startsWith("# 调解程序\n")
                .contains(
                        "| 已登记 `FILED` | 拒绝受理 `REFUSE` | 不予受理 `REFUSED` | 审核人且市局或经办人 | 须说明 | – | 15, 16 |",
                        "| 已受理 `OPEN` | 开始鉴定 `BEGIN_APPRAISAL` | 鉴定中 `APPRAISAL` | 执法人员 | 可不填 | 暂停“调解期限” | 22 |",
                        "| 已受理 `OPEN` | 归档 `ARCHIVE` | 已办结 `CLOSED` | 登记人员或系统 | 可不填 | 终止“调解期限” | – |");
        assertThat(document.lines().filter(line -> line.startsWith("| ")).count())
                .isEqualTo(1 + Mediation.TABLE.rows().size());
    }

    @Test
    void printsTheClocksOfTheOpeningOnALineOfTheirOwn() {
        var opened = Mediation.TABLE.opening(Clocks.start(Mediation.Limit.MEDIATION));

        assertThat(LifecycleDocument.markdown(opened, "调解程序", Mediation::label))
                .contains("| – | – | 已登记 `FILED` | – | – | 起算“调解期限” | – |\n| 已登记 `FILED` | 受理");
        assertThat(document).doesNotContain("| – | – | 已登记");
    }

    @Test
    void drawsThePictureFromTheSameRows() {
        assertThat(document)
                .contains(
                        """
                        ```mermaid
                        stateDiagram-v2
                            FILED : 已登记
                            OPEN : 已受理
                            APPRAISAL : 鉴定中
                            REFUSED : 不予受理
                            CLOSED : 已办结
                            [*] --> FILED
                            FILED --> OPEN : 受理
                            FILED --> REFUSED : 拒绝受理
                            OPEN --> APPRAISAL : 开始鉴定
                            APPRAISAL --> OPEN : 结束鉴定
                            OPEN --> CLOSED : 归档
                            REFUSED --> CLOSED : 归档
                            CLOSED --> [*]
                        ```
                        """);
    }
}
