package io.mingjian.registry.report;

import static io.mingjian.registry.report.ReportLifecycle.RESULT_RULES;

import io.mingjian.kit.caller.Caller;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.RunningClocks;
import io.mingjian.registry.report.Pending.Matter;

/** Which of the steps that the table leaves open have a purpose now. */
final class Timely {
    private Timely() {}

    /** Steps that the table leaves open but that would come to nothing now. */
    static boolean isTimely(Report report, Moment now, ReportStep step) {
        Caller by = now.by();
        Pending pending = report.pending();
        Facts facts = report.facts();
        RunningClocks clocks = report.clocks();
        return switch (step) {
            case ABSORB -> false;
            case DESIGNATE -> clocks.runs(ReportLimit.AUTHORITY_DISPUTE);
            case TAKE_OVER -> !by.organisation().equals(report.holder());
            case DECLINE_DUPLICATE -> !report.isAnonymous();
            case MERGE -> !facts.has(Fact.Absorbed.class);
            case REQUEST_EXTENSION ->
                    !pending.has(Matter.EXTENSION)
                            && !Periods.isPast(clocks, ReportLimit.VERIFICATION, now);
            case APPROVE_EXTENSION ->
                    pending.isFor(Matter.EXTENSION, by)
                            && !Periods.isPast(clocks, ReportLimit.VERIFICATION, now);
            case REFUSE_EXTENSION -> pending.isFor(Matter.EXTENSION, by);
            case PROPOSE_POLICE_TRANSFER -> !pending.has(Matter.POLICE_TRANSFER);
            case APPROVE_POLICE_TRANSFER, REFUSE_POLICE_TRANSFER ->
                    pending.isFor(Matter.POLICE_TRANSFER, by);
            case REQUEST_CASE_EXTENSION ->
                    !pending.has(Matter.CASE_EXTENSION)
                            && !facts.isExtended(Fact.Period.CASE_HANDLING)
                            && !Periods.isPast(clocks, ReportLimit.CASE_HANDLING, now);
            case APPROVE_CASE_EXTENSION ->
                    pending.isFor(Matter.CASE_EXTENSION, by)
                            && !Periods.isPast(clocks, ReportLimit.CASE_HANDLING, now);
            case REFUSE_CASE_EXTENSION -> pending.isFor(Matter.CASE_EXTENSION, by);
            case EXTEND_COLLECTIVELY ->
                    facts.isExtended(Fact.Period.CASE_HANDLING)
                            && !facts.has(Fact.CollectivelyExtended.class)
                            && !Periods.isPast(clocks, ReportLimit.CASE_HANDLING, now);
            case TELL_RESULT -> facts.isTellingDue();
            case PROPOSE_REWARD ->
                    !facts.isTellingDue() && RESULT_RULES.isRewardPossible(report, now.today());
            case DECIDE_REWARD -> pending.isFor(Matter.REWARD, by);
            case ARCHIVE -> !facts.isTellingDue();
            default -> true;
        };
    }
}
