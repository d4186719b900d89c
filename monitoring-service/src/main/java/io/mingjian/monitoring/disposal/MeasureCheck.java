package io.mingjian.monitoring.disposal;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.monitoring.disposal.DisposalCodes.Confirms;
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
     * @param submitted when the lead was handed in
     */
    static List<FieldError> problemsOf(
            List<Measure> measures, List<String> pointers, LocalDate submitted, LocalDate today) {
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
            LocalDate earliest =
                    submitted.minusYears(DisposalCodes.SHIPPED.of(measure.code()).yearsEarlier());
            if (measure.decidedOn().isBefore(earliest)) {
                faults.add(
                        new FieldError(
                                pointer + "/decidedOn",
                                "before-the-lead",
                                "作出日期不得早于" + earliest + "（线索于" + submitted + "报送）",
                                "Not before " + earliest + "."));
            }
            if (measure.amount() != null && measure.amount().signum() < 0) {
                faults.add(
                        new FieldError(
                                pointer + "/amount", "negative", "金额不得为负数", "Not negative."));
            }
            if (contradicts(measure, measures.subList(0, at))) {
                faults.add(
                        new FieldError(
                                pointer + "/code",
                                "contradicts",
                                "同一处置中，认定违法的措施与认定违法事实不成立的措施不能并存",
                                "One measure says that there was a violation, another that there was none."));
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
        if (leavesToAnother(measures)) {
            faults.add(
                    new FieldError(
                            pointers.get(0) + "/code",
                            "not-the-principal",
                            "主要措施须为认定是否违法的措施，请将“" + deciding(measures).code().zh() + "”填作主要措施",
                            "The measure that says whether there was a violation is the principal one."));
        }
        return faults;
    }

    /** Whether one says that there was a violation and the other that there was none. */
    private static boolean contradicts(Measure measure, List<Measure> before) {
        return decides(measure)
                && before.stream()
                        .anyMatch(
                                earlier ->
                                        decides(earlier)
                                                && earlier.code().confirms()
                                                        != measure.code().confirms());
    }

    /** What came out of a lead is read of its principal measure. */
    private static boolean leavesToAnother(List<Measure> measures) {
        return !decides(measures.get(0)) && measures.stream().anyMatch(MeasureCheck::decides);
    }

    private static Measure deciding(List<Measure> measures) {
        return measures.stream().filter(MeasureCheck::decides).findFirst().orElseThrow();
    }

    private static boolean decides(Measure measure) {
        return measure.code().confirms() != Confirms.OPEN;
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
