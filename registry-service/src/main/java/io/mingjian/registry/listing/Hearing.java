package io.mingjian.registry.listing;

import static io.mingjian.registry.listing.EntryLifecycle.LIMITS;
import static io.mingjian.registry.listing.EntryLifecycle.RULES;

import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.Outcome;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How the person is told and heard before anything is decided. */
final class Hearing {
    private Hearing() {}

    /** What a notice says of the person's rights. */
    static String rights(LocalDate servedOn) {
        return "您可以自收到本告知书之日起"
                + LIMITS.at(EntryLimit.DEFENCE, servedOn).amount()
                + "个工作日内进行陈述、申辩"
                + (RULES.on(servedOn).hearing()
                        ? "；可以在"
                                + LIMITS.at(EntryLimit.HEARING_REQUEST, servedOn).amount()
                                + "个工作日内申请听证"
                        : "")
                + "。逾期未提出的，视为放弃。列入名录仅使有关投诉举报受到更严格的审查，不影响依法受理、核查。";
    }

    static Outcome beginReview(Entry entry, Moment now, Decision decision) {
        return entry.take(EntryStep.BEGIN_REVIEW, now, decision, now.today(), null);
    }

    static Outcome dismiss(Entry entry, Moment now, Decision decision) {
        return entry.take(EntryStep.DISMISS, now, decision, now.today(), null);
    }

    /** The notice was served; the clocks of speaking count from that day. */
    static Outcome serveNotice(
            Entry entry, Moment now, Decision decision, Fact.NoticeServed notice) {
        return entry.take(EntryStep.SERVE_NOTICE, now, decision, notice.servedOn(), notice);
    }

    static Outcome recordDefence(
            Entry entry, Moment now, @Nullable Decision remark, Fact.DefenceReceived defence) {
        requireNotBefore(served(entry), defence.receivedOn(), "/receivedOn", "送达告知书之日");
        return entry.take(EntryStep.RECORD_DEFENCE, now, remark, now.today(), defence);
    }

    /**
     * @throws Conflict if hearings are not foreseen, or it was asked for too late
     */
    static Outcome requestHearing(
            Entry entry, Moment now, @Nullable Decision remark, Fact.HearingRequested asked) {
        entry.lawful(EntryStep.REQUEST_HEARING, now, remark);
        requireNotBefore(served(entry), asked.receivedOn(), "/receivedOn", "送达告知书之日");
        boolean timely =
                Openness.due(entry, EntryLimit.HEARING_REQUEST, now)
                        .filter(due -> !asked.receivedOn().isAfter(due))
                        .isPresent();
        if (!RULES.on(now.today()).hearing() || !timely) {
            throw new Conflict(
                    "hearing-not-open",
                    "现行程序不安排听证，或者申请听证的期限已过。",
                    "No hearing is foreseen, or it was asked for too late.");
        }
        return entry.take(EntryStep.REQUEST_HEARING, now, remark, now.today(), asked);
    }

    /**
     * @throws Invalid if it comes sooner than the law gives time to prepare
     */
    static Outcome appointHearing(
            Entry entry, Moment now, @Nullable Decision remark, Fact.HearingAppointed when) {
        entry.lawful(EntryStep.APPOINT_HEARING, now, remark);
        int days = LIMITS.at(EntryLimit.HEARING_NOTICE, now.today()).amount();
        LocalDate earliest = now.today().plusDays(days);
        requireNotBefore(
                earliest, LegalDay.of(when.time().toInstant()), "/time", "通知之日起满" + days + "日");
        return entry.take(EntryStep.APPOINT_HEARING, now, remark, now.today(), when);
    }

    static Outcome hold(Entry entry, Moment now, @Nullable Decision remark, Fact.HearingHeld held) {
        entry.lawful(EntryStep.HOLD_HEARING, now, remark);
        LocalDate appointed =
                entry.facts()
                        .last(Fact.HearingAppointed.class)
                        .map(when -> LegalDay.of(when.time().toInstant()))
                        .orElseThrow();
        requireNotBefore(appointed, held.heldOn(), "/heldOn", "通知的听证之日");
        return entry.take(EntryStep.HOLD_HEARING, now, remark, now.today(), held);
    }

    static Outcome withdraw(Entry entry, Moment now, Decision decision) {
        return entry.take(EntryStep.WITHDRAW_HEARING, now, decision, now.today(), null);
    }

    private static LocalDate served(Entry entry) {
        return entry.facts()
                .last(Fact.NoticeServed.class)
                .map(Fact.NoticeServed::servedOn)
                .orElse(LocalDate.MIN);
    }

    private static void requireNotBefore(
            LocalDate earliest, LocalDate day, String pointer, String zh) {
        if (day.isBefore(earliest)) {
            throw new Invalid(
                    pointer,
                    "too-early",
                    "日期不得早于" + zh + "（" + earliest + "）。",
                    "Not before " + earliest + ".");
        }
    }
}
