package io.mingjian.gateway.console;

import static io.mingjian.gateway.console.Ask.DISTRICT;
import static io.mingjian.gateway.console.Ask.FACTORS;
import static io.mingjian.gateway.console.Ask.REASONS;
import static io.mingjian.gateway.console.Ask.REFUSAL_GROUND;
import static io.mingjian.gateway.console.Ask.REMEDIES;
import static io.mingjian.gateway.console.Ask.TERMINATION_GROUND;

import io.mingjian.contracts.FilingKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an officer may do with a filing: the step's name at the registry, the path that takes it and
 * what its form asks for. {@code from} and {@code by} only explain why an act is not open; whether
 * it is open, the registry says.
 */
enum Act {
    // spotless:off
    COMPLAINT_ACCEPT       (FilingKind.COMPLAINT, "ACCEPT",             "acceptance",     "ROUTED",       Act.OFFICERS, REASONS),
    COMPLAINT_REFUSE       (FilingKind.COMPLAINT, "REFUSE",             "non-acceptance", "ROUTED",       Act.OFFICERS, REFUSAL_GROUND, FACTORS, REASONS, REMEDIES),
    COMPLAINT_RETURN       (FilingKind.COMPLAINT, "RETURN_TO_INTAKE",   "return",         "ROUTED",       Act.OFFICERS, REASONS),
    COMPLAINT_ROUTE        (FilingKind.COMPLAINT, "ROUTE",              "routing",        "REGISTERED",   Act.INTAKE,   DISTRICT, REASONS),
    COMPLAINT_TERMINATE    (FilingKind.COMPLAINT, "TERMINATE",          "termination",    "ACCEPTED",     Act.OFFICERS, TERMINATION_GROUND, REASONS),
    COMPLAINT_ARCHIVE      (FilingKind.COMPLAINT, "ARCHIVE",            "archiving",      "NOT_ACCEPTED,TERMINATED", Act.OFFICERS),
    REPORT_VERIFY          (FilingKind.REPORT,    "BEGIN_VERIFICATION", "verification",   "ROUTED",       Act.OFFICERS),
    REPORT_RETURN          (FilingKind.REPORT,    "RETURN_TO_INTAKE",   "return",         "ROUTED",       Act.OFFICERS, REASONS),
    REPORT_ROUTE           (FilingKind.REPORT,    "ROUTE",              "routing",        "REGISTERED",   Act.INTAKE,   DISTRICT, REASONS),
    REPORT_NO_AUTHORITY    (FilingKind.REPORT,    "DECLINE_AUTHORITY",  "no-authority",   "REGISTERED",   Act.INTAKE,   REASONS);
    // spotless:on

    private static final String OFFICERS = "HANDLER,REVIEWER";
    private static final String INTAKE = "INTAKE";

    private final FilingKind kind;
    private final String step;
    private final String path;
    private final Set<String> from;
    private final Set<String> by;
    private final List<Ask> asks;

    Act(FilingKind kind, String step, String path, String from, String by, Ask... asks) {
        this.kind = kind;
        this.step = step;
        this.path = path;
        this.from = Set.of(from.split(","));
        this.by = Set.of(by.split(","));
        this.asks = List.of(asks);
    }

    static List<Act> of(FilingKind kind) {
        return Arrays.stream(values()).filter(act -> act.kind == kind).toList();
    }

    static Optional<Act> of(FilingKind kind, String path) {
        return of(kind).stream().filter(act -> act.path.equals(path)).findFirst();
    }

    String path() {
        return path;
    }

    List<Ask> asks() {
        return asks;
    }

    String title() {
        return Wording.of("step." + kind, step);
    }

    /** Words of the button, as 作出受理决定. */
    String button() {
        return Wording.of("do." + kind, step);
    }

    String about() {
        return Wording.of("about." + kind, step);
    }

    boolean isOpen(FilingAnswer filing) {
        return filing.openSteps() != null && filing.openSteps().contains(step);
    }

    /** Why it is not open now, in words. */
    String whyNot(FilingAnswer filing, Officer officer) {
        if (!from.contains(filing.state())) {
            String states =
                    from.stream()
                            .sorted()
                            .map(state -> "“" + Wording.of("state." + kind, state) + "”")
                            .reduce((one, other) -> one + "或" + other)
                            .orElse("");
            return "仅在"
                    + states
                    + "状态下可办理，现为“"
                    + Wording.of("state." + kind, filing.state())
                    + "”。";
        }
        if (!officer.hasAny(by)) {
            String roles =
                    by.stream()
                            .sorted()
                            .map(role -> Wording.of("role", role))
                            .reduce((one, other) -> one + "或" + other)
                            .orElse("");
            return "须由" + roles + "办理，您没有该角色。";
        }
        return "本件由" + Wording.of("organisation", filing.holder()) + "办理，贵单位不能作此步骤。";
    }
}
