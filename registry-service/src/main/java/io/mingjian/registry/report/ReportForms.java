package io.mingjian.registry.report;

import static io.mingjian.registry.procedure.StepForm.Field.date;
import static io.mingjian.registry.procedure.StepForm.Field.ground;
import static io.mingjian.registry.procedure.StepForm.Field.longText;
import static io.mingjian.registry.procedure.StepForm.Field.oneOf;
import static io.mingjian.registry.procedure.StepForm.Field.text;
import static io.mingjian.registry.procedure.StepForm.Field.yesNo;
import static io.mingjian.registry.report.ReportLifecycle.RESULT_RULES;
import static io.mingjian.registry.report.ReportStep.ABSORB;
import static io.mingjian.registry.report.ReportStep.ARCHIVE;
import static io.mingjian.registry.report.ReportStep.BEGIN_VERIFICATION;
import static io.mingjian.registry.report.ReportStep.CLOSE_CASE;
import static io.mingjian.registry.report.ReportStep.DECLINE_AUTHORITY;
import static io.mingjian.registry.report.ReportStep.DECLINE_CASE;
import static io.mingjian.registry.report.ReportStep.FILE_CASE;
import static io.mingjian.registry.report.ReportStep.RETURN_TO_INTAKE;
import static io.mingjian.registry.report.ReportStep.ROUTE;
import static io.mingjian.registry.report.ReportStep.TELL_RESULT;

import io.mingjian.kit.lifecycle.Row;
import io.mingjian.registry.code.District;
import io.mingjian.registry.procedure.ClosedStep;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.StepForm;
import io.mingjian.registry.procedure.StepForm.Choice;
import io.mingjian.registry.procedure.StepForm.Field;
import io.mingjian.registry.procedure.StepForm.Kind;
import java.util.List;
import java.util.Map;

/** What each step of a report asks for. */
final class ReportForms {
    /** The way that most reports take; officers find these steps first. */
    private static final List<ReportStep> USUAL =
            List.of(
                    BEGIN_VERIFICATION,
                    FILE_CASE,
                    DECLINE_CASE,
                    CLOSE_CASE,
                    TELL_RESULT,
                    ARCHIVE,
                    ROUTE);

    private static final Map<ReportStep, String> HINTS =
            Map.of(
                    ROUTE, "将退回的举报重新分送有管辖权的区局。",
                    RETURN_TO_INTAKE, "本单位无权处理的，退回登记单位，不得自行转送。",
                    DECLINE_AUTHORITY, "告知举报人；属于市场监管职责的，告知其向有权机关举报。",
                    BEGIN_VERIFICATION, "无论举报人是谁，线索均应核查，期限为 15 个工作日。",
                    FILE_CASE, "四个条件须逐项确认。");

    private ReportForms() {}

    /** The forms of the steps that are open to the caller now. */
    static List<StepForm> of(Report report, Moment now) {
        return report.openSteps(now).stream()
                .sorted(StepForm.first(USUAL))
                .map(step -> ReportLifecycle.TABLE.row(report.state(), step).orElseThrow())
                .map(ReportForms::form)
                .toList();
    }

    /** The other steps of this state that somebody takes by himself. */
    static List<ClosedStep> closed(Report report, Moment now) {
        List<ReportStep> open = report.openSteps(now);
        return ReportLifecycle.TABLE.rows().stream()
                .filter(row -> row.from() == report.state() && !open.contains(row.step()))
                .filter(row -> row.step() != ABSORB)
                .map(row -> ClosedStep.of(row, row.step().zh(), now.by(), report.holder()))
                .toList();
    }

    static StepForm form(Row<?, ReportStep> row) {
        ReportStep step = row.step();
        return StepForm.of(
                row,
                step.zh(),
                step.path(),
                HINTS.get(step),
                StepForm.fields(row, fields(step), step != TELL_RESULT));
    }

    private static List<Field> fields(ReportStep step) {
        return switch (step) {
            case ROUTE, DESIGNATE -> List.of(district());
            case DECLINE_AUTHORITY ->
                    List.of(
                            text("competent", "有处理权限的单位").optional(),
                            text("handedOverTo", "已移交的部门").optional(),
                            legalField());
            case DECLINE_DUPLICATE -> List.of(filing("earlierReportId", "在先举报"));
            case MERGE -> List.of(filing("targetReportId", "并入的举报"));
            case BEGIN_VERIFICATION -> List.of(legalField());
            case FILE_CASE ->
                    List.of(
                            yesNo("evidenceOfViolation", CaseCondition.EVIDENCE_OF_VIOLATION.zh()),
                            yesNo("punishable", CaseCondition.PUNISHABLE.zh()),
                            yesNo("withinJurisdiction", CaseCondition.WITHIN_JURISDICTION.zh()),
                            yesNo("withinLimitation", CaseCondition.WITHIN_LIMITATION.zh()),
                            legalField());
            case DECLINE_CASE -> List.of(noCase(), legalField());
            case TRANSFER_AGENCY -> List.of(text("agency", "接收机关"), longText("basis", "移送依据"));
            case EXTEND_COLLECTIVELY ->
                    List.of(
                            Field.of(Kind.TEXTS, "participants", "参加集体讨论的人员").saying("至少两人。"),
                            date("dueOn", "延长后的期限"));
            case BEGIN_EXCLUDED ->
                    List.of(
                            oneOf(
                                    "kind",
                                    "不计入期限的事由",
                                    Choice.each(Fact.Excluded.values(), Fact.Excluded::zh)));
            case CLOSE_CASE -> List.of(result());
            case TELL_RESULT -> List.of(date("toldOn", "告知日期"), text("how", "告知方式"));
            case PROPOSE_REWARD -> List.of(yuan("amountYuan", "建议金额（元）").optional());
            case DECIDE_REWARD ->
                    List.of(
                            yesNo("granted", "是否给予奖励")
                                    .under("true", yuan("amountYuan", "奖励金额（元）")));
            case RETURN_TO_INTAKE,
                    DISPUTE_AUTHORITY,
                    TAKE_OVER,
                    ABSORB,
                    REQUEST_EXTENSION,
                    APPROVE_EXTENSION,
                    REFUSE_EXTENSION,
                    RECORD_WITHDRAWAL,
                    PROPOSE_POLICE_TRANSFER,
                    APPROVE_POLICE_TRANSFER,
                    REFUSE_POLICE_TRANSFER,
                    REQUEST_CASE_EXTENSION,
                    APPROVE_CASE_EXTENSION,
                    REFUSE_CASE_EXTENSION,
                    END_EXCLUDED,
                    ARCHIVE ->
                    List.of();
        };
    }

    private static Field district() {
        return oneOf(
                "districtCode",
                "分送至",
                Choice.each(District.values(), District::code, District::zh));
    }

    private static Field legalField() {
        String[] codes = RESULT_RULES.codes().toArray(String[]::new);
        return oneOf("legalField", "法律领域", Choice.each(codes, code -> code, RESULT_RULES::zh))
                .saying("决定是否须向举报人反馈结果。")
                .optional();
    }

    private static Field filing(String name, String zh) {
        return Field.of(Kind.FILING, name, zh).saying("填写该件的系统编号，即其页面地址的最后一段。");
    }

    private static Field yuan(String name, String zh) {
        return Field.of(Kind.YUAN, name, zh);
    }

    private static Field noCase() {
        return ground(
                        "ground",
                        "不予立案的情形",
                        Choice.each(
                                NoCaseGround.values(),
                                each -> String.valueOf(each.number()),
                                NoCaseGround::zh))
                .under(String.valueOf(NoCaseGround.OTHER_LAW.number()), text("law", "所依据的规定"))
                .under(
                        String.valueOf(NoCaseGround.CONDITIONS_NOT_MET.number()),
                        oneOf(
                                "unmetCondition",
                                "未满足的立案条件",
                                Choice.each(CaseCondition.values(), CaseCondition::zh)));
    }

    private static Field result() {
        return oneOf("result", "处理结果", Choice.each(CaseResult.values(), CaseResult::zh))
                .under(CaseResult.PENALTY.name(), yuan("fineYuan", "罚款金额（元）").optional());
    }
}
