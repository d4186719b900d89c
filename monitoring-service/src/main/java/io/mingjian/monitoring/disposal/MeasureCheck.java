package io.mingjian.monitoring.disposal;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.monitoring.disposal.DisposalCodes.Need;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with the measures of a disposal: all faults with their pointers. */
final class MeasureCheck {
    private MeasureCheck() {}

    /**
     * @param pointers where each measure stands in the request
     */
    static List<FieldError> problemsOf(
            List<Measure> measures, List<String> pointers, LocalDate today) {
        List<FieldError> faults = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (int at = 0; at < measures.size(); at++) {
            Measure measure = measures.get(at);
            String pointer = pointers.get(at);
            for (Need need : DisposalCodes.SHIPPED.of(measure.code()).needs()) {
                demand(measure, need, pointer, faults);
            }
            if (measure.decidedOn().isAfter(today)) {
                faults.add(
                        new FieldError(
                                pointer + "/decidedOn",
                                "in-the-future",
                                "作出日期不得晚于今天",
                                "The day of the decision is in the future."));
            }
            if (measure.amount() != null && measure.amount().signum() < 0) {
                faults.add(
                        new FieldError(
                                pointer + "/amount", "negative", "金额不得为负数", "Not negative."));
            }
            if (!seen.add(sameness(measure))) {
                faults.add(
                        new FieldError(
                                pointer + "/code",
                                "twice",
                                "同一处置措施重复填写",
                                "The same measure is there already."));
            }
        }
        return faults;
    }

    /** One decision has one day, numbers of its own and one thing that it is about. */
    private static List<Object> sameness(Measure measure) {
        return Arrays.asList(
                measure.code(),
                measure.caseNo(),
                measure.documentNo(),
                measure.agency(),
                measure.leadNo(),
                measure.decidedOn());
    }

    private static void demand(
            Measure measure, Need need, String pointer, List<FieldError> faults) {
        @Nullable String value =
                switch (need) {
                    case REASONS -> measure.reasons();
                    case CASE_NO -> measure.caseNo();
                    case DOCUMENT_NO -> measure.documentNo();
                    case AGENCY -> measure.agency();
                    case LEAD_NO -> measure.leadNo();
                };
        if (value == null || value.isBlank()) {
            faults.add(missing(measure.code(), need, pointer));
        }
    }

    private static FieldError missing(DisposalCode code, Need need, String pointer) {
        String field =
                switch (need) {
                    case REASONS -> "reasons";
                    case CASE_NO -> "caseNo";
                    case DOCUMENT_NO -> "documentNo";
                    case AGENCY -> "agency";
                    case LEAD_NO -> "leadNo";
                };
        String zh =
                switch (need) {
                    case REASONS -> "理由";
                    case CASE_NO -> "案件编号";
                    case DOCUMENT_NO -> "文书编号";
                    case AGENCY -> "接收部门";
                    case LEAD_NO -> "已处置线索的编号";
                };
        return new FieldError(
                pointer + "/" + field,
                "required",
                "处置方式为“" + code.zh() + "”的，须填写" + zh,
                "The code " + code + " needs " + field + ".");
    }
}
