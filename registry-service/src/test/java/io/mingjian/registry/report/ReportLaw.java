package io.mingjian.registry.report;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LegalTable;
import java.util.List;

/** What the rules of reports stand on. */
public final class ReportLaw {
    public static final Lifecycle<?, ?> PROCEDURE = ReportLifecycle.TABLE;

    private ReportLaw() {}

    public static List<LegalTable> tables() {
        return List.of(
                LegalTable.ofLimits(
                        "举报：期限", ReportLifecycle.LIMITS, name -> ReportLimit.valueOf(name).zh()),
                LegalTable.ofOrder(
                        "举报：立案须具备的条件",
                        List.of("代码", "条件"),
                        CaseCondition.class,
                        condition -> List.of("`" + condition.name() + "`", condition.zh()),
                        condition -> "Order 2 Art 19(" + condition.number() + ")"),
                LegalTable.ofOrder(
                        "举报：不予立案的情形",
                        List.of("代码", "情形"),
                        NoCaseGround.class,
                        ground -> List.of("`" + ground.name() + "`", ground.zh()),
                        NoCaseGround::article),
                LegalTable.ofFile(
                        "举报：依法须告知结果的领域",
                        "/rules/result-notices.yaml",
                        "article",
                        "LAW",
                        "领域",
                        "zh",
                        "法律",
                        "law",
                        "期限",
                        "amount",
                        "单位",
                        "unit",
                        "自何时起",
                        "from",
                        "可予奖励",
                        "rewardPossible",
                        "须移交",
                        "handOverInWriting",
                        "施行",
                        "validFrom"));
    }
}
