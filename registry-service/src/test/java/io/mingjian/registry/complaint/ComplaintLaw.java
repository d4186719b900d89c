package io.mingjian.registry.complaint;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LegalTable;
import java.util.List;

/** What the rules of complaints stand on. */
public final class ComplaintLaw {
    public static final Lifecycle<?, ?> PROCEDURE = ComplaintLifecycle.TABLE;

    private ComplaintLaw() {}

    public static List<LegalTable> tables() {
        return List.of(
                LegalTable.ofLimits(
                        "投诉：期限",
                        ComplaintLifecycle.LIMITS,
                        name -> ComplaintLimit.valueOf(name).zh()),
                LegalTable.ofOrder(
                        "投诉：不予受理的情形",
                        List.of("代码", "情形"),
                        NonAcceptanceGround.class,
                        ground -> List.of("`" + ground.name() + "`", ground.zh()),
                        NonAcceptanceGround::article),
                LegalTable.ofOrder(
                        "投诉：认定“不是为生活消费需要”的因素",
                        List.of("因素", "内容"),
                        ConsumptionFactor.class,
                        factor -> List.of(factor.letter(), factor.zh()),
                        factor -> "Order 121 Art 17 " + factor.letter()),
                LegalTable.ofOrder(
                        "投诉：终止调解的情形",
                        List.of("代码", "情形", "可用于"),
                        TerminationGround.class,
                        ground ->
                                List.of(
                                        "`" + ground.name() + "`",
                                        ground.zh(),
                                        ComplaintState.OPEN_TO_MEDIATION.stream()
                                                .filter(ground::isUsableIn)
                                                .map(ComplaintState::zh)
                                                .collect(java.util.stream.Collectors.joining("、"))),
                        TerminationGround::article),
                LegalTable.ofOrder(
                        "投诉：以骗取赔偿、敲诈勒索为目的的行为",
                        List.of("代码", "行为"),
                        Conduct.class,
                        conduct -> List.of("`" + conduct.name() + "`", conduct.zh()),
                        conduct -> "Order 121 Art 42"),
                LegalTable.ofFile(
                        "投诉：核验身份期间受理期限是否暂停",
                        "/rules/identity-request.yaml",
                        "basis",
                        "ASSUMPTION",
                        "暂停",
                        "pausesAcceptance",
                        "施行",
                        "validFrom"));
    }
}
