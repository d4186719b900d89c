package io.mingjian.registry.procedure;

import io.mingjian.contracts.EvidenceTruth;
import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.registry.evidence.RestsOn;
import io.mingjian.registry.procedure.StepForm.Choice;
import io.mingjian.registry.procedure.StepForm.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form in which an officer says what a piece of evidence is; the same for all evidence. */
public final class FindingForm {
    private static final StepForm FORM =
            new StepForm(
                    "CONFIRM_EVIDENCE",
                    "认定证据",
                    "–",
                    "confirmation",
                    "由工作人员作出；不因认定而自动驳回、办结任何投诉举报。",
                    List.of(
                            Field.oneOf(
                                    "truth",
                                    "认定结论",
                                    Choice.each(EvidenceTruth.values(), EvidenceTruth::zh)),
                            Field.oneOf(
                                    "restsOn", "认定依据", Choice.each(RestsOn.values(), RestsOn::zh)),
                            StepForm.reasons(true)));

    private FindingForm() {}

    /** For those who may say it: officers of the bureau that has the filing. */
    public static @Nullable StepForm of(Caller caller, String holder) {
        boolean may =
                caller.organisation().equals(holder) && caller.hasAny(Role.HANDLER, Role.REVIEWER);
        return may ? FORM : null;
    }
}
