package io.mingjian.registry.complaint;

import io.mingjian.kit.refusal.Invalid;
import io.mingjian.registry.code.Faults;
import io.mingjian.registry.complaint.ComplaintRequests.TerminationRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why mediation is terminated (Order 121 Art 23).
 *
 * @param article16 of ground 6: the situation of Art 16 that came to light, with its factors
 * @param conduct of ground 6: the conduct of Art 42 that came to light
 * @param law of ground 8: the provision that says so
 * @param settledAmount of ground 1: yuan that the respondent paid before, if any
 */
record Termination(
        TerminationGround ground,
        @Nullable NonAcceptance article16,
        @Nullable Conduct conduct,
        @Nullable String law,
        @Nullable BigDecimal settledAmount) {

    private static final int LONGEST_LAW = 300;
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100_000_000);

    /**
     * @throws Invalid naming every fault
     */
    static Termination read(TerminationRequest request) {
        Faults faults = new Faults();
        Optional<TerminationGround> ground =
                Optional.ofNullable(request.ground()).flatMap(TerminationGround::ofNumber);
        if (ground.isEmpty()) {
            faults.add(
                    "/ground",
                    "unknown-ground",
                    "请选择终止调解的情形（第二十三条第1至8项）。",
                    "A ground of Art 23, 1 to 8, is required.");
        }
        var guard = ground.map(TerminationGround::guard).orElse(TerminationGround.Guard.NONE);
        Optional<NonAcceptance> article16 = Optional.empty();
        Optional<String> law = Optional.empty();
        if (guard == TerminationGround.Guard.WHICH_SITUATION) {
            article16 = situation(request, faults);
        }
        if (guard == TerminationGround.Guard.WHICH_LAW) {
            law = faults.required("/law", request.law(), LONGEST_LAW, "所依据的规定");
        }
        checkAmount(request.settledAmount(), guard, faults);
        refuseStrangers(request, guard, faults);
        faults.refuseIfAny();
        return new Termination(
                ground.orElseThrow(),
                article16.orElse(null),
                guard == TerminationGround.Guard.WHICH_SITUATION ? request.conduct() : null,
                law.orElse(null),
                request.settledAmount());
    }

    private static void checkAmount(
            @Nullable BigDecimal amount, TerminationGround.Guard guard, Faults faults) {
        if (amount == null) {
            return;
        }
        if (guard != TerminationGround.Guard.WHAT_WAS_PAID) {
            faults.add(
                    "/settledAmount",
                    "not-for-this-ground",
                    "已付款项只适用于第1项。",
                    "An amount paid belongs to ground 1 only.");
        } else if (amount.signum() < 0 || amount.scale() > 2 || amount.compareTo(HIGHEST) > 0) {
            faults.add(
                    "/settledAmount",
                    "out-of-range",
                    "已付款项须为0至" + HIGHEST + "元，至多两位小数。",
                    "Between 0 and " + HIGHEST + " yuan, with two decimals.");
        }
    }

    /** What belongs to another ground is a sign that the wrong one was chosen. */
    private static void refuseStrangers(
            TerminationRequest request, TerminationGround.Guard guard, Faults faults) {
        boolean situation = request.article16Ground() != null || request.conduct() != null;
        if (situation && guard != TerminationGround.Guard.WHICH_SITUATION) {
            faults.add(
                    request.conduct() == null ? "/article16Ground" : "/conduct",
                    "not-for-this-ground",
                    "第十六条的情形、第四十二条的行为只适用于第6项。",
                    "Situations of Art 16 or 42 belong to ground 6 only.");
        }
        if (request.law() != null && guard != TerminationGround.Guard.WHICH_LAW) {
            faults.add(
                    "/law",
                    "not-for-this-ground",
                    "所依据的规定只适用于第8项。",
                    "A provision belongs to ground 8 only.");
        }
    }

    private static Optional<NonAcceptance> situation(TerminationRequest request, Faults faults) {
        boolean named = request.article16Ground() != null;
        if (named == (request.conduct() != null)) {
            faults.add(
                    "/article16Ground",
                    "one-situation",
                    "适用第6项时，须指明第十六条的情形或者第四十二条的行为，二者择一。",
                    "Ground 6 needs either a ground of Art 16 or a conduct of Art 42.");
            return Optional.empty();
        }
        return named
                ? NonAcceptance.read(
                        "/article16Ground", request.article16Ground(), request.factors(), faults)
                : Optional.empty();
    }

    /** Letters of the factors of Art 17, if the situation has them. */
    List<String> factorLetters() {
        return article16 == null ? List.of() : article16.factorLetters();
    }

    /** As the decision names it: {@code 23(6);16(3)}, {@code 23(6);42}. */
    String code() {
        if (article16 != null) {
            return ground.code() + ";16(" + article16.ground().number() + ")";
        }
        return conduct == null ? ground.code() : ground.code() + ";42";
    }

    /** The ground in words, for the notice to both parties. */
    String zh() {
        if (article16 != null) {
            return ground.zh() + "（第十六条：" + article16.ground().zh() + "）";
        }
        if (conduct != null) {
            return ground.zh() + "（第四十二条：" + conduct.zh() + "）";
        }
        return law == null ? ground.zh() : ground.zh() + "（" + law + "）";
    }
}
