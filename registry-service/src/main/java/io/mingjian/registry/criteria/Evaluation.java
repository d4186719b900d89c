package io.mingjian.registry.criteria;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.criteria.Criteria.Subject;
import io.mingjian.registry.criteria.Criterion.Level;
import io.mingjian.registry.filer.Filers;
import io.mingjian.registry.listing.CandidateProposals;
import io.mingjian.registry.listing.Ground;
import io.mingjian.registry.listing.Proposal;
import io.mingjian.registry.queue.Hint;
import io.mingjian.registry.queue.Worklist;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Counts, compares, keeps the hit, and tells who should look: a hint from WATCH on, a candidate at
 * REVIEW.
 */
@ApplicationScoped
class Evaluation {
    private final Criteria criteria;
    private final Filers filers;
    private final Worklist worklist;
    private final CandidateProposals proposals;

    Evaluation(Criteria criteria, Filers filers, Worklist worklist, CandidateProposals proposals) {
        this.criteria = criteria;
        this.filers = filers;
        this.worklist = worklist;
        this.proposals = proposals;
    }

    Uni<Void> evaluate(Caller caller, Criterion criterion, Subject of, LocalDate day) {
        if (criterion.metric() != Metric.SUBMISSIONS_OF_FILER) {
            return Uni.createFrom().voidItem();
        }
        return observe(caller, criterion, of, day)
                .map(
                        observed ->
                                criterion.judge(
                                        new Observation(
                                                BigDecimal.valueOf(observed),
                                                observed.intValue(),
                                                List.of(of.submissionId())),
                                        day))
                .chain(
                        finding ->
                                finding.isPresent()
                                        ? act(caller, criterion, of, finding.get())
                                        : Uni.createFrom().voidItem());
    }

    private Uni<Long> observe(Caller caller, Criterion criterion, Subject of, LocalDate day) {
        return filers.submissionsOf(
                caller,
                of.filerId(),
                criterion.windowStart(day).atStartOfDay(LegalDay.ZONE).toInstant(),
                day.plusDays(1).atStartOfDay(LegalDay.ZONE).toInstant());
    }

    private Uni<Void> act(Caller caller, Criterion criterion, Subject of, Finding finding) {
        return criteria.keep(caller, criterion, of, finding)
                .chain(
                        isNew ->
                                isNew
                                        ? tell(caller, criterion, of, finding)
                                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(Caller caller, Criterion criterion, Subject of, Finding finding) {
        Hint hint =
                new Hint(
                        criterion.code(),
                        criterion.version(),
                        finding.level().name(),
                        finding.explanation());
        Uni<Void> hinted = worklist.hint(caller, of.filerId(), hint);
        return finding.level() == Level.WATCH
                ? hinted
                : hinted.chain(() -> proposals.propose(caller, proposal(criterion, of, finding)));
    }

    private Proposal proposal(Criterion criterion, Subject of, Finding finding) {
        return new Proposal(
                of.filerId(),
                of.filingId(),
                List.of(
                        new Ground(
                                criterion.code(),
                                criterion.version(),
                                finding.level().name(),
                                criteria.tree(finding.inputs()),
                                finding.explanation(),
                                criterion.status().name())));
    }
}
