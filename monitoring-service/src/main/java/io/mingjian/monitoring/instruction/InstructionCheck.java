package io.mingjian.monitoring.instruction;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.monitoring.DayBounds;
import io.mingjian.monitoring.finding.ViolationTypes;
import io.mingjian.monitoring.instruction.InstructionViews.CategorySpec;
import io.mingjian.monitoring.instruction.InstructionViews.EvidenceSpec;
import io.mingjian.monitoring.instruction.InstructionViews.IssueRequest;
import io.mingjian.monitoring.instruction.InstructionViews.OutputSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an instruction's fields must be to each other; all faults at once. */
final class InstructionCheck {
    private final String root;
    private final List<FieldError> errors = new ArrayList<>();

    /**
     * @param root pointer to where the fields stand in the request
     */
    InstructionCheck(String root) {
        this.root = root;
    }

    /** All that is wrong with an instruction that is to be issued. */
    static InstructionCheck of(IssueRequest request, LocalDate today) {
        InstructionCheck check = new InstructionCheck("");
        InstructionContent content = InstructionContent.of(request);
        check.days(content);
        check.deadlineNotPassed(content.deadline(), today);
        check.platforms(request.platforms());
        check.categories(request.categories());
        check.output(request.outputSpec(), content.terms().categories());
        check.repeated("/agencies", request.agencies(), "监测机构重复", "The agency is named twice.");
        return check;
    }

    /** The period and the deadline as they will be. */
    void days(InstructionContent content) {
        meant("/period/from", content.periodFrom());
        meant("/period/to", content.periodTo());
        meant("/deadline", content.deadline());
        if (content.periodTo().isBefore(content.periodFrom())) {
            add(
                    "/period/to",
                    "before-start",
                    "监测期限的结束日不能早于开始日",
                    "The period ends before it begins.");
        }
        if (content.deadline().isBefore(content.periodTo())) {
            add(
                    "/deadline",
                    "before-end",
                    "报送截止日不能早于监测期限结束日",
                    "The deadline lies before the period's end.");
        }
    }

    private void meant(String pointer, LocalDate day) {
        if (!DayBounds.hold(day)) {
            add(DayBounds.fault(root + pointer));
        }
    }

    void deadlineNotPassed(@Nullable LocalDate deadline, LocalDate today) {
        if (deadline != null && deadline.isBefore(today)) {
            add("/deadline", "in-past", "报送截止日不能早于今天", "The deadline has passed already.");
        }
    }

    void platforms(@Nullable List<String> platforms) {
        if (platforms != null) {
            repeated(
                    "/platforms",
                    platforms.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList(),
                    "平台重复",
                    "The platform is named twice.");
        }
    }

    /** Each is a kind of violations or a group of kinds. */
    void categories(@Nullable List<String> categories) {
        List<String> named = Objects.requireNonNullElse(categories, List.of());
        for (int at = 0; at < named.size(); at++) {
            if (!ViolationTypes.SHIPPED.knows(named.get(at))
                    && ViolationTypes.SHIPPED.inGroup(named.get(at)).isEmpty()) {
                add(
                        "/categories/" + at,
                        "unknown-code",
                        "违法类型代码不在代码表中",
                        "Not a known kind of violation.");
            }
        }
    }

    /**
     * What is asked of a category must be something, once, and of a category that is ordered.
     *
     * @param ordered kinds of violations as they will be; empty means any
     */
    void output(@Nullable OutputSpec output, List<String> ordered) {
        if (output == null) {
            return;
        }
        evidence("/outputSpec", output.requiredEvidence());
        List<CategorySpec> specs = Objects.requireNonNullElse(output.categories(), List.of());
        repeated(
                "/outputSpec/categories",
                specs.stream().flatMap(spec -> spec.kinds().stream()).toList(),
                "同一违法类型的输出要求重复",
                "The category is specified twice.");
        for (int at = 0; at < specs.size(); at++) {
            category("/outputSpec/categories/" + at, specs.get(at), ordered);
        }
    }

    private void category(String pointer, CategorySpec spec, List<String> ordered) {
        List<String> kinds = spec.kinds();
        if (kinds.stream().anyMatch(kind -> !ViolationTypes.SHIPPED.knows(kind))) {
            add(
                    pointer + "/category",
                    "unknown-code",
                    "违法类型代码不在代码表中",
                    "Not a known kind of violation.");
        } else if (!ordered.isEmpty() && !ordered.containsAll(kinds)) {
            add(
                    pointer + "/category",
                    "not-ordered",
                    "该违法类型不在本指令的违法类型之内",
                    "The instruction does not order this category.");
        }
        if (spec.isEmpty()) {
            add(
                    pointer,
                    "empty-spec",
                    "请填写该违法类型的必填字段或必需证据，没有要求时不必列出",
                    "Nothing is asked of this category.");
        }
        evidence(pointer, spec.requiredEvidence());
    }

    private void evidence(String pointer, @Nullable List<EvidenceSpec> specs) {
        if (specs != null) {
            repeated(
                    pointer + "/requiredEvidence",
                    specs.stream().map(spec -> String.valueOf(spec.kind())).toList(),
                    "同一证据类别重复",
                    "The kind is named twice.");
        }
    }

    void repeated(String pointer, List<String> names, String zh, String en) {
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < names.size(); at++) {
            if (!seen.add(names.get(at))) {
                add(pointer + "/" + at, "repeated", zh, en);
            }
        }
    }

    void add(String pointer, String code, String zh, String en) {
        errors.add(new FieldError(root + pointer, code, zh, en));
    }

    /** What somebody else found, with whole pointers. */
    void add(FieldError error) {
        errors.add(error);
    }

    /**
     * @throws Invalid with all faults at once
     */
    void end() {
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }
}
