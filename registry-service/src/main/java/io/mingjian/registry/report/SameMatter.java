package io.mingjian.registry.report;

import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Invalid;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * When a report is not handled again, and when two are handled together (Order 121 Art 35). The
 * officer says that the facts are the same, or new; what can be seen from the records is checked
 * here.
 */
final class SameMatter {
    /** Here nobody has handled, or will handle, the clue. */
    private static final Set<ReportState> NOT_HANDLED =
            EnumSet.of(
                    ReportState.REGISTERED,
                    ReportState.RETURNED_TO_INTAKE,
                    ReportState.NO_AUTHORITY,
                    ReportState.DUPLICATE_NOT_HANDLED);

    private SameMatter() {}

    /**
     * @throws Invalid unless the earlier report is of the same reporter, against the same party, no
     *     later, and handled
     */
    static void requireDuplicate(Report report, Report earlier) {
        String pointer = "/earlierReportId";
        refuseItself(pointer, report, earlier);
        UUID filer = report.head().filerId();
        if (filer == null || !filer.equals(earlier.head().filerId())) {
            throw new Invalid(
                    pointer,
                    "another-reporter",
                    "重复举报须为同一举报人；匿名举报无从认定为重复举报。",
                    "A duplicate has the same reporter; an anonymous report cannot be one.");
        }
        requireSameParty(pointer, report, earlier);
        if (earlier.head().receivedAt().isAfter(report.head().receivedAt())) {
            throw new Invalid(
                    pointer, "not-earlier", "所指举报晚于本举报收到。", "The report named was received later.");
        }
        if (!earlier.isHandled() || NOT_HANDLED.contains(earlier.state())) {
            throw new Invalid(
                    pointer,
                    "not-handled",
                    "所指举报未经办理，不能据此认定重复举报。",
                    "The report named was not handled itself.");
        }
    }

    /**
     * @throws Invalid unless the target is another report against the same party
     * @throws Conflict unless both may be merged as they stand
     */
    static void requireMergeable(Report source, Report target) {
        String pointer = "/targetReportId";
        refuseItself(pointer, source, target);
        requireSameParty(pointer, source, target);
        if (!source.holder().equals(target.holder())) {
            throw new Invalid(
                    pointer,
                    "another-bureau",
                    "所并入的举报由其他单位办理，不能并案。",
                    "Another bureau has the report named.");
        }
        if (target.mergedInto() != null) {
            throw new Conflict(
                    "target-merged",
                    "所并入的举报自身已并入另一举报，请并入后者。",
                    "It was merged into another one itself.");
        }
        if (!ReportState.OPEN_TO_MERGE.contains(target.state())) {
            throw new Conflict(
                    "target-not-open",
                    "所并入的举报（" + target.state().zh() + "）已不在核查阶段，不能并案。",
                    "The report named is no longer being verified.");
        }
        if (source.facts().has(Fact.Absorbed.class)) {
            throw new Conflict(
                    "source-absorbed",
                    "已有举报并入本举报，本举报不能再并入另一举报。",
                    "Another report was merged into this one; there are no chains.");
        }
    }

    private static void refuseItself(String pointer, Report report, Report other) {
        if (report.id().equals(other.id())) {
            throw new Invalid(pointer, "itself", "须指明另一件举报。", "Another report must be named.");
        }
    }

    private static void requireSameParty(String pointer, Report report, Report other) {
        if (!PartyKey.isSame(report.content().reportedParty(), other.content().reportedParty())) {
            throw new Invalid(
                    pointer,
                    "another-party",
                    "两件举报的被举报人不同。",
                    "The two reports are against different parties.");
        }
    }
}
