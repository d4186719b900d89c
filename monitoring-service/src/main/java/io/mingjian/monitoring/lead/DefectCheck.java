package io.mingjian.monitoring.lead;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.monitoring.finding.DefectTypes;
import io.mingjian.monitoring.lead.LeadViews.Defect;
import io.mingjian.monitoring.lead.LeadViews.QualificationRequest;
import io.mingjian.monitoring.lead.LeadViews.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a review says is wrong must be of the table, and goes with a verdict that says so. */
final class DefectCheck {
    private DefectCheck() {}

    /**
     * @throws Invalid with all faults at once
     */
    static void require(QualificationRequest request) {
        List<FieldError> errors = new ArrayList<>();
        List<Defect> defects = given(request);
        boolean negative =
                request.verdict() == Verdict.UNQUALIFIED
                        || request.verdict() == Verdict.RETURNED_FOR_SUPPLEMENT;
        if (!defects.isEmpty() && !negative) {
            errors.add(
                    new FieldError(
                            "/defects",
                            "not-for-this-verdict",
                            "只有不合格或退回补正时才填写存在的问题",
                            "Only a negative verdict names defects."));
        }
        for (int at = 0; at < defects.size(); at++) {
            if (DefectTypes.SHIPPED.row(defects.get(at).code()).isEmpty()) {
                errors.add(
                        new FieldError(
                                "/defects/" + at + "/code",
                                "unknown-code",
                                "问题代码不在代码表中",
                                "Not a known kind of defect."));
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    /** The rows to keep, of the lead's latest step. */
    static List<LeadDefect> found(Lead lead, QualificationRequest request, Instant at) {
        List<LeadDefect> rows = new ArrayList<>();
        for (Defect defect : given(request)) {
            rows.add(
                    new LeadDefect(
                            lead,
                            rows.size(),
                            DefectTypes.SHIPPED.row(defect.code()).orElseThrow(),
                            defect.pointer(),
                            defect.note(),
                            at));
        }
        return rows;
    }

    private static List<Defect> given(QualificationRequest request) {
        return request.defects() == null ? List.of() : request.defects();
    }
}
