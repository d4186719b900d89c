package io.mingjian.monitoring.lead;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.monitoring.clock.LegalTime;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The room's public face: load, decide, save, announce, show — one step of a lead, the same way for
 * every door and in the door's transaction. For bureaus alone: an agency is refused before it could
 * learn where its lead stands.
 */
@ApplicationScoped
public class LeadSteps {
    private final Leads leads;
    private final LeadShow show;
    private final LeadAnnouncer announcer;
    private final List<LeadHandover> followers;
    private final Callers callers;
    private final Audit audit;
    private final LegalTime time;

    LeadSteps(
            Leads leads,
            LeadShow show,
            LeadAnnouncer announcer,
            @All List<LeadHandover> followers,
            Callers callers,
            Audit audit,
            LegalTime time) {
        this.leads = leads;
        this.show = show;
        this.announcer = announcer;
        this.followers = followers;
        this.callers = callers;
        this.audit = audit;
        this.time = time;
    }

    /** Where a lead stands; {@code NotFound} unless it is the caller's to see. */
    public Uni<Standing> look(String leadId) {
        Caller caller = callers.current();
        return leads.require(caller, Ids.parse(leadId, "监测线索", "lead"))
                .invoke(() -> LeadSight.requireBureau(caller))
                .map(Standing::of);
    }

    /**
     * The same, held until the transaction ends: what hangs on the lead is done by one at a time.
     */
    public Uni<Standing> hold(String leadId) {
        Caller caller = callers.current();
        return leads.requireHeld(caller, Ids.parse(leadId, "监测线索", "lead"))
                .invoke(() -> LeadSight.requireBureau(caller))
                .map(Standing::of);
    }

    /** Where the lead under a number stands; nothing unless it is the caller's to see. */
    public Uni<Optional<Standing>> lookUp(String leadNo) {
        Caller caller = callers.current();
        LeadSight.requireBureau(caller);
        return leads.numbered(caller, leadNo).map(found -> found.map(Standing::of));
    }

    /**
     * Takes a step that needs nothing but itself.
     *
     * @param ifMatch the entity tag that the caller read
     */
    public Uni<Response> take(String leadId, @Nullable String ifMatch, LeadMove move) {
        return take(
                leadId, ifMatch, standing -> Uni.createFrom().item(move), standing -> nothing());
    }

    /**
     * Takes a step.
     *
     * @param plan what to do, seen where the lead stands; may refuse
     * @param keep what the calling room keeps of the step, in the same transaction
     */
    public Uni<Response> take(
            String leadId,
            @Nullable String ifMatch,
            Function<Standing, Uni<LeadMove>> plan,
            Function<Standing, Uni<Void>> keep) {
        Caller caller = callers.current();
        return leads.requireHeld(caller, Ids.parse(leadId, "监测线索", "lead"))
                .invoke(() -> LeadSight.requireBureau(caller))
                .invoke(lead -> Etags.check(ifMatch, lead.version()))
                .call(lead -> plan.apply(Standing.of(lead)).chain(move -> take(lead, move, caller)))
                .call(lead -> keep.apply(Standing.of(lead)))
                .chain(lead -> finish(caller, lead))
                .map(Answer::toResponse);
    }

    /**
     * Takes a step as one of several in a transaction: load, decide, save, announce. The audit of
     * all of them comes last, by {@link #record}.
     */
    public Uni<Moved> move(
            UUID leadId,
            int version,
            Function<Standing, Uni<LeadMove>> plan,
            Function<Standing, Uni<Void>> keep) {
        Caller caller = callers.current();
        return leads.requireHeld(caller, leadId)
                .invoke(() -> LeadSight.requireBureau(caller))
                .invoke(lead -> Etags.check(Etags.of(version), lead.version()))
                .call(lead -> plan.apply(Standing.of(lead)).chain(move -> take(lead, move, caller)))
                .call(lead -> keep.apply(Standing.of(lead)))
                .call(announcer::moved)
                .map(Moved::new);
    }

    /** Audits what was moved. */
    public Uni<Void> record(List<Moved> all) {
        Caller caller = callers.current();
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(
                        moved -> record(caller, moved.lead).replaceWith(moved))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A lead that was moved and is not audited yet. */
    public static final class Moved {
        private final Lead lead;

        Moved(Lead lead) {
            this.lead = lead;
        }

        public Standing standing() {
            return Standing.of(lead);
        }

        /** The version to name in the next step. */
        public int version() {
            return lead.version();
        }
    }

    private Uni<Void> take(Lead lead, LeadMove move, Caller caller) {
        Map<UUID, String> before = holders(List.of(lead));
        return time.now()
                .chain(now -> leads.add(lead.take(move, caller, now)))
                .chain(() -> handOver(before, List.of(lead)));
    }

    /**
     * Announces, audits and shows what was done. The audit comes last, because it holds the chain's
     * head.
     */
    Uni<Answer> finish(Caller caller, Lead lead) {
        return announcer
                .moved(lead)
                .chain(() -> record(caller, lead))
                .chain(() -> show.to(caller, lead));
    }

    Uni<Void> record(Caller caller, Lead lead) {
        return record(caller, List.of(lead));
    }

    /** One entry for each lead, all with one statement. */
    Uni<Void> record(Caller caller, List<Lead> moved) {
        return audit.record(caller, moved.stream().map(LeadSteps::audited).toList());
    }

    private static AuditEntry audited(Lead lead) {
        String action = "lead." + lead.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return AuditEntry.of(action, "lead", lead.id().toString());
    }

    /**
     * Takes the same step with many leads, each with a line of its own in its history, in the
     * running transaction. Leads that may not take it any more are left out.
     *
     * @param caller whose decision it is; a request may go on after its own transaction
     * @return how many took it
     */
    public Uni<Integer> takeAll(Caller caller, Collection<UUID> leadIds, LeadMove move) {
        return leads.allHeld(caller, leadIds)
                .map(
                        found ->
                                found.stream()
                                        .filter(
                                                lead ->
                                                        lead.openSteps(caller)
                                                                .contains(move.step()))
                                        .toList())
                .call(open -> takeEach(caller, open, move))
                .call(announcer::moved)
                .call(open -> record(caller, open))
                .map(List::size);
    }

    private static Map<UUID, String> holders(List<Lead> leads) {
        return leads.stream()
                .filter(lead -> lead.holder().isPresent())
                .collect(Collectors.toMap(Lead::id, lead -> lead.holder().orElseThrow()));
    }

    /** What hangs on a lead goes with it. One that nobody had before has nothing yet. */
    private Uni<Void> handOver(Map<UUID, String> before, List<Lead> leads) {
        Map<UUID, String> moved = new HashMap<>(holders(leads));
        moved.entrySet()
                .removeIf(
                        now ->
                                !before.containsKey(now.getKey())
                                        || before.get(now.getKey()).equals(now.getValue()));
        return moved.isEmpty()
                ? nothing()
                : Multi.createFrom()
                        .iterable(followers)
                        .onItem()
                        .transformToUniAndConcatenate(follower -> follower.handedOver(moved))
                        .collect()
                        .last();
    }

    private Uni<Void> takeEach(Caller caller, List<Lead> open, LeadMove move) {
        Map<UUID, String> before = holders(open);
        return open.isEmpty()
                ? nothing()
                : time.now()
                        .map(
                                now ->
                                        open.stream()
                                                .map(lead -> lead.take(move, caller, now))
                                                .toList())
                        .chain(leads::addAll)
                        .chain(() -> handOver(before, open));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
