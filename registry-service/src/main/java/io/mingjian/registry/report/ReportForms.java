package io.mingjian.registry.report;

import static io.mingjian.registry.procedure.StepForm.Field.optional;
import static io.mingjian.registry.procedure.StepForm.Field.required;
import static java.util.Map.entry;

import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.StepForm;
import io.mingjian.registry.procedure.StepForm.Field;
import io.mingjian.registry.procedure.StepForm.Ground;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What each step of a report asks for beside ground and reasons. */
final class ReportForms {
    private static final Field LEGAL_FIELD =
            optional("legalField", "法律领域").of(ReportLifecycle.RESULT_RULES.codes());

    /** A step that is not named asks for nothing more. */
    static final Map<ReportStep, List<Field>> FIELDS =
            Map.ofEntries(
                    entry(ReportStep.ROUTE, List.of(required("districtCode", "区划代码"))),
                    entry(ReportStep.DESIGNATE, List.of(required("districtCode", "区划代码"))),
                    entry(
                            ReportStep.DECLINE_AUTHORITY,
                            List.of(
                                    optional("competent", "有处理权限的单位"),
                                    optional("handedOverTo", "已移交的部门"),
                                    LEGAL_FIELD)),
                    entry(
                            ReportStep.DECLINE_DUPLICATE,
                            List.of(required("earlierReportId", "在先举报"))),
                    entry(ReportStep.MERGE, List.of(required("targetReportId", "并入的举报"))),
                    entry(ReportStep.BEGIN_VERIFICATION, List.of(LEGAL_FIELD)),
                    entry(
                            ReportStep.FILE_CASE,
                            List.of(
                                    required("evidenceOfViolation", "有证据初步证明存在违法行为"),
                                    required("punishable", "依法应当给予行政处罚"),
                                    required("withinJurisdiction", "属于本部门管辖"),
                                    required("withinLimitation", "在给予行政处罚的法定期限内"),
                                    LEGAL_FIELD)),
                    entry(
                            ReportStep.DECLINE_CASE,
                            List.of(
                                    optional("unmetCondition", "未满足的立案条件（第5项）")
                                            .of(CaseCondition.class),
                                    optional("law", "所依据的规定（第4项）"),
                                    LEGAL_FIELD)),
                    entry(
                            ReportStep.TRANSFER_AGENCY,
                            List.of(required("agency", "接收机关"), required("basis", "移送依据"))),
                    entry(
                            ReportStep.EXTEND_COLLECTIVELY,
                            List.of(
                                    required("participants", "参加集体讨论的人员"),
                                    required("dueOn", "延长后的期限"))),
                    entry(
                            ReportStep.BEGIN_EXCLUDED,
                            List.of(required("kind", "不计入期限的事由").of(Fact.Excluded.class))),
                    entry(
                            ReportStep.CLOSE_CASE,
                            List.of(
                                    required("result", "处理结果").of(CaseResult.class),
                                    optional("fineYuan", "罚款金额（元）"))),
                    entry(
                            ReportStep.TELL_RESULT,
                            List.of(required("toldOn", "告知日期"), required("how", "告知方式"))),
                    entry(ReportStep.PROPOSE_REWARD, List.of(optional("amountYuan", "建议金额（元）"))),
                    entry(
                            ReportStep.DECIDE_REWARD,
                            List.of(
                                    required("granted", "是否给予奖励"),
                                    optional("amountYuan", "奖励金额（元）"))));

    private ReportForms() {}

    /** The forms of the steps that are open to the caller now. */
    static List<StepForm> of(Report report, Moment now) {
        return report.openSteps(now).stream().map(step -> form(report, step)).toList();
    }

    private static StepForm form(Report report, ReportStep step) {
        return StepForm.of(
                ReportLifecycle.TABLE.row(report.state(), step).orElseThrow(),
                step.zh(),
                step.path(),
                step == ReportStep.DECLINE_CASE ? grounds() : List.of(),
                FIELDS.getOrDefault(step, List.of()));
    }

    private static List<Ground> grounds() {
        return Arrays.stream(NoCaseGround.values())
                .map(each -> new Ground(each.number(), each.zh(), each.article()))
                .toList();
    }
}
