package io.mingjian.monitoring.referral;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.monitoring.lead.Standing;
import io.mingjian.monitoring.referral.ReferralViews.ReferRequest;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a referral: all faults with their pointers. */
final class ReferralCheck {
    private ReferralCheck() {}

    static List<FieldError> problemsOf(ReferRequest request, Standing lead) {
        List<FieldError> faults = new ArrayList<>();
        if (Conducts.SHIPPED.find(request.kind(), request.conduct()).isEmpty()) {
            String codes = String.join("、", Conducts.SHIPPED.codesOf(request.kind()));
            faults.add(
                    new FieldError(
                            "/conduct",
                            "unknown-code",
                            request.kind().zh() + "的行为代码应为：" + codes,
                            "Not a conduct of this kind."));
        }
        if (request.amount() != null && request.amount().signum() < 0) {
            faults.add(new FieldError("/amount", "negative", "金额不得为负数", "Not negative."));
        }
        for (int at = 0; at < request.evidence().size(); at++) {
            if (!lead.finding().evidenceIds().contains(request.evidence().get(at))) {
                faults.add(
                        new FieldError(
                                "/evidenceIds/" + at,
                                "not-of-the-lead",
                                "该证据不属于本线索",
                                "The evidence is not this lead's."));
            }
        }
        return faults;
    }
}
