package io.mingjian.registry.listing;

import static io.mingjian.registry.listing.EntryLifecycle.RULES;
import static io.mingjian.registry.procedure.StepForm.Field.date;
import static io.mingjian.registry.procedure.StepForm.Field.longText;
import static io.mingjian.registry.procedure.StepForm.Field.oneOf;
import static io.mingjian.registry.procedure.StepForm.Field.text;
import static io.mingjian.registry.procedure.StepForm.Field.yesNo;

import io.mingjian.kit.lifecycle.Row;
import io.mingjian.registry.listing.ProcedureRules.Rule;
import io.mingjian.registry.procedure.ClosedStep;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.StepForm;
import io.mingjian.registry.procedure.StepForm.Choice;
import io.mingjian.registry.procedure.StepForm.Field;
import io.mingjian.registry.procedure.StepForm.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What each step of an entry asks for. */
final class EntryForms {
    private static final Map<EntryStep, String> HINTS =
            Map.of(
                    EntryStep.BEGIN_REVIEW, "判定标准只提请复核；是否列入由两名工作人员决定。",
                    EntryStep.SERVE_NOTICE, "先告知事实、理由和权利，期满或者当事人书面放弃后方可决定。",
                    EntryStep.REQUEST_HEARING, "收到申请须在申请听证的期限内。",
                    EntryStep.LIST, "由提出人以外的负责人决定；不同意的，退回并说明理由。",
                    EntryStep.OBJECT, "提出异议不停止列入效力，负责人可以决定暂停。",
                    EntryStep.REVOKE, "撤销后，列入期间办理过的投诉举报逐件重新检视。",
                    EntryStep.UPHOLD_OBJECTION, "撤销后，列入期间办理过的投诉举报逐件重新检视。");

    private EntryForms() {}

    /** The forms of the steps that are open to the caller now. */
    static List<StepForm> of(Entry entry, Moment now) {
        return Openness.steps(entry, now).stream()
                .map(step -> EntryLifecycle.TABLE.row(entry.state(), step).orElseThrow())
                .map(row -> form(row, now.today()))
                .toList();
    }

    /** The other steps of this state that people take. */
    static List<ClosedStep> closed(Entry entry, Moment now) {
        List<EntryStep> open = Openness.steps(entry, now);
        return EntryLifecycle.TABLE.rows().stream()
                .filter(row -> row.from() == entry.state() && !open.contains(row.step()))
                .filter(row -> row.step() != EntryStep.EXPIRE)
                .map(row -> ClosedStep.of(row, row.step().zh(), now.by(), now.by().organisation()))
                .toList();
    }

    static StepForm form(Row<?, EntryStep> row, LocalDate today) {
        EntryStep step = row.step();
        return StepForm.of(
                row,
                step.zh(),
                step.path(),
                HINTS.get(step),
                StepForm.fields(row, fields(step, today), true));
    }

    private static List<Field> fields(EntryStep step, LocalDate today) {
        return switch (step) {
            case SERVE_NOTICE ->
                    List.of(
                            longText("facts", "拟列入的事实").saying("写入告知书，须是可以向当事人出示的内容。"),
                            date("servedOn", "送达日期").suggesting(today.toString()),
                            oneOf(
                                    "method",
                                    "送达方式",
                                    Choice.each(
                                            Fact.NoticeService.values(), Fact.NoticeService::zh)));
            case RECORD_DEFENCE ->
                    List.of(
                            received(today),
                            longText("statement", "陈述申辩的内容"),
                            yesNo("waivesFurther", "书面表示不再补充且不要求听证").optional());
            case REQUEST_HEARING -> List.of(received(today));
            case APPOINT_HEARING ->
                    List.of(
                            Field.of(Kind.DATE_TIME, "time", "听证时间"),
                            text("place", "听证地点"),
                            text("chair", "听证主持人"));
            case HOLD_HEARING ->
                    List.of(
                            date("heldOn", "听证日期").suggesting(today.toString()),
                            longText("record", "听证笔录摘要和意见"));
            case PROPOSE_LISTING ->
                    List.of(
                            resolution(Resolution.LIST, Resolution.NOT_LIST)
                                    .under(Resolution.LIST.name(), until(today)));
            case PROPOSE_ON_OBJECTION ->
                    List.of(resolution(Resolution.UPHOLD_OBJECTION, Resolution.REFUSE_OBJECTION));
            case PROPOSE_ON_REMOVAL ->
                    List.of(resolution(Resolution.REMOVE, Resolution.REFUSE_REMOVAL));
            case PROPOSE_EXTENSION ->
                    List.of(date("until", "延长后的期限届满日"), longText("basis", "新认定的行为及认定文书"));
            case PROPOSE_REVOCATION ->
                    List.of(
                            oneOf(
                                    "cause",
                                    "撤销原因",
                                    Choice.each(RevocationCause.values(), RevocationCause::zh)),
                            text("documentNo", "文书编号").saying("由其他机关决定的，必填。").optional());
            case OBJECT, APPLY_REMOVAL -> List.of(received(today), longText("content", "申请的内容和理由"));
            case RECORD_REMEDY ->
                    List.of(
                            oneOf(
                                    "remedy",
                                    "救济途径",
                                    Choice.each(Fact.Remedy.values(), Fact.Remedy::zh)),
                            oneOf("stage", "进展", Choice.each(Fact.Stage.values(), Fact.Stage::zh)),
                            text("body", "受理或者作出决定的机关"),
                            text("documentNo", "文书编号"));
            case BEGIN_REVIEW,
                    DISMISS,
                    WITHDRAW_HEARING,
                    RETURN,
                    LIST,
                    NOT_LIST,
                    ACCEPT_OBJECTION,
                    REJECT_OBJECTION,
                    STAY,
                    END_STAY,
                    PROLONG,
                    UPHOLD_OBJECTION,
                    REFUSE_OBJECTION,
                    ACCEPT_REMOVAL,
                    REJECT_REMOVAL,
                    REMOVE,
                    REFUSE_REMOVAL,
                    EXTEND,
                    REVOKE,
                    EXPIRE,
                    ARCHIVE ->
                    List.of();
        };
    }

    private static Field received(LocalDate today) {
        return date("receivedOn", "收到日期").suggesting(today.toString());
    }

    private static Field resolution(Resolution... offered) {
        return oneOf("resolution", "建议", Choice.each(offered, Resolution::name, Resolution::zh));
    }

    private static Field until(LocalDate today) {
        Rule rule = RULES.on(today);
        return date("until", "期限届满日")
                .saying("自决定之日起列入，最长 " + rule.maxMonths() + " 个月。")
                .suggesting(Rule.lastDay(today, rule.termMonths()).toString());
    }
}
