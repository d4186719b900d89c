package io.mingjian.monitoring.instruction;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.monitoring.finding.ViolationTypes;
import io.mingjian.monitoring.instruction.InstructionViews.IssueRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an instruction's fields must be to each other. */
final class InstructionCheck {
    private InstructionCheck() {}

    /**
     * @throws Invalid with all faults at once
     */
    static void require(IssueRequest request, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        if (request.period().to().isBefore(request.period().from())) {
            errors.add(
                    error(
                            "/period/to",
                            "before-start",
                            "监测期限的结束日不能早于开始日",
                            "The period ends before it begins."));
        }
        if (request.deadline().isBefore(request.period().to())) {
            errors.add(
                    error(
                            "/deadline",
                            "before-end",
                            "报送截止日不能早于监测期限结束日",
                            "The deadline lies before the period's end."));
        }
        if (request.deadline().isBefore(today)) {
            errors.add(
                    error(
                            "/deadline",
                            "in-past",
                            "报送截止日不能早于今天",
                            "The deadline has passed already."));
        }
        unknownCategories(request, errors);
        repeatedAgencies(request, errors);
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    private static void unknownCategories(IssueRequest request, List<FieldError> errors) {
        for (int at = 0; at < request.categories().size(); at++) {
            if (!ViolationTypes.SHIPPED.knows(request.categories().get(at))) {
                errors.add(
                        error(
                                "/categories/" + at,
                                "unknown-code",
                                "违法类型代码不在代码表中",
                                "Not a known kind of violation."));
            }
        }
    }

    private static void repeatedAgencies(IssueRequest request, List<FieldError> errors) {
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < request.agencies().size(); at++) {
            if (!seen.add(request.agencies().get(at))) {
                errors.add(
                        error(
                                "/agencies/" + at,
                                "repeated",
                                "监测机构重复",
                                "The agency is named twice."));
            }
        }
    }

    private static FieldError error(String pointer, String code, String zh, String en) {
        return new FieldError(pointer, code, zh, en);
    }
}
