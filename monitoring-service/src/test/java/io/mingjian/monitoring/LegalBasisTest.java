package io.mingjian.monitoring;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LegalBasisCheck;
import io.mingjian.kit.testing.LegalTable;
import io.mingjian.monitoring.instruction.InstructionLaw;
import io.mingjian.monitoring.lead.LeadLaw;
import io.mingjian.monitoring.letter.LetterLaw;
import java.util.List;
import java.util.stream.Stream;

class LegalBasisTest extends LegalBasisCheck {
    @Override
    protected String service() {
        return "monitoring";
    }

    @Override
    protected List<Lifecycle<?, ?>> procedures() {
        return Stream.concat(
                        InstructionLaw.PROCEDURES.stream(),
                        Stream.of(LeadLaw.PROCEDURE, LetterLaw.PROCEDURE))
                .toList();
    }

    @Override
    protected List<LegalTable> tables() {
        return List.of(
                InstructionLaw.limits(),
                InstructionLaw.closing(),
                InstructionLaw.reminders(),
                LeadLaw.limits(),
                shown(),
                LetterLaw.limits(),
                checks(),
                defects(),
                samples(),
                switches(),
                places(),
                disposals(),
                referrals(),
                tasks(),
                formulas());
    }

    private static LegalTable checks() {
        return LegalTable.ofFile(
                "线索：报送时的机器检查",
                "/codes/finding-checks.yaml",
                "basis",
                "ASSUMPTION",
                "检查",
                "rule",
                "结果",
                "severity",
                "内容",
                "zh",
                "限度",
                "limit",
                "抽样",
                "lots");
    }

    private static LegalTable shown() {
        return LegalTable.ofFile(
                "线索：对监测机构合并显示的状态",
                "/codes/shown-states.yaml",
                "basis",
                "ORDER",
                "显示为",
                "state",
                "名称",
                "zh",
                "状态",
                "of");
    }

    private static LegalTable defects() {
        return LegalTable.ofFile(
                "线索：质量审核的缺陷",
                "/codes/defects.yaml",
                "basis",
                "ASSUMPTION",
                "代码",
                "code",
                "内容",
                "zh",
                "证据缺陷",
                "evidence");
    }

    private static LegalTable samples() {
        return LegalTable.ofFile(
                "线索：抽样审核方案",
                "/codes/sampling-plans.yaml",
                "basis",
                "ASSUMPTION",
                "方案",
                "plan",
                "批量自",
                "from",
                "批量至",
                "to",
                "样本数",
                "sample",
                "合格判定数",
                "accept");
    }

    private static LegalTable switches() {
        return LegalTable.ofFile(
                "线索：抽样方案的转换",
                "/codes/sampling-switches.yaml",
                "basis",
                "ASSUMPTION",
                "规则",
                "id",
                "内容",
                "zh",
                "此后的方案",
                "plan",
                "连续合格批数",
                "untilAccepted");
    }

    private static LegalTable tasks() {
        return LegalTable.ofFile(
                "监测：任务时限",
                "/sla/tasks.yaml",
                "basis",
                "ASSUMPTION",
                "任务",
                "task",
                "内容",
                "zh",
                "承办",
                "who",
                "期限",
                "limit",
                "起算",
                "startsWith",
                "终止",
                "endsWith");
    }

    private static LegalTable formulas() {
        return LegalTable.ofFile(
                "监测机构：质量指标",
                "/quality/formulas.yaml",
                "basis",
                "ASSUMPTION",
                "指标",
                "code",
                "名称",
                "zh",
                "版本",
                "version",
                "施行",
                "validFrom");
    }

    private static LegalTable places() {
        return LegalTable.ofFile(
                "线索：由何地处理",
                "/codes/place-rules.yaml",
                "basis",
                "ORDER",
                "规则",
                "id",
                "内容",
                "zh",
                "代替",
                "standsInFor");
    }

    private static LegalTable disposals() {
        return LegalTable.ofFile(
                "线索：处置方式",
                "/codes/disposal-codes.yaml",
                "basis",
                "ASSUMPTION",
                "代码",
                "code",
                "内容",
                "zh",
                "须填写",
                "needs",
                "是否认定违法",
                "confirms",
                "作出日期可早于线索的年数",
                "yearsEarlier");
    }

    private static LegalTable referrals() {
        return LegalTable.ofFile(
                "线索：转出的行为",
                "/codes/referral-conducts.yaml",
                "basis",
                "ASSUMPTION",
                "类别",
                "kind",
                "代码",
                "code",
                "内容",
                "zh");
    }
}
