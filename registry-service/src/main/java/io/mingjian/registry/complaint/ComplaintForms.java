package io.mingjian.registry.complaint;

import static io.mingjian.registry.complaint.ComplaintStep.ACCEPT;
import static io.mingjian.registry.complaint.ComplaintStep.AGREE;
import static io.mingjian.registry.complaint.ComplaintStep.APPOINT;
import static io.mingjian.registry.complaint.ComplaintStep.ARCHIVE;
import static io.mingjian.registry.complaint.ComplaintStep.BEGIN_APPRAISAL;
import static io.mingjian.registry.complaint.ComplaintStep.BEGIN_MEDIATION;
import static io.mingjian.registry.complaint.ComplaintStep.FIND_CLUE;
import static io.mingjian.registry.complaint.ComplaintStep.REFUSE;
import static io.mingjian.registry.complaint.ComplaintStep.RETURN_TO_INTAKE;
import static io.mingjian.registry.complaint.ComplaintStep.ROUTE;
import static io.mingjian.registry.complaint.ComplaintStep.SUPPLY_IDENTITY;
import static io.mingjian.registry.complaint.ComplaintStep.TELL_BOTH;
import static io.mingjian.registry.complaint.ComplaintStep.TERMINATE;
import static io.mingjian.registry.procedure.StepForm.Field.date;
import static io.mingjian.registry.procedure.StepForm.Field.ground;
import static io.mingjian.registry.procedure.StepForm.Field.group;
import static io.mingjian.registry.procedure.StepForm.Field.longText;
import static io.mingjian.registry.procedure.StepForm.Field.oneOf;
import static io.mingjian.registry.procedure.StepForm.Field.someOf;
import static io.mingjian.registry.procedure.StepForm.Field.text;
import static io.mingjian.registry.procedure.StepForm.Field.yesNo;

import io.mingjian.kit.lifecycle.Row;
import io.mingjian.registry.code.District;
import io.mingjian.registry.form.Claim;
import io.mingjian.registry.procedure.ClosedStep;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.StepForm;
import io.mingjian.registry.procedure.StepForm.Choice;
import io.mingjian.registry.procedure.StepForm.Field;
import io.mingjian.registry.procedure.StepForm.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each step of a complaint asks for. */
final class ComplaintForms {
    /** The way that most complaints take; officers find these steps first. */
    private static final List<ComplaintStep> USUAL =
            List.of(
                    ACCEPT,
                    REFUSE,
                    SUPPLY_IDENTITY,
                    BEGIN_MEDIATION,
                    APPOINT,
                    AGREE,
                    TERMINATE,
                    TELL_BOTH,
                    ARCHIVE,
                    ROUTE);

    /** Steps whose own fields say where reasons stand, or that need none. */
    private static final Set<ComplaintStep> OWN_REASONS =
            EnumSet.of(APPOINT, BEGIN_APPRAISAL, FIND_CLUE, REFUSE, TELL_BOTH);

    private static final Map<ComplaintStep, String> HINTS =
            Map.of(
                    ROUTE, "将退回的投诉重新分送有管辖权的区局，受理期限随之起算。",
                    RETURN_TO_INTAKE, "本单位无权处理的，退回登记单位，不得自行转送。",
                    ACCEPT, "自收到之日起 7 个工作日内作出决定并告知；受理后 60 日调解期限开始计算。",
                    REFUSE, "须有第十六条所列情形，说明理由并告知其他救济途径。",
                    TERMINATE, "须有第二十三条所列情形；作出决定后 7 个工作日内告知双方。",
                    ARCHIVE, "办理完毕的投诉归档后不再变更。");

    private ComplaintForms() {}

    /** The forms of the steps that are open to the caller now. */
    static List<StepForm> of(Complaint complaint, Moment now) {
        return complaint.openSteps(now.by()).stream()
                .sorted(StepForm.first(USUAL))
                .map(step -> ComplaintLifecycle.TABLE.row(complaint.state(), step).orElseThrow())
                .map(row -> form(row, complaint.usableGrounds(now)))
                .toList();
    }

    /** The other steps of this state. */
    static List<ClosedStep> closed(Complaint complaint, Moment now) {
        List<ComplaintStep> open = complaint.openSteps(now.by());
        return ComplaintLifecycle.TABLE.rows().stream()
                .filter(row -> row.from() == complaint.state() && !open.contains(row.step()))
                .map(row -> ClosedStep.of(row, row.step().zh(), now.by(), complaint.holder()))
                .toList();
    }

    /** The form of a row; of a termination with the grounds that can be used now. */
    static StepForm form(Row<?, ComplaintStep> row, List<TerminationGround> usable) {
        ComplaintStep step = row.step();
        return StepForm.of(
                row,
                step.zh(),
                step.path(),
                HINTS.get(step),
                StepForm.fields(row, fields(step, usable), !OWN_REASONS.contains(step)));
    }

    private static List<Field> fields(ComplaintStep step, List<TerminationGround> usable) {
        return switch (step) {
            case ROUTE, DESIGNATE -> List.of(district());
            case REQUEST_IDENTITY -> List.of(longText("materials", "要求提供的材料"));
            case SUPPLY_IDENTITY -> List.of(longText("materials", "已提供的材料"));
            case REFUSE -> refusal();
            case BEGIN_MEDIATION ->
                    List.of(
                            consent("complainantConsent", "投诉人的同意"),
                            consent("respondentConsent", "被投诉人的同意"));
            case APPOINT -> appointment();
            case DELEGATE -> delegation();
            case END_DELEGATION -> List.of(longText("result", "受托调解的结果"));
            case BEGIN_APPRAISAL -> appraisal();
            case END_APPRAISAL -> List.of(longText("conclusion", "鉴定结论"));
            case REQUEST_RECUSAL ->
                    List.of(oneOf("party", "申请回避的一方", sides()), text("mediator", "被申请回避的调解人员"));
            case DECIDE_RECUSAL ->
                    List.of(
                            yesNo("granted", "是否回避")
                                    .under("true", text("newMediator", "另行指定的调解人员")));
            case CHANGE_CLAIMS ->
                    List.of(
                            someOf("claims", "变更后的投诉请求", Choice.each(Claim.values(), Claim::zh)),
                            consentOfRepresented());
            case AGREE -> agreement();
            case FIND_CLUE ->
                    List.of(longText("clueDescription", "违法线索"), longText("factualBasis", "事实依据"));
            case TERMINATE -> termination(usable);
            case TELL_BOTH ->
                    List.of(
                            date("complainantToldOn", "告知投诉人的日期"),
                            date("respondentToldOn", "告知被投诉人的日期"),
                            text("how", "告知方式"));
            case RETURN_TO_INTAKE, DISPUTE_AUTHORITY, TAKE_OVER, ACCEPT, ARCHIVE -> List.of();
        };
    }

    private static Field district() {
        return oneOf(
                "districtCode",
                "分送至",
                Choice.each(District.values(), District::code, District::zh));
    }

    private static Field consent(String name, String zh) {
        return group(
                name,
                zh,
                date("on", "同意的日期"),
                oneOf("how", "同意的方式", Choice.each(Consent.Form.values(), Consent.Form::zh)));
    }

    private static Field consentOfRepresented() {
        return consent("representedConsent", "被代表的投诉人的同意").saying("共同投诉须填写。").optional();
    }

    private static List<Field> refusal() {
        return List.of(
                ground("ground", "不予受理的情形（第十六条）", article16()),
                StepForm.reasons(true),
                longText("remedies", "告知的其他救济途径")
                        .saying("随决定告知投诉人，可按案情修改。")
                        .suggesting(NonAcceptance.REMEDIES_OF_THE_LAW)
                        .optional());
    }

    private static List<Choice> article16() {
        return ground(
                        "",
                        "",
                        Choice.each(
                                NonAcceptanceGround.values(),
                                each -> String.valueOf(each.number()),
                                NonAcceptanceGround::zh))
                .under(
                        String.valueOf(NonAcceptanceGround.NOT_FOR_DAILY_CONSUMPTION.number()),
                        someOf(
                                        "factors",
                                        "考虑因素（第十七条）",
                                        Choice.each(
                                                ConsumptionFactor.values(),
                                                ConsumptionFactor::letter,
                                                ConsumptionFactor::zh))
                                .saying("至少一项，可多选。"))
                .choices();
    }

    private static List<Field> appointment() {
        return List.of(
                Field.of(Kind.DATE_TIME, "at", "调解时间").saying("须晚于现在，以便事先告知双方。"),
                text("place", "调解地点"),
                text("mediator", "调解人员"),
                oneOf("mode", "调解方式", Choice.each(Fact.Mode.values(), Fact.Mode::zh))
                        .saying("不选的，为现场调解。")
                        .optional());
    }

    private static List<Field> delegation() {
        return List.of(
                oneOf(
                        "kind",
                        "受托组织类别",
                        Choice.each(Fact.DelegateKind.values(), Fact.DelegateKind::zh)),
                text("body", "受托组织"),
                consent("complainantConsent", "投诉人对委托调解的同意").saying("投诉单已同意委托调解的可不填。").optional(),
                consent("respondentConsent", "被投诉人对委托调解的同意"));
    }

    private static List<Field> appraisal() {
        return List.of(
                longText("subject", "鉴定事项"),
                text("body", "鉴定机构"),
                oneOf(
                                "chosenBy",
                                "鉴定机构由谁确定",
                                Choice.each(Fact.ChosenBy.values(), Fact.ChosenBy::zh))
                        .under(Fact.ChosenBy.AUTHORITY.name(), StepForm.reasons(true)),
                oneOf("payer", "费用由谁预付", Choice.each(Fact.Payer.values(), Fact.Payer::zh)));
    }

    private static List<Choice> sides() {
        return Choice.each(Fact.Party.values(), Fact.Party::zh);
    }

    private static List<Field> agreement() {
        return List.of(
                longText("terms", "协议内容"),
                text("mediator", "调解人员"),
                yesNo("onSite", "是否现场调解达成"),
                yesNo("performedAtOnce", "是否即时履行").under("false", date("performBy", "履行期限")),
                yesNo("documentWaivedByBoth", "双方是否均同意不制作调解书").optional(),
                consentOfRepresented());
    }

    private static List<Field> termination(List<TerminationGround> usable) {
        List<Choice> grounds =
                Choice.each(
                        usable.toArray(TerminationGround[]::new),
                        each -> String.valueOf(each.number()),
                        TerminationGround::zh);
        return List.of(
                ground("ground", "终止调解的情形（第二十三条）", grounds)
                        .under(
                                String.valueOf(TerminationGround.WITHDRAWN_OR_SETTLED.number()),
                                Field.of(Kind.YUAN, "settledAmount", "撤回前被投诉人已支付的金额（元）").optional())
                        .under(
                                String.valueOf(TerminationGround.NOT_ACCEPTABLE_AFTER_ALL.number()),
                                ground("article16Ground", "第十六条的情形", article16())
                                        .saying("与第四十二条的行为择一填写。")
                                        .optional(),
                                oneOf(
                                                "conduct",
                                                "第四十二条的行为",
                                                Choice.each(Conduct.values(), Conduct::zh))
                                        .optional())
                        .under(
                                String.valueOf(TerminationGround.OTHER_LAW.number()),
                                text("law", "所依据的规定")));
    }
}
