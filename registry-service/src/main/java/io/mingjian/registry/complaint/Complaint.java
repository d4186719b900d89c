package io.mingjian.registry.complaint;

import static io.mingjian.registry.complaint.ComplaintLifecycle.COURSE;
import static io.mingjian.registry.complaint.ComplaintLifecycle.LIMITS;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.FilingAccepted;
import io.mingjian.contracts.FilingNotAccepted;
import io.mingjian.contracts.FilingTerminated;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.lifecycle.ClockAction;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.time.LegalLimit;
import io.mingjian.kit.time.LimitName;
import io.mingjian.registry.complaint.ComplaintViews.Proposal;
import io.mingjian.registry.form.Claim;
import io.mingjian.registry.form.FilingHead;
import io.mingjian.registry.form.Placement;
import io.mingjian.registry.procedure.Course;
import io.mingjian.registry.procedure.DueView;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.Outcome;
import io.mingjian.registry.procedure.Proceeding;
import io.mingjian.registry.procedure.TakenStep;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A complaint. It changes only by a step of {@link ComplaintLifecycle}. */
@Entity
@Table(name = "complaint")
class Complaint extends Proceeding<ComplaintState, ComplaintStep> {
    @Enumerated(EnumType.STRING)
    private ComplaintState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private ComplaintContent content;

    @JdbcTypeCode(SqlTypes.JSON)
    private Facts facts;

    /** Who took down the request for another mediator that is to be decided (Art 21). */
    private @Nullable String recusalTakenBy;

    private @Nullable String remedies;

    protected Complaint() {}

    /** A complaint just entered. */
    static Complaint registered(UUID id, FilingHead head, ComplaintContent content) {
        Complaint complaint = new Complaint();
        complaint.begin(id, head);
        complaint.content = content;
        complaint.facts = Facts.NONE;
        return complaint;
    }

    /**
     * Goes to the bureau of the place (Art 13, 41); the clock of acceptance counts from the day on
     * which that bureau received it (Art 15).
     */
    Outcome route(Moment now, Placement to, @Nullable Decision decision) {
        return route(ComplaintStep.ROUTE, now, to, decision);
    }

    /** The bureau has no authority and gives it back; it may not forward it itself (Art 41). */
    Outcome returnToIntake(Moment now, Decision decision) {
        return giveBack(ComplaintStep.RETURN_TO_INTAKE, now, decision);
    }

    /**
     * The bureau holds another one competent, which denies it: they negotiate, and if that fails
     * their common superior designates (Art 33).
     */
    Outcome disputeAuthority(Moment now, Decision decision) {
        return giveBack(ComplaintStep.DISPUTE_AUTHORITY, now, decision);
    }

    /**
     * The common superior says who is competent (Art 33).
     *
     * @throws Conflict unless there is a dispute
     */
    Outcome designate(Moment now, Placement to, Decision decision) {
        return designate(ComplaintStep.DESIGNATE, now, to, decision);
    }

    /**
     * The superior handles it itself (Art 13); where it stands, and its clocks, stay.
     *
     * @throws Conflict if it has it already
     */
    Outcome takeOver(Moment now, Decision decision) {
        return takeOver(ComplaintStep.TAKE_OVER, now, decision);
    }

    /**
     * The complainant is to prove who he is (Art 10(3), form 4).
     *
     * @param rules whether the clock of acceptance stands still meanwhile
     */
    Outcome requestIdentity(
            Moment now, Decision decision, String materials, List<IdentityRule> rules) {
        var taken = step(ComplaintStep.REQUEST_IDENTITY, now, decision);
        if (IdentityRule.pausesAcceptanceOn(rules, now.today())) {
            act(new ClockAction(ClockAction.Kind.PAUSE, ComplaintLimit.ACCEPTANCE), now.today());
        }
        var asked =
                new Fact.IdentityAsked(
                        now.today(), materials, dueOf(ComplaintLimit.IDENTITY_SUPPLEMENT, now));
        facts = facts.and(asked);
        return Outcome.of(taken, decision)
                .telling(notices().identityAsked(asked, decision.reasons()));
    }

    /** He has proved it, or shown why he cannot; the bureau decides on acceptance. */
    Outcome supplyIdentity(Moment now, @Nullable Decision remark, Fact.IdentitySupplied supplied) {
        var taken = step(ComplaintStep.SUPPLY_IDENTITY, now, remark);
        if (clocks().isPaused(ComplaintLimit.ACCEPTANCE)) {
            act(new ClockAction(ClockAction.Kind.RESUME, ComplaintLimit.ACCEPTANCE), now.today());
        }
        facts = facts.and(supplied);
        return Outcome.of(taken, remark);
    }

    /** Accepts it; mediation begins to count (Art 15, 23(5)). */
    Outcome accept(Moment now, Decision decision) {
        var taken = step(ComplaintStep.ACCEPT, now, decision);
        FilingAccepted told = new FilingAccepted(id(), now.today());
        return Outcome.of(taken, decision, new Event(EventType.FILING_ACCEPTED, told))
                .telling(notices().accepted(dueOf(ComplaintLimit.MEDIATION, now)));
    }

    /** Refuses it on a ground of Art 16, telling the remedies (Art 15). */
    Outcome refuse(Moment now, Decision decision, NonAcceptance refusal) {
        var taken = step(ComplaintStep.REFUSE, now, decision);
        remedies = refusal.remedies();
        List<String> factors = refusal.factorLetters();
        FilingNotAccepted told = new FilingNotAccepted(id(), refusal.ground().number(), factors);
        return Outcome.of(taken, decision, new Event(EventType.FILING_NOT_ACCEPTED, told))
                .because(factors)
                .telling(notices().notAccepted(refusal, decision.reasons()));
    }

    /** Both sides have consented (Art 18). */
    Outcome beginMediation(Moment now, @Nullable Decision remark, Fact.Consented consented) {
        return recorded(ComplaintStep.BEGIN_MEDIATION, now, remark, consented);
    }

    /** Time, place and mediator are told to both beforehand (Art 20). */
    Outcome appoint(Moment now, Fact.Appointed appointed) {
        return recorded(ComplaintStep.APPOINT, now, null, appointed)
                .telling(notices().appointed(appointed));
    }

    /** Another body mediates for the bureau (Art 19). */
    Outcome delegate(Moment now, @Nullable Decision remark, Fact.Delegated delegated) {
        return recorded(ComplaintStep.DELEGATE, now, remark, delegated);
    }

    Outcome endDelegation(Moment now, @Nullable Decision remark, Fact.DelegationEnded ended) {
        return recorded(ComplaintStep.END_DELEGATION, now, remark, ended);
    }

    /** The consent to delegated mediation that the complainant gave on the form. */
    Optional<Consent> delegationConsentOnForm() {
        return content.consentToDelegatedMediation()
                ? Optional.of(new Consent(LegalDay.of(head().receivedAt()), Consent.Form.WRITTEN))
                : Optional.empty();
    }

    /** An appraisal begins; the clock of mediation stands still (Art 22). */
    Outcome beginAppraisal(Moment now, @Nullable Decision remark, Fact.AppraisalBegun begun) {
        return recorded(ComplaintStep.BEGIN_APPRAISAL, now, remark, begun);
    }

    Outcome endAppraisal(Moment now, @Nullable Decision remark, Fact.AppraisalEnded ended) {
        return recorded(ComplaintStep.END_APPRAISAL, now, remark, ended);
    }

    /** A party wants another mediator; mediation is suspended until that is decided (Art 21). */
    Outcome requestRecusal(Moment now, Decision decision, Fact.RecusalRequested requested) {
        var outcome = recorded(ComplaintStep.REQUEST_RECUSAL, now, decision, requested);
        recusalTakenBy = now.by().subject();
        return outcome;
    }

    /**
     * Whether the mediator steps aside (Art 21).
     *
     * @throws Forbidden for the person who took the request down, and for the mediator in question
     */
    Outcome decideRecusal(Moment now, Decision decision, Fact.RecusalDecided decided) {
        var taken = lawful(ComplaintStep.DECIDE_RECUSAL, now, decision);
        boolean mediator =
                facts.last(Fact.RecusalRequested.class)
                        .filter(asked -> asked.mediator().equals(now.by().name()))
                        .isPresent();
        if (mediator || now.by().subject().equals(recusalTakenBy)) {
            throw new Forbidden(
                    "是否回避须由登记回避申请的人员和被申请回避的调解人员以外的人决定。",
                    "Somebody else must decide: neither who took the request down nor the mediator.");
        }
        move(taken, now);
        recusalTakenBy = null;
        facts = facts.and(decided);
        return Outcome.of(taken, decision);
    }

    /** Claims are changed or waived (Art 12); what the form said stays with the form. */
    Outcome changeClaims(Moment now, Decision decision, Fact.ClaimsChanged changed) {
        return recorded(ComplaintStep.CHANGE_CLAIMS, now, decision, changed);
    }

    /** A clue of a violation was found; it is verified on its own (Art 27). */
    Outcome findClue(Moment now) {
        return recorded(ComplaintStep.FIND_CLUE, now, null, new Fact.ClueFound(now.today()));
    }

    /** The parties agree (Art 24). */
    Outcome agree(Moment now, @Nullable Decision remark, Fact.Agreed agreed) {
        return recorded(ComplaintStep.AGREE, now, remark, agreed)
                .telling(notices().agreed(agreed, content.facts().content(), claims()));
    }

    /**
     * Ends mediation on a ground of Art 23.
     *
     * @throws Invalid if the ground is not for this state, or its term has not passed
     */
    Outcome terminate(Moment now, Decision decision, Termination termination) {
        var taken = lawful(ComplaintStep.TERMINATE, now, decision);
        TerminationGround ground = termination.ground();
        requireUsable(ground, now);
        move(taken, now);
        NonAcceptance article16 = termination.article16();
        facts =
                facts.and(
                        new Fact.Terminated(
                                now.today(),
                                ground.number(),
                                article16 == null ? null : article16.ground().number(),
                                termination.conduct(),
                                termination.law(),
                                termination.settledAmount()));
        Conduct conduct = termination.conduct();
        FilingTerminated told =
                new FilingTerminated(
                        id(),
                        ground.number(),
                        now.today(),
                        article16 == null ? null : article16.ground().number(),
                        conduct == null ? null : conduct.name(),
                        termination.settledAmount());
        return Outcome.of(taken, decision, new Event(EventType.FILING_TERMINATED, told))
                .because(termination.factorLetters())
                .telling(notices().terminated(termination, decision.reasons()));
    }

    /** The grounds on which mediation may be terminated now. */
    List<TerminationGround> usableGrounds(Moment now) {
        return Arrays.stream(TerminationGround.values())
                .filter(ground -> ground.isUsableIn(state))
                .filter(
                        ground ->
                                ground.guard() != TerminationGround.Guard.TERM_HAS_PASSED
                                        || hasMediationTermPassed(now))
                .toList();
    }

    /**
     * Both parties were told of the termination (Art 23).
     *
     * @throws Conflict if they had been told before
     */
    Outcome tellBoth(Moment now, @Nullable Decision remark, Fact... told) {
        var taken = lawful(ComplaintStep.TELL_BOTH, now, remark);
        if (!clocks().runs(ComplaintLimit.TELL_BOTH_PARTIES)) {
            throw new Conflict("told-already", "双方均已告知。", "Both have been told.");
        }
        facts = facts.and(told);
        move(taken, now);
        return Outcome.of(taken, remark);
    }

    /**
     * A notice of the termination was served on a party, or the entry of its service corrected.
     *
     * @return whether now both parties are told while the clock of telling still runs
     */
    boolean served(Fact.Told told) {
        if (state == ComplaintState.TERMINATED) {
            facts = facts.and(told);
        }
        return facts.bothAreTold() && clocks().runs(ComplaintLimit.TELL_BOTH_PARTIES);
    }

    /** The day of the termination; for the range in which the parties can be told of it. */
    LocalDate terminatedOn() {
        return facts.last(Fact.Terminated.class)
                .map(Fact.Terminated::on)
                .orElse(LegalDay.of(head().receivedAt()));
    }

    /**
     * Files it away.
     *
     * @throws Conflict while a party is still to be told of the termination (Art 23)
     */
    Outcome archive(Moment now, @Nullable Decision remark) {
        var taken = lawful(ComplaintStep.ARCHIVE, now, remark);
        if (clocks().runs(ComplaintLimit.TELL_BOTH_PARTIES)) {
            throw new Conflict(
                    "not-told",
                    "终止调解后须先告知双方，再归档（第二十三条）。",
                    "Both parties must be told first (Art 23).");
        }
        move(taken, now);
        return Outcome.of(taken, remark, new Event(EventType.FILING_CLOSED, advanced(taken, now)));
    }

    /** What the calendar suggests: a person decides, the machine never does (Art 23(5)). */
    List<Proposal> proposals(Moment now) {
        boolean open = ComplaintState.OPEN_TO_MEDIATION.contains(state);
        if (!open || !hasMediationTermPassed(now)) {
            return List.of();
        }
        TerminationGround ground = TerminationGround.SIXTY_DAYS;
        return List.of(
                new Proposal(
                        ComplaintStep.TERMINATE,
                        ground.number(),
                        "调解期限已于" + dueOf(ComplaintLimit.MEDIATION, now) + "届满，可考虑终止调解。",
                        ground.article()));
    }

    /** Whether several complain together (Art 12). */
    boolean isJoint() {
        return content.joint() != null;
    }

    /** The claims as they stand: of the form, or as they were changed last. */
    List<Claim> claims() {
        return facts.last(Fact.ClaimsChanged.class)
                .map(Fact.ClaimsChanged::claims)
                .orElse(content.claims());
    }

    /** The steps that this caller may take now. */
    List<ComplaintStep> openSteps(Caller caller) {
        return stepsFor(caller).stream().filter(step -> isTimely(caller, step)).toList();
    }

    /** Steps that the table leaves open but that would come to nothing now. */
    private boolean isTimely(Caller caller, ComplaintStep step) {
        return switch (step) {
            case DESIGNATE -> isAuthorityDisputed();
            case TAKE_OVER -> !isWith(caller);
            case TELL_BOTH -> clocks().runs(ComplaintLimit.TELL_BOTH_PARTIES);
            case ARCHIVE -> !clocks().runs(ComplaintLimit.TELL_BOTH_PARTIES);
            default -> true;
        };
    }

    @Override
    public TakenStep inWords(TakenStep taken) {
        return ComplaintWords.of(taken);
    }

    @Override
    public List<UUID> evidenceIds() {
        return content.evidenceIds();
    }

    @Override
    public boolean hasFurtherParties() {
        return isJoint() || content.powerOfAttorney() != null;
    }

    @Override
    protected String partyName() {
        return content.respondent().name();
    }

    @Override
    protected Course<ComplaintState, ComplaintStep> course() {
        return COURSE;
    }

    @Override
    protected LegalLimit limit(LimitName name, LocalDate on) {
        return LIMITS.at((ComplaintLimit) name, on);
    }

    @Override
    public ComplaintState state() {
        return state;
    }

    @Override
    protected void enter(ComplaintState next) {
        state = next;
    }

    ComplaintContent content() {
        return content;
    }

    Facts facts() {
        return facts;
    }

    @Nullable String remedies() {
        return remedies;
    }

    private Outcome recorded(
            ComplaintStep step, Moment now, @Nullable Decision decision, Fact fact) {
        var taken = step(step, now, decision);
        facts = facts.and(fact);
        return Outcome.of(taken, decision);
    }

    private void requireUsable(TerminationGround ground, Moment now) {
        if (!ground.isUsableIn(state)) {
            throw new Invalid(
                    "/ground",
                    "not-in-this-state",
                    "当前状态（" + state.zh() + "）不适用该情形；现可适用第" + numbers(now) + "项。",
                    "This ground is not for state " + state + "; open: " + numbers(now) + ".");
        }
        if (ground.guard() == TerminationGround.Guard.TERM_HAS_PASSED
                && !hasMediationTermPassed(now)) {
            throw new Invalid(
                    "/ground",
                    "term-not-passed",
                    "调解期限至" + dueOf(ComplaintLimit.MEDIATION, now) + "届满，尚不能以第5项终止。",
                    "The sixty days have not passed.");
        }
    }

    private String numbers(Moment now) {
        return usableGrounds(now).stream()
                .map(each -> String.valueOf(each.number()))
                .collect(Collectors.joining("、"));
    }

    private boolean hasMediationTermPassed(Moment now) {
        return clocks().of(ComplaintLimit.MEDIATION, now.calendar(), now.today())
                .filter(due -> now.today().isAfter(due.dueOn()))
                .isPresent();
    }

    private LocalDate dueOf(ComplaintLimit limit, Moment now) {
        return clocks().of(limit, now.calendar(), now.today()).map(DueView::dueOn).orElseThrow();
    }

    private ComplaintNotices notices() {
        return ComplaintNotices.of(this);
    }
}
