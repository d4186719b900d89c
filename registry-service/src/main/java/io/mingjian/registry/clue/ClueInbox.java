package io.mingjian.registry.clue;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.LeadReferred;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.inbox.EventConsumer;
import io.mingjian.kit.number.Numbers;
import io.mingjian.kit.time.LegalDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;

/** Kafka door: monitoring refers what a lead shows; each referral opens one clue. */
@ApplicationScoped
class ClueInbox implements EventConsumer {
    private static final Caller MACHINE = Caller.machine("registry");

    private final Clues clues;
    private final ClueAnnouncer announcer;
    private final Numbers numbers;
    private final Audit audit;
    private final Clock clock;

    ClueInbox(Clues clues, ClueAnnouncer announcer, Numbers numbers, Audit audit, Clock clock) {
        this.clues = clues;
        this.announcer = announcer;
        this.numbers = numbers;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "registry.clues";
    }

    @Override
    public Set<EventType> handles() {
        return Set.of(EventType.LEAD_REFERRED);
    }

    @Override
    public Uni<Void> on(Received event) {
        LeadReferred referral = (LeadReferred) event.data();
        return clues.isOpened(MACHINE, referral.referralId())
                .chain(known -> known ? Uni.createFrom().voidItem() : open(referral));
    }

    private Uni<Void> open(LeadReferred referral) {
        int year = LegalDay.of(clock.instant()).getYear();
        return numbers.next(referral.organisation(), "clue", year)
                .map(
                        number ->
                                Clue.open(
                                        "XY%d-%s-%05d"
                                                .formatted(year, referral.organisation(), number),
                                        referral,
                                        clock.instant()))
                .call(clue -> clues.add(MACHINE, clue))
                .call(announcer::moved)
                .chain(
                        clue ->
                                audit.record(
                                        MACHINE,
                                        AuditEntry.of(
                                                "clue.opened", "clue", clue.id().toString())));
    }
}
