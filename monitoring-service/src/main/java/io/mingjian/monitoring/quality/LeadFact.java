package io.mingjian.monitoring.quality;

import io.mingjian.monitoring.disposal.DisposalCode;
import io.mingjian.monitoring.lead.ShownStates;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a formula may ask of a lead. The file names the fact, this table says where it is kept. */
enum LeadFact {
    /**
     * Where the lead stands now; only states that agencies see as they are, because they read what
     * a figure counts.
     */
    STATE("l.state", Kind.ONE, names(ShownStates.SHIPPED.statesTold())),
    /** What was ever done with it, as far as agencies are told. */
    STEP("history.steps", Kind.MANY, names(ShownStates.SHIPPED.stepsTold())),
    /** What came out of it, once the city closed it. */
    OUTCOME(Outcomes.sql(), Kind.ONE, names(List.of(Outcome.values()))),
    /** The confirmed disposal code itself, where a formula needs it apart. */
    DISPOSAL(
            "case when l.state = 'CLOSED' then l.disposal_code end",
            Kind.ONE,
            names(List.of(DisposalCode.values()))),
    /**
     * Whether a quality review found something wrong with its evidence ({@code
     * codes/defects.yaml}).
     */
    EVIDENCE_DEFECT(
            "case when exists (select 1 from lead_defect d where d.lead_id = l.id and d.evidence) then 'found' else 'none' end",
            Kind.ONE,
            Set.of("found", "none")),
    /** Whether it came after the instruction's last day. */
    LATE("cast(l.overdue as text)", Kind.ONE, Set.of("true", "false")),
    /** Whether the finding names its subject by the social credit code. */
    USCC(
            "case when coalesce(l.uscc, '') = '' then 'absent' else 'named' end",
            Kind.ONE,
            Set.of("named", "absent"));

    private enum Kind {
        ONE,
        MANY
    }

    private final String column;
    private final Kind kind;
    private final Set<String> values;

    LeadFact(String column, Kind kind, Set<String> values) {
        this.column = column;
        this.kind = kind;
        this.values = values;
    }

    boolean knows(String value) {
        return values.contains(value);
    }

    /** The test whether a lead has one of these values; they are codes of this table alone. */
    String hasOneOf(Set<String> wanted) {
        String list =
                wanted.stream()
                        .sorted()
                        .map(value -> "'" + value + "'")
                        .collect(Collectors.joining(", "));
        return kind == Kind.ONE
                ? "coalesce(" + column + ", '') in (" + list + ")"
                : "coalesce(" + column + " && cast(array[" + list + "] as text[]), false)";
    }

    private static Set<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }
}
