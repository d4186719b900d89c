package io.mingjian.monitoring.lead;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.number.Numbers;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.finding.FindingIntake;
import io.mingjian.monitoring.finding.FindingIntake.Checked;
import io.mingjian.monitoring.finding.FindingIntake.Sound;
import io.mingjian.monitoring.finding.FindingIntake.Unsound;
import io.mingjian.monitoring.finding.OutputField;
import io.mingjian.monitoring.instruction.Commissions;
import io.mingjian.monitoring.instruction.Order;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes findings under an order: form check, natural key {@code (agency, findingNo)}, number, lead.
 * Within one transaction; a refused item leaves no trace and does not hinder its neighbours.
 */
@ApplicationScoped
class LeadIntake {
    private final Commissions commissions;
    private final FindingIntake findings;
    private final Leads leads;
    private final LeadSteps steps;
    private final LeadAnnouncer announcer;
    private final Numbers numbers;
    private final LegalTime time;

    LeadIntake(
            Commissions commissions,
            FindingIntake findings,
            Leads leads,
            LeadSteps steps,
            LeadAnnouncer announcer,
            Numbers numbers,
            LegalTime time) {
        this.commissions = commissions;
        this.findings = findings;
        this.leads = leads;
        this.steps = steps;
        this.announcer = announcer;
        this.numbers = numbers;
        this.time = time;
    }

    /** One finding. */
    Uni<Outcome> take(Caller agency, UUID instructionId, JsonNode item) {
        return takeAll(agency, instructionId, List.of(item)).map(outcomes -> outcomes.get(0));
    }

    /** Many findings, one outcome each, in their order. */
    Uni<List<Outcome>> takeAll(Caller agency, UUID instructionId, List<JsonNode> items) {
        return commissions
                .requireOpen(agency, instructionId)
                .chain(order -> takeAll(agency, order, items))
                .call(outcomes -> reportIfAny(agency, instructionId, outcomes))
                .call(outcomes -> recordAll(agency, outcomes));
    }

    private Uni<List<Outcome>> takeAll(Caller agency, Order order, List<JsonNode> items) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> takeOne(agency, order, item))
                .collect()
                .asList();
    }

    private Uni<Void> reportIfAny(Caller agency, UUID instructionId, List<Outcome> outcomes) {
        return outcomes.stream().anyMatch(Taken.class::isInstance)
                ? commissions.resultSubmitted(agency, instructionId)
                : Uni.createFrom().voidItem();
    }

    private Uni<Outcome> takeOne(Caller agency, Order order, JsonNode item) {
        Checked checked = findings.check(item, demandedOf(order, item));
        // What was taken under an earlier version is not asked anew for what a later one demands.
        Checked form = checked instanceof Unsound ? findings.check(item, Set.of()) : checked;
        if (form instanceof Unsound) {
            return refused(item, (Unsound) checked);
        }
        Sound sound = (Sound) form;
        return leads.ofFinding(agency.organisation(), String.valueOf(sound.finding().findingNo()))
                .chain(
                        earlier ->
                                earlier.isPresent()
                                        ? Uni.createFrom().item(compared(earlier.get(), sound))
                                        : checked instanceof Unsound unsound
                                                ? refused(item, unsound)
                                                : time.now()
                                                        .chain(
                                                                now ->
                                                                        submit(
                                                                                agency, order,
                                                                                sound, now)));
    }

    private static Uni<Outcome> refused(JsonNode item, Unsound unsound) {
        return Uni.createFrom().item(new Refused(numberIn(item), unsound.errors()));
    }

    private static Set<OutputField> demandedOf(Order order, @Nullable JsonNode item) {
        JsonNode category = item == null ? null : item.get("violationType");
        return order.demandsOf(category == null ? null : category.asText()).fields();
    }

    private static Outcome compared(Lead earlier, Sound sound) {
        return earlier.findingSha256().equals(sound.sha256())
                ? new Repeated(earlier)
                : new NumberReused(earlier.findingNo());
    }

    /**
     * Lead numbers run per agency: from a city-wide series an agency could read how much others
     * found.
     */
    private Uni<Outcome> submit(Caller agency, Order order, Sound sound, Moment moment) {
        int year = moment.day().getYear();
        return numbers.next(agency.organisation(), "lead", year)
                .map(number -> "XS%d-%s-%05d".formatted(year, agency.organisation(), number))
                .map(leadNo -> Lead.submit(leadNo, order, agency.organisation(), sound, moment))
                .call(leads::add)
                .call(lead -> leads.add(lead.submissionEntry(agency, moment)))
                .call(announcer::moved)
                .map(Taken::new);
    }

    /** Last of all, because the audit chain's head is held from the first entry on. */
    private Uni<Void> recordAll(Caller agency, List<Outcome> outcomes) {
        return Multi.createFrom()
                .iterable(outcomes)
                .select()
                .where(Taken.class::isInstance)
                .onItem()
                .transformToUniAndConcatenate(taken -> steps.record(agency, ((Taken) taken).lead()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static @Nullable String numberIn(@Nullable JsonNode item) {
        JsonNode number = item == null ? null : item.get("findingNo");
        return number != null && number.isTextual() ? number.textValue() : null;
    }

    static Conflict numberReused() {
        return new Conflict(
                "finding-no-reused",
                "该线索编号已用于内容不同的线索，请更换编号；补正请使用补正接口。",
                "The finding number stands for another finding already.");
    }

    /** What became of one item. */
    sealed interface Outcome permits Taken, Repeated, NumberReused, Refused {}

    /** A new lead. */
    record Taken(Lead lead) implements Outcome {}

    /** The same finding came before; nothing was done. */
    record Repeated(Lead lead) implements Outcome {}

    /** The number stands for another finding. */
    record NumberReused(String findingNo) implements Outcome {}

    /** The form check failed. */
    record Refused(@Nullable String findingNo, List<FieldError> errors) implements Outcome {}
}
