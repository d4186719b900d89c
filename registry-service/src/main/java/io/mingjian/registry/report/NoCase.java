package io.mingjian.registry.report;

import io.mingjian.registry.code.Faults;
import io.mingjian.registry.report.ReportRequests.NoCaseRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why no case is filed (Order 2 Art 19, 20).
 *
 * @param unmet of ground 5: the condition that is not met
 * @param law of ground 4: the provision that says so
 */
record NoCase(NoCaseGround ground, @Nullable CaseCondition unmet, @Nullable String law) {
    private static final int LONGEST_LAW = 300;

    /**
     * @throws io.mingjian.kit.refusal.Invalid naming every fault
     */
    static NoCase read(NoCaseRequest request) {
        Faults faults = new Faults();
        Optional<NoCaseGround> ground =
                Optional.ofNullable(request.ground()).flatMap(NoCaseGround::ofNumber);
        if (ground.isEmpty()) {
            faults.add(
                    "/ground",
                    "unknown-ground",
                    "请选择不予立案的情形（1至5）。",
                    "A ground, 1 to 5, is required.");
        }
        boolean fourth = ground.filter(NoCaseGround.OTHER_LAW::equals).isPresent();
        boolean fifth = ground.filter(NoCaseGround.CONDITIONS_NOT_MET::equals).isPresent();
        Optional<CaseCondition> unmet = Optional.empty();
        Optional<String> law = Optional.empty();
        if (fifth) {
            unmet =
                    faults.requiredCode(
                            "/unmetCondition",
                            CaseCondition.class,
                            request.unmetCondition(),
                            "未满足的立案条件");
        } else if (request.unmetCondition() != null) {
            stranger("/unmetCondition", faults);
        }
        if (fourth) {
            law = faults.required("/law", request.law(), LONGEST_LAW, "所依据的规定");
        } else if (request.law() != null) {
            stranger("/law", faults);
        }
        faults.refuseIfAny();
        return new NoCase(ground.orElseThrow(), unmet.orElse(null), law.orElse(null));
    }

    private static void stranger(String pointer, Faults faults) {
        faults.add(pointer, "not-for-this-ground", "该项不适用于所选情形。", "It belongs to another ground.");
    }

    /** As the decision names it: {@code 20(1)}, {@code 19(3)}. */
    String code() {
        return unmet == null ? "20(" + ground.number() + ")" : "19(" + unmet.number() + ")";
    }

    /** The ground in words, for the notice. */
    String zh() {
        if (unmet != null) {
            return ground.zh() + "（未满足：" + unmet.zh() + "）";
        }
        return law == null ? ground.zh() : ground.zh() + "（" + law + "）";
    }
}
