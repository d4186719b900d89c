package io.mingjian.registry.complaint;

import static io.mingjian.registry.procedure.StepForm.Field.optional;
import static io.mingjian.registry.procedure.StepForm.Field.required;
import static java.util.Map.entry;

import io.mingjian.registry.form.Claim;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.StepForm;
import io.mingjian.registry.procedure.StepForm.Field;
import io.mingjian.registry.procedure.StepForm.Ground;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What each step of a complaint asks for beside ground and reasons. */
final class ComplaintForms {
    /** A step that is not named asks for nothing more. */
    static final Map<ComplaintStep, List<Field>> FIELDS =
            Map.ofEntries(
                    entry(ComplaintStep.ROUTE, List.of(required("districtCode", "区划代码"))),
                    entry(ComplaintStep.DESIGNATE, List.of(required("districtCode", "区划代码"))),
                    entry(
                            ComplaintStep.REQUEST_IDENTITY,
                            List.of(required("materials", "要求提供的材料"))),
                    entry(ComplaintStep.SUPPLY_IDENTITY, List.of(required("materials", "已提供的材料"))),
                    entry(
                            ComplaintStep.REFUSE,
                            List.of(
                                    optional("factors", "考虑因素（第十七条）")
                                            .of(letters(ConsumptionFactor.values())),
                                    optional("remedies", "救济途径"))),
                    entry(
                            ComplaintStep.BEGIN_MEDIATION,
                            List.of(
                                    required("complainantConsent", "投诉人的同意"),
                                    required("respondentConsent", "被投诉人的同意"))),
                    entry(
                            ComplaintStep.APPOINT,
                            List.of(
                                    required("at", "调解时间"),
                                    required("place", "调解地点"),
                                    required("mediator", "调解人员"),
                                    optional("mode", "调解方式").of(Fact.Mode.class))),
                    entry(
                            ComplaintStep.DELEGATE,
                            List.of(
                                    required("kind", "受托组织类别").of(Fact.DelegateKind.class),
                                    required("body", "受托组织"),
                                    optional("complainantConsent", "投诉人对委托调解的同意"),
                                    required("respondentConsent", "被投诉人对委托调解的同意"))),
                    entry(ComplaintStep.END_DELEGATION, List.of(required("result", "受托调解的结果"))),
                    entry(
                            ComplaintStep.BEGIN_APPRAISAL,
                            List.of(
                                    required("subject", "鉴定事项"),
                                    required("body", "鉴定机构"),
                                    required("chosenBy", "鉴定机构由谁确定").of(Fact.ChosenBy.class),
                                    required("payer", "费用由谁预付").of(Fact.Payer.class))),
                    entry(ComplaintStep.END_APPRAISAL, List.of(required("conclusion", "鉴定结论"))),
                    entry(
                            ComplaintStep.REQUEST_RECUSAL,
                            List.of(
                                    required("party", "申请回避的一方").of(Fact.Party.class),
                                    required("mediator", "被申请回避的调解人员"))),
                    entry(
                            ComplaintStep.DECIDE_RECUSAL,
                            List.of(
                                    required("granted", "是否回避"),
                                    optional("newMediator", "另行指定的调解人员"))),
                    entry(
                            ComplaintStep.CHANGE_CLAIMS,
                            List.of(
                                    required("claims", "变更后的投诉请求").of(Claim.class),
                                    optional("representedConsent", "被代表的投诉人的同意"))),
                    entry(
                            ComplaintStep.FIND_CLUE,
                            List.of(
                                    required("clueDescription", "违法线索"),
                                    required("factualBasis", "事实依据"))),
                    entry(
                            ComplaintStep.AGREE,
                            List.of(
                                    required("terms", "协议内容"),
                                    required("mediator", "调解人员"),
                                    required("onSite", "是否现场调解达成"),
                                    optional("performedAtOnce", "是否即时履行"),
                                    optional("documentWaivedByBoth", "双方是否均同意不制作调解书"),
                                    optional("performBy", "履行期限"),
                                    optional("representedConsent", "被代表的投诉人的同意"))),
                    entry(
                            ComplaintStep.TERMINATE,
                            List.of(
                                    optional("article16Ground", "第十六条的情形（第6项）"),
                                    optional("factors", "考虑因素（第十七条）")
                                            .of(letters(ConsumptionFactor.values())),
                                    optional("conduct", "第四十二条的行为（第6项）").of(Conduct.class),
                                    optional("law", "所依据的规定（第8项）"))),
                    entry(
                            ComplaintStep.TELL_BOTH,
                            List.of(
                                    required("complainantToldOn", "告知投诉人的日期"),
                                    required("respondentToldOn", "告知被投诉人的日期"),
                                    required("how", "告知方式"))));

    private ComplaintForms() {}

    /** The forms of the steps that are open to the caller now. */
    static List<StepForm> of(Complaint complaint, Moment now) {
        return complaint.openSteps(now.by()).stream()
                .map(step -> form(complaint, step, now))
                .toList();
    }

    private static StepForm form(Complaint complaint, ComplaintStep step, Moment now) {
        return StepForm.of(
                ComplaintLifecycle.TABLE.row(complaint.state(), step).orElseThrow(),
                step.zh(),
                step.path(),
                grounds(complaint, step, now),
                FIELDS.getOrDefault(step, List.of()));
    }

    private static List<Ground> grounds(Complaint complaint, ComplaintStep step, Moment now) {
        return switch (step) {
            case REFUSE ->
                    Arrays.stream(NonAcceptanceGround.values())
                            .map(each -> new Ground(each.number(), each.zh(), each.article()))
                            .toList();
            case TERMINATE ->
                    complaint.usableGrounds(now).stream()
                            .map(each -> new Ground(each.number(), each.zh(), each.article()))
                            .toList();
            default -> List.of();
        };
    }

    private static List<String> letters(ConsumptionFactor... factors) {
        return Arrays.stream(factors).map(ConsumptionFactor::letter).toList();
    }
}
