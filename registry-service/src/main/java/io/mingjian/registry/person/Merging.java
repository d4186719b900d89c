package io.mingjian.registry.person;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.FilerMergeChanged;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.lifecycle.Transition;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.outbox.Outbox;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.web.Etags;
import io.mingjian.registry.filer.Persons;
import io.mingjian.registry.filer.Persons.Person;
import io.mingjian.registry.procedure.StepLog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes two filers one person and takes that back. A filer's person is always the oldest filer of
 * all that active merges join; so separating is the exact inverse of merging, in whatever order.
 */
@ApplicationScoped
class Merging {
    private final Merges merges;
    private final Persons persons;
    private final StepLog log;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    Merging(Merges merges, Persons persons, StepLog log, Outbox outbox, Audit audit, Clock clock) {
        this.merges = merges;
        this.persons = persons;
        this.log = log;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Merges two filers that a person found to be one, whether that was proposed before or not. */
    Uni<Merge> mergeByHand(Caller caller, UUID filerId, UUID otherId, @Nullable String reasons) {
        Merge fresh = Merge.proposed(filerId, otherId, MatchRule.BY_HAND, clock.instant());
        return merges.hold(caller)
                .chain(() -> two(caller, fresh))
                .chain(
                        two ->
                                merges.proposed(caller, fresh)
                                        .map(found -> found.orElse(fresh))
                                        .call(merge -> merge(caller, merge, two, reasons)));
    }

    /** Takes a step about a finding. */
    Uni<Merge> take(
            Caller caller,
            UUID id,
            @Nullable String ifMatch,
            MergeStep step,
            @Nullable String reasons) {
        return merges.hold(caller)
                .chain(() -> merges.require(caller, id))
                .invoke(merge -> Etags.check(ifMatch, merge.version()))
                .call(
                        merge ->
                                switch (step) {
                                    case MERGE ->
                                            two(caller, merge)
                                                    .chain(
                                                            two ->
                                                                    merge(
                                                                            caller, merge, two,
                                                                            reasons));
                                    case DISMISS -> dismiss(caller, merge, reasons);
                                    case SEPARATE -> separate(caller, merge, reasons);
                                });
    }

    /** The persons that two filers are so far. */
    private record Two(Person one, Person other) {}

    private Uni<Two> two(Caller caller, Merge merge) {
        return persons.of(caller, merge.filerId())
                .chain(one -> persons.of(caller, merge.otherId()).map(other -> new Two(one, other)))
                .invoke(Merging::refuseOne);
    }

    private static void refuseOne(Two two) {
        if (two.one().id().equals(two.other().id())) {
            throw new Conflict(
                    "same-person",
                    "这两个投诉举报人已经是同一人，不需要再合并。",
                    "These filers are one person already.");
        }
    }

    private Uni<Void> merge(Caller caller, Merge merge, Two two, @Nullable String reasons) {
        Decision decision = Decision.of(caller, clock.instant(), reasons);
        var taken = merge.take(MergeStep.MERGE, caller, decision);
        UUID one = two.one().id();
        UUID other = two.other().id();
        Set<UUID> together = new HashSet<>(two.one().members());
        together.addAll(two.other().members());
        return merges.save(caller, merge)
                .chain(() -> persons.regroup(caller, List.of(together)))
                .chain(() -> log.add(caller, merge.id(), taken, decision, List.of()))
                .chain(() -> announce(EventType.FILER_MERGED, merge, one, other))
                .chain(() -> record(caller, merge, taken, decision));
    }

    private Uni<Void> dismiss(Caller caller, Merge merge, @Nullable String reasons) {
        Decision decision = Decision.of(caller, clock.instant(), reasons);
        var taken = merge.take(MergeStep.DISMISS, caller, decision);
        return log.add(caller, merge.id(), taken, decision, List.of())
                .chain(() -> record(caller, merge, taken, decision));
    }

    private Uni<Void> separate(Caller caller, Merge merge, @Nullable String reasons) {
        Decision decision = Decision.of(caller, clock.instant(), reasons);
        var taken = merge.take(MergeStep.SEPARATE, caller, decision);
        return persons.of(caller, merge.filerId())
                .chain(
                        whole ->
                                merges.activeOf(caller, whole)
                                        .map(edges -> halves(whole, merge, edges)))
                .call(halves -> persons.regroup(caller, halves))
                .call(() -> log.add(caller, merge.id(), taken, decision, List.of()))
                .call(halves -> announceHalves(merge, halves))
                .chain(() -> record(caller, merge, taken, decision));
    }

    /** The two parts into which a person falls without one of its merges: there are no circles. */
    private static List<Set<UUID>> halves(Person whole, Merge without, List<Merge> edges) {
        Components<UUID> components = new Components<>();
        whole.members().forEach(components::add);
        edges.stream()
                .filter(edge -> !edge.id().equals(without.id()))
                .forEach(edge -> components.join(edge.filerId(), edge.otherId()));
        return List.copyOf(components.all());
    }

    private Uni<Void> announceHalves(Merge merge, List<Set<UUID>> halves) {
        UUID one = Person.of(halves.get(0)).id();
        UUID other = Person.of(halves.get(1)).id();
        return announce(EventType.FILER_UNMERGED, merge, one, other);
    }

    private Uni<Void> announce(EventType type, Merge merge, UUID one, UUID other) {
        boolean inOrder = Persons.OLDEST_FIRST.compare(one, other) < 0;
        return outbox.append(
                new Event(
                        type,
                        new FilerMergeChanged(
                                merge.id(),
                                merge.filerId(),
                                merge.otherId(),
                                inOrder ? one : other,
                                inOrder ? other : one)));
    }

    private Uni<Void> record(
            Caller caller, Merge merge, Transition<?, ?> taken, Decision decision) {
        String action = "filer-merge." + taken.step().name().toLowerCase(Locale.ROOT);
        return audit.record(
                caller,
                AuditEntry.of(action, "filer-merge", merge.id().toString())
                        .forPurpose(decision.reasons())
                        .changing(taken.from(), taken.to()));
    }
}
