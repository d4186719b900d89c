package io.mingjian.registry.report;

import static io.mingjian.registry.report.ReportLifecycle.COURSE;
import static io.mingjian.registry.report.ReportLifecycle.LIMITS;
import static io.mingjian.registry.report.ReportLifecycle.RESULT_RULES;

import io.mingjian.contracts.EventType;
import io.mingjian.kit.lifecycle.ClockAction;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.lifecycle.Transition;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.time.LegalLimit;
import io.mingjian.kit.time.LimitName;
import io.mingjian.registry.document.NoticeOrder;
import io.mingjian.registry.form.FilingHead;
import io.mingjian.registry.form.Placement;
import io.mingjian.registry.procedure.Course;
import io.mingjian.registry.procedure.DueView;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.Outcome;
import io.mingjian.registry.procedure.Proceeding;
import io.mingjian.registry.procedure.TakenStep;
import io.mingjian.registry.report.Pending.Matter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A report. It changes only by a step of {@link ReportLifecycle}. */
@Entity
@Table(name = "report")
class Report extends Proceeding<ReportState, ReportStep> {
    @Enumerated(EnumType.STRING)
    private ReportState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private ReportContent content;

    @JdbcTypeCode(SqlTypes.JSON)
    private Facts facts;

    @JdbcTypeCode(SqlTypes.JSON)
    private Pending pending;

    /** A clue that mediation brought to light counts by Order 121 Art 27, wherever it goes. */
    private boolean foundInMediation;

    private @Nullable String legalField;
    private @Nullable UUID mergedInto;

    protected Report() {}

    /** A report just entered. */
    static Report registered(UUID id, FilingHead head, ReportContent content) {
        Report report = new Report();
        report.pending = Pending.NONE;
        report.begin(id, head);
        report.content = content;
        report.facts = Facts.NONE;
        return report;
    }

    /** The same, of a clue that the bureau found in mediation (Order 121 Art 27). */
    Report foundInMediation() {
        foundInMediation = true;
        return this;
    }

    /** Goes to the bureau of the place (Order 121 Art 29–32, 41). */
    Outcome route(Moment now, Placement to, @Nullable Decision decision) {
        return route(ReportStep.ROUTE, now, to, decision);
    }

    /** The bureau has no authority and gives it back; it may not forward it itself (Art 41). */
    Outcome returnToIntake(Moment now, Decision decision) {
        return giveBack(ReportStep.RETURN_TO_INTAKE, now, decision);
    }

    /**
     * The bureau holds another one competent, which denies it: they negotiate, and if that fails
     * their common superior designates (Art 33).
     */
    Outcome disputeAuthority(Moment now, Decision decision) {
        return giveBack(ReportStep.DISPUTE_AUTHORITY, now, decision);
    }

    /**
     * The common superior says who is competent (Art 33).
     *
     * @throws Conflict unless there is a dispute
     */
    Outcome designate(Moment now, Placement to, Decision decision) {
        return designate(ReportStep.DESIGNATE, now, to, decision);
    }

    /**
     * The superior handles it itself; where it stands, and its clocks, stay.
     *
     * @throws Conflict if it has it already
     */
    Outcome takeOver(Moment now, Decision decision) {
        return takeOver(ReportStep.TAKE_OVER, now, decision);
    }

    /**
     * No bureau of the city may handle it; the reporter is told (Art 34).
     *
     * @throws Invalid if the field's law asks to hand it over and nobody is named
     */
    Outcome declineAuthority(
            Moment now,
            Decision decision,
            Fact.AuthorityDeclined declined,
            @Nullable String field) {
        var taken = lawful(ReportStep.DECLINE_AUTHORITY, now, decision);
        String chosen = field == null ? legalField : field;
        boolean handOver =
                RESULT_RULES
                        .of(chosen, now.today())
                        .filter(ResultRule::handOverInWriting)
                        .isPresent();
        if (handOver && declined.handedOverTo() == null) {
            throw new Invalid(
                    "/handedOverTo",
                    "required",
                    "该领域的法律要求移交有权处理的部门并书面告知，请填写接收部门。",
                    "The law of this field asks to hand the report over.");
        }
        legalField = chosen;
        move(taken, now);
        facts = facts.and(declined);
        return Outcome.of(taken, decision)
                .telling(notices().noAuthority(declined, decision.reasons()));
    }

    /**
     * The same reporter gave the same facts against the same party before; it is not handled again
     * (Art 35).
     */
    Outcome declineDuplicate(Moment now, Decision decision, Report earlier) {
        var taken = lawful(ReportStep.DECLINE_DUPLICATE, now, decision);
        SameMatter.requireDuplicate(this, earlier);
        move(taken, now);
        facts =
                facts.and(
                        new Fact.Duplicated(
                                now.today(), earlier.id(), earlier.head().registrationNo()));
        return Outcome.of(taken, decision);
    }

    /**
     * It brings new facts to what another report began, and is handled with it (Art 35). {@link
     * #absorb} of that one belongs to the same transaction.
     */
    Outcome mergeInto(Moment now, Decision decision, Report target) {
        var taken = lawful(ReportStep.MERGE, now, decision);
        SameMatter.requireMergeable(this, target);
        move(taken, now);
        mergedInto = target.id();
        facts =
                facts.and(
                        new Fact.Merged(now.today(), target.id(), target.head().registrationNo()));
        return Outcome.of(taken, decision);
    }

    /**
     * Another report is handled with it: verification counts anew from the day on which the last of
     * the reports was received (Art 35), and an extension given before is used up with it.
     */
    Outcome absorb(Moment now, Decision decision, Report source) {
        var taken = lawful(ReportStep.ABSORB, now, decision);
        LocalDate received = LegalDay.of(source.head().receivedAt());
        LocalDate before =
                clocks().of(ReportLimit.VERIFICATION, now.calendar(), now.today())
                        .map(DueView::startedOn)
                        .orElse(received);
        LocalDate last = received.isAfter(before) ? received : before;
        move(taken, last);
        facts =
                facts.and(
                        new Fact.Absorbed(
                                now.today(),
                                source.id(),
                                source.head().registrationNo(),
                                received,
                                last,
                                source.isAnonymous()));
        return Outcome.of(taken, decision);
    }

    /** Verification begins; its clock has run since receipt. */
    Outcome beginVerification(Moment now, @Nullable Decision remark, @Nullable String field) {
        var taken = step(ReportStep.BEGIN_VERIFICATION, now, remark);
        classify(now, field);
        return Outcome.of(taken, remark);
    }

    /** An officer asks the head for fifteen more working days (Order 2 Art 18). */
    Outcome requestExtension(Moment now, Decision decision) {
        var taken = lawful(ReportStep.REQUEST_EXTENSION, now, decision);
        Periods.requireNotPast(clocks(), ReportLimit.VERIFICATION, now);
        return asked(taken, now, decision, Matter.EXTENSION);
    }

    /** The head, somebody else, gives them before the first fifteen have passed. */
    Outcome approveExtension(Moment now, Decision decision) {
        var taken = lawful(ReportStep.APPROVE_EXTENSION, now, decision);
        Pending decided = pending.decidedBy(Matter.EXTENSION, now.by());
        Periods.requireNotPast(clocks(), ReportLimit.VERIFICATION, now);
        pending = decided;
        move(taken, now);
        ReportLimit more =
                foundInMediation ? ReportLimit.CLUE_EXTENSION : ReportLimit.VERIFICATION_EXTENSION;
        count(clocks().prolonged(ReportLimit.VERIFICATION, LIMITS.at(more, now.today())));
        LocalDate due = Periods.due(clocks(), ReportLimit.VERIFICATION, now);
        facts =
                facts.and(
                        new Fact.ExtensionDecided(
                                now.today(), Fact.Period.VERIFICATION, true, due));
        return Outcome.of(taken, decision).telling(notices().extended(due, decision.reasons()));
    }

    Outcome refuseExtension(Moment now, Decision decision) {
        return refused(
                ReportStep.REFUSE_EXTENSION,
                now,
                decision,
                Matter.EXTENSION,
                new Fact.ExtensionDecided(
                        now.today(),
                        Fact.Period.VERIFICATION,
                        false,
                        Periods.due(clocks(), ReportLimit.VERIFICATION, now)));
    }

    /** The reporter takes it back; verification goes on all the same (Art 35). */
    Outcome recordWithdrawal(Moment now, Decision decision) {
        return recorded(
                ReportStep.RECORD_WITHDRAWAL, now, decision, new Fact.Withdrawn(now.today()));
    }

    /** The four conditions are met (Order 2 Art 19). */
    Outcome fileCase(Moment now, Decision decision, @Nullable String field) {
        var outcome =
                recorded(ReportStep.FILE_CASE, now, decision, new Fact.CaseFiled(now.today()));
        classify(now, field);
        boolean told =
                RESULT_RULES
                        .of(legalField, now.today())
                        .filter(row -> row.from() == ResultRule.From.RECEIPT)
                        .isPresent();
        return told ? outcome.telling(result(now, "已立案")) : outcome;
    }

    /** No case is filed (Order 2 Art 19, 20). */
    Outcome declineCase(Moment now, Decision decision, NoCase why, @Nullable String field) {
        var declined = new Fact.CaseDeclined(now.today(), why.ground(), why.unmet(), why.law());
        var outcome = recorded(ReportStep.DECLINE_CASE, now, decision, declined);
        classify(now, field);
        return outcome.telling(result(now, "不予立案：" + why.zh()));
    }

    /** Another agency is competent (Order 2 Art 17). */
    Outcome transferToAgency(Moment now, Decision decision, Fact.TransferredToAgency to) {
        return recorded(ReportStep.TRANSFER_AGENCY, now, decision, to)
                .telling(result(now, "已移送" + to.agency() + "处理"));
    }

    /** An officer holds that it may be a crime (Order 2 Art 17). */
    Outcome proposePoliceTransfer(Moment now, Decision decision) {
        return asked(
                lawful(ReportStep.PROPOSE_POLICE_TRANSFER, now, decision),
                now,
                decision,
                Matter.POLICE_TRANSFER);
    }

    /** The head, somebody else, hands it to the police. */
    Outcome approvePoliceTransfer(Moment now, Decision decision) {
        var taken = lawful(ReportStep.APPROVE_POLICE_TRANSFER, now, decision);
        pending = pending.decidedBy(Matter.POLICE_TRANSFER, now.by());
        move(taken, now);
        facts = facts.and(new Fact.PoliceTransferDecided(now.today(), true));
        return Outcome.of(taken, decision).telling(result(now, "已移送公安机关处理"));
    }

    Outcome refusePoliceTransfer(Moment now, Decision decision) {
        return refused(
                ReportStep.REFUSE_POLICE_TRANSFER,
                now,
                decision,
                Matter.POLICE_TRANSFER,
                new Fact.PoliceTransferDecided(now.today(), false));
    }

    /** An officer asks the head for thirty more days, once (Order 2 Art 64). */
    Outcome requestCaseExtension(Moment now, Decision decision) {
        var taken = lawful(ReportStep.REQUEST_CASE_EXTENSION, now, decision);
        requireFirstCaseExtension();
        Periods.requireNotPast(clocks(), ReportLimit.CASE_HANDLING, now);
        return asked(taken, now, decision, Matter.CASE_EXTENSION);
    }

    Outcome approveCaseExtension(Moment now, Decision decision) {
        var taken = lawful(ReportStep.APPROVE_CASE_EXTENSION, now, decision);
        Pending decided = pending.decidedBy(Matter.CASE_EXTENSION, now.by());
        Periods.requireNotPast(clocks(), ReportLimit.CASE_HANDLING, now);
        pending = decided;
        move(taken, now);
        count(
                clocks().prolonged(
                                ReportLimit.CASE_HANDLING,
                                LIMITS.at(ReportLimit.CASE_EXTENSION, now.today())));
        facts =
                facts.and(
                        new Fact.ExtensionDecided(
                                now.today(),
                                Fact.Period.CASE_HANDLING,
                                true,
                                Periods.due(clocks(), ReportLimit.CASE_HANDLING, now)));
        return Outcome.of(taken, decision);
    }

    Outcome refuseCaseExtension(Moment now, Decision decision) {
        return refused(
                ReportStep.REFUSE_CASE_EXTENSION,
                now,
                decision,
                Matter.CASE_EXTENSION,
                new Fact.ExtensionDecided(
                        now.today(),
                        Fact.Period.CASE_HANDLING,
                        false,
                        Periods.due(clocks(), ReportLimit.CASE_HANDLING, now)));
    }

    /**
     * The heads together set a last day after the first extension (Order 2 Art 64).
     *
     * @throws Conflict before the extension by the head, or a second time
     * @throws Invalid unless the day lies after the last day so far
     */
    Outcome extendCollectively(Moment now, Decision decision, Fact.CollectivelyExtended extended) {
        var taken = lawful(ReportStep.EXTEND_COLLECTIVELY, now, decision);
        if (!facts.isExtended(Fact.Period.CASE_HANDLING)
                || facts.has(Fact.CollectivelyExtended.class)) {
            throw new Conflict(
                    "not-after-first-extension",
                    "集体讨论继续延期须在负责人批准延长三十日之后进行，且只能一次（第六十四条）。",
                    "Collective discussion follows the head's extension, once.");
        }
        Periods.requireNotPast(clocks(), ReportLimit.CASE_HANDLING, now);
        LocalDate before = Periods.due(clocks(), ReportLimit.CASE_HANDLING, now);
        if (!extended.dueOn().isAfter(before)) {
            throw new Invalid(
                    "/dueOn",
                    "not-later",
                    "延长后的期限须晚于现有期限" + before + "。",
                    "It must lie after " + before + ".");
        }
        move(taken, now);
        count(
                clocks().prolongedTo(
                                ReportLimit.CASE_HANDLING,
                                extended.dueOn(),
                                LIMITS.at(ReportLimit.CASE_EXTENSION, now.today())));
        facts = facts.and(extended);
        return Outcome.of(taken, decision);
    }

    /** Time begins that does not count; the clock stands still (Order 2 Art 64). */
    Outcome beginExcluded(Moment now, @Nullable Decision remark, Fact.Excluded kind) {
        return recorded(
                ReportStep.BEGIN_EXCLUDED, now, remark, new Fact.ExcludedBegun(now.today(), kind));
    }

    Outcome endExcluded(Moment now, @Nullable Decision remark) {
        var taken = step(ReportStep.END_EXCLUDED, now, remark);
        var kind = facts.last(Fact.ExcludedBegun.class).map(Fact.ExcludedBegun::kind);
        facts = facts.and(new Fact.ExcludedEnded(now.today(), kind.orElseThrow()));
        return Outcome.of(taken, remark);
    }

    /** The case is decided (Order 2 Art 60). */
    Outcome closeCase(Moment now, Decision decision, Fact.CaseDecided decided) {
        return recorded(ReportStep.CLOSE_CASE, now, decision, decided)
                .telling(result(now, decided.result().zh()));
    }

    /**
     * The reporter was told of the result (Order 121 Art 36).
     *
     * @throws Conflict if no law asks for it, or it is done
     */
    Outcome tellResult(Moment now, @Nullable Decision remark, Fact.ResultTold told) {
        var taken = lawful(ReportStep.TELL_RESULT, now, remark);
        if (!facts.isTellingDue()) {
            throw new Conflict(
                    "nothing-to-tell",
                    "没有法律要求告知结果，或者已经告知（第三十六条）。",
                    "No law asks for it, or it is done (Art 36).");
        }
        move(taken, now);
        facts = facts.and(told);
        return Outcome.of(taken, remark);
    }

    /** An officer holds a reward due (Order 121 Art 36). */
    Outcome proposeReward(Moment now, Decision decision, Fact.RewardProposed proposed) {
        var taken = lawful(ReportStep.PROPOSE_REWARD, now, decision);
        if (facts.isTellingDue()) {
            throw notTold();
        }
        if (!RESULT_RULES.isRewardPossible(this, now.today())) {
            throw new Conflict(
                    "no-reward",
                    "该举报不属于依法可以给予奖励的情形：须有法律规定、查证属实并作出处罚，且举报人实名。",
                    "No law gives a reward here.");
        }
        facts = facts.and(proposed);
        return asked(taken, now, decision, Matter.REWARD);
    }

    Outcome decideReward(Moment now, Decision decision, Fact.RewardDecided decided) {
        var taken = lawful(ReportStep.DECIDE_REWARD, now, decision);
        pending = pending.decidedBy(Matter.REWARD, now.by());
        move(taken, now);
        facts = facts.and(decided);
        return Outcome.of(taken, decision);
    }

    /**
     * Files it away.
     *
     * @throws Conflict while the result is still to be told
     */
    Outcome archive(Moment now, @Nullable Decision remark) {
        var taken = lawful(ReportStep.ARCHIVE, now, remark);
        if (facts.isTellingDue()) {
            throw notTold();
        }
        move(taken, now);
        return Outcome.of(taken, remark, new Event(EventType.FILING_CLOSED, advanced(taken, now)));
    }

    /** The steps that this caller may take now. */
    List<ReportStep> openSteps(Moment now) {
        return stepsFor(now.by()).stream()
                .filter(step -> Timely.isTimely(this, now, step))
                .toList();
    }

    /** Whether a bureau took the clue up, or will. */
    boolean isHandled() {
        return !facts.has(Fact.AuthorityDeclined.class) && !facts.has(Fact.Duplicated.class);
    }

    /** No identity was given, or the bureau found the clue itself (Order 121 Art 27, 28). */
    boolean isAnonymous() {
        return head().filerId() == null;
    }

    @Override
    public TakenStep inWords(TakenStep taken) {
        return ReportWords.of(taken);
    }

    @Override
    public List<UUID> evidenceIds() {
        return content.evidenceIds();
    }

    @Override
    public boolean hasFurtherParties() {
        return content.powerOfAttorney() != null;
    }

    @Override
    protected String partyName() {
        return content.reportedParty().name();
    }

    @Override
    protected Course<ReportState, ReportStep> course() {
        return COURSE;
    }

    @Override
    protected LegalLimit limit(LimitName name, LocalDate on) {
        return Periods.of(name, foundInMediation, on);
    }

    @Override
    public ReportState state() {
        return state;
    }

    @Override
    protected void enter(ReportState next) {
        state = next;
        pending = pending.in(next);
    }

    /** Whether a case was filed, and not closed for want of a violation. */
    boolean hasBorneOut() {
        return facts.last(Fact.CaseFiled.class).isPresent()
                && facts.last(Fact.CaseDecided.class)
                        .filter(decided -> decided.result() == CaseResult.NOT_ESTABLISHED)
                        .isEmpty();
    }

    ReportContent content() {
        return content;
    }

    Facts facts() {
        return facts;
    }

    Pending pending() {
        return pending;
    }

    @Nullable String legalField() {
        return legalField;
    }

    @Nullable UUID mergedInto() {
        return mergedInto;
    }

    /** Day of the newest decision that ended something; for the range in which one can tell it. */
    LocalDate tellableFrom() {
        return facts.last(Fact.ResultDue.class)
                .map(Fact.ResultDue::on)
                .orElse(LegalDay.of(head().receivedAt()));
    }

    private Outcome recorded(ReportStep step, Moment now, @Nullable Decision decision, Fact fact) {
        var taken = step(step, now, decision);
        facts = facts.and(fact);
        return Outcome.of(taken, decision);
    }

    private Outcome asked(
            Transition<ReportState, ReportStep> taken,
            Moment now,
            Decision decision,
            Matter matter) {
        Pending more = pending.asking(matter, now.by());
        move(taken, now);
        pending = more.in(state);
        return Outcome.of(taken, decision);
    }

    private Outcome refused(
            ReportStep step, Moment now, Decision decision, Matter matter, Fact fact) {
        var taken = lawful(step, now, decision);
        pending = pending.decidedBy(matter, now.by());
        move(taken, now);
        facts = facts.and(fact);
        return Outcome.of(taken, decision);
    }

    /** The officer says which field of law it is; the clock of telling follows that. */
    private void classify(Moment now, @Nullable String field) {
        if (field == null || field.equals(legalField)) {
            return;
        }
        legalField = field;
        act(new ClockAction(ClockAction.Kind.STOP, ResultLimit.RESULT_NOTICE), now.today());
        RESULT_RULES
                .asking(this, now.today())
                .filter(row -> row.from() == ResultRule.From.RECEIPT)
                .ifPresent(row -> startTelling(row, LegalDay.of(head().receivedAt())));
    }

    /**
     * The notices of a result, and the clock of telling it, if a law asks for them; else nothing
     * (Art 36). Reporters whose reports are handled with this one hear the same.
     */
    private NoticeOrder[] result(Moment now, String result) {
        Optional<ResultRule> asks =
                RESULT_RULES.of(legalField, now.today()).filter(ResultRule::noticeRequired);
        if (asks.isEmpty() || facts.has(Fact.ResultTold.class)) {
            return new NoticeOrder[0];
        }
        String basis = asks.get().basis();
        Stream<NoticeOrder> merged =
                facts.all(Fact.Absorbed.class)
                        .flatMap(
                                each ->
                                        Stream.of(
                                                notices()
                                                        .ofMerged(each)
                                                        .result(result, basis, null)));
        return Stream.concat(own(asks.get(), now, result), merged).toArray(NoticeOrder[]::new);
    }

    private Stream<NoticeOrder> own(ResultRule row, Moment now, String result) {
        if (isAnonymous()) {
            return Stream.empty();
        }
        if (!clocks().runs(ResultLimit.RESULT_NOTICE)) {
            boolean receipt = row.from() == ResultRule.From.RECEIPT;
            startTelling(row, receipt ? LegalDay.of(head().receivedAt()) : now.today());
        }
        LocalDate due = Periods.due(clocks(), ResultLimit.RESULT_NOTICE, now);
        facts = facts.and(new Fact.ResultDue(now.today(), row.basis(), due));
        String reward = RESULT_RULES.isRewardPossible(this, now.today()) ? "将依照规定另行决定" : null;
        return Stream.of(notices().result(result, row.basis(), reward));
    }

    private void startTelling(ResultRule row, LocalDate on) {
        count(
                clocks().after(
                                List.of(
                                        new ClockAction(
                                                ClockAction.Kind.START, ResultLimit.RESULT_NOTICE)),
                                on,
                                limit -> row.limit()));
    }

    private void requireFirstCaseExtension() {
        if (facts.isExtended(Fact.Period.CASE_HANDLING)) {
            throw new Conflict(
                    "extended-already",
                    "办案期限已经批准延长，需要继续延期的由负责人集体讨论决定（第六十四条）。",
                    "It was extended already.");
        }
    }

    private static Conflict notTold() {
        return new Conflict(
                "not-told", "依法应当先告知举报人结果（第三十六条）。", "The reporter must be told first (Art 36).");
    }

    private ReportNotices notices() {
        return ReportNotices.of(this);
    }
}
