package io.mingjian.monitoring.lead;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.number.Numbers;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.finding.Finding;
import io.mingjian.monitoring.finding.FindingIntake;
import io.mingjian.monitoring.finding.FindingIntake.Checked;
import io.mingjian.monitoring.finding.FindingIntake.Illegible;
import io.mingjian.monitoring.finding.FindingIntake.Legible;
import io.mingjian.monitoring.finding.FindingIntake.Reading;
import io.mingjian.monitoring.finding.FindingIntake.Sound;
import io.mingjian.monitoring.finding.FindingIntake.Unsound;
import io.mingjian.monitoring.finding.Known;
import io.mingjian.monitoring.instruction.Commissions;
import io.mingjian.monitoring.instruction.Mandate;
import io.mingjian.monitoring.instruction.Order;
import io.mingjian.monitoring.lead.Submissions.NumberReused;
import io.mingjian.monitoring.lead.Submissions.Outcome;
import io.mingjian.monitoring.lead.Submissions.Refused;
import io.mingjian.monitoring.lead.Submissions.Repeated;
import io.mingjian.monitoring.lead.Submissions.Taken;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes findings under an order: natural key {@code (agency, findingNo)}, checks, number, lead,
 * likely duplicates. Within one transaction, with a number of statements that does not grow with
 * the number of findings; a refused item leaves no trace and does not hinder its neighbours.
 *
 * <p>What was taken before is known again by its content before anything is checked: neither
 * demands that came later nor an order that is over turn a repetition into a refusal.
 */
@ApplicationScoped
public class LeadIntake {
    private final Commissions commissions;
    private final FindingIntake findings;
    private final Surroundings surroundings;
    private final Leads leads;
    private final LeadSteps steps;
    private final DuplicateSearch duplicates;
    private final LeadAnnouncer announcer;
    private final Numbers numbers;
    private final LegalTime time;

    LeadIntake(
            Commissions commissions,
            FindingIntake findings,
            Surroundings surroundings,
            Leads leads,
            LeadSteps steps,
            DuplicateSearch duplicates,
            LeadAnnouncer announcer,
            Numbers numbers,
            LegalTime time) {
        this.commissions = commissions;
        this.findings = findings;
        this.surroundings = surroundings;
        this.leads = leads;
        this.steps = steps;
        this.duplicates = duplicates;
        this.announcer = announcer;
        this.numbers = numbers;
        this.time = time;
    }

    /** One finding. */
    Uni<Outcome> take(Caller agency, UUID instructionId, JsonNode item) {
        return takeAll(agency, instructionId, List.of(item)).map(outcomes -> outcomes.get(0));
    }

    /** Many findings, one outcome each, in their order. Within the caller's transaction. */
    public Uni<List<Outcome>> takeAll(Caller agency, UUID instructionId, List<JsonNode> items) {
        return commissions
                .requireMandate(agency, instructionId)
                .chain(
                        mandate ->
                                judged(agency, mandate, items)
                                        .call(batch -> submit(agency, mandate.order(), batch)))
                .map(Batch::outcomes);
    }

    /**
     * What would become of these findings if they were handed in now. Leads that would be made have
     * neither id nor number yet: the outcome names what they repeat or why they are refused, and is
     * absent for those that would be taken.
     */
    public Uni<List<@Nullable Outcome>> preview(
            Caller agency, UUID instructionId, List<JsonNode> items) {
        return commissions
                .requireMandate(agency, instructionId)
                .chain(mandate -> judged(agency, mandate, items))
                .map(batch -> batch.outcomes);
    }

    private Uni<Batch> judged(Caller agency, Mandate mandate, List<JsonNode> items) {
        List<Reading> readings = items.stream().map(findings::read).toList();
        Order order = mandate.order();
        return leads.earlier(agency.organisation(), numbersOf(readings))
                .invoke(earlier -> requireOpenIfNew(mandate, readings, earlier))
                .chain(
                        earlier ->
                                surroundings
                                        .of(
                                                order.bureau(),
                                                agency.organisation(),
                                                fresh(readings, earlier))
                                        .map(
                                                known ->
                                                        judge(
                                                                items, readings, earlier, order,
                                                                known)));
    }

    /**
     * Somebody whose answer was lost must be able to learn what became of a finding, whatever
     * became of the order since. One thing that is new, or cannot be read, needs an order that is
     * open; if it is not, the whole request is refused: that says nothing of the single findings,
     * and the same request is good again when the city reopens the order.
     */
    private static void requireOpenIfNew(
            Mandate mandate, List<Reading> readings, Map<String, Earlier> earlier) {
        if (!readings.stream().allMatch(reading -> isKnown(reading, earlier))) {
            mandate.requireOpen();
        }
    }

    private static boolean isKnown(Reading reading, Map<String, Earlier> earlier) {
        return reading instanceof Legible read
                && earlier.containsKey(String.valueOf(read.finding().findingNo()));
    }

    private static List<String> numbersOf(List<Reading> readings) {
        return readings.stream()
                .filter(Legible.class::isInstance)
                .map(reading -> ((Legible) reading).finding().findingNo())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static List<Finding> fresh(List<Reading> readings, Map<String, Earlier> earlier) {
        return readings.stream()
                .filter(reading -> !isKnown(reading, earlier))
                .filter(Legible.class::isInstance)
                .map(reading -> ((Legible) reading).finding())
                .toList();
    }

    private Batch judge(
            List<JsonNode> items,
            List<Reading> readings,
            Map<String, Earlier> earlier,
            Order order,
            Known known) {
        Batch batch = new Batch(items.size());
        for (int at = 0; at < items.size(); at++) {
            if (readings.get(at) instanceof Legible read) {
                judge(batch, at, read, earlier, order, known);
            } else {
                Illegible unread = (Illegible) readings.get(at);
                batch.set(at, new Refused(numberIn(items.get(at)), unread.errors()));
            }
        }
        return batch;
    }

    private void judge(
            Batch batch,
            int at,
            Legible read,
            Map<String, Earlier> earlier,
            Order order,
            Known known) {
        String number = read.finding().findingNo();
        Earlier before = earlier.get(String.valueOf(number));
        if (before != null) {
            batch.set(at, before.comparedWith(read));
            return;
        }
        Integer twin = batch.placeOf(number);
        if (twin != null) {
            batch.repeats(at, twin, read);
            return;
        }
        Checked checked =
                findings.check(read, order.demandsOf(read.finding().violationType()), known);
        if (checked instanceof Unsound unsound) {
            batch.set(at, new Refused(number, unsound.errors()));
        } else {
            batch.take(at, (Sound) checked);
        }
    }

    /** Leads come last into play, because the audit chain's head is held from its entries on. */
    private Uni<Void> submit(Caller agency, Order order, Batch batch) {
        if (batch.sound.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return time.now()
                .chain(now -> numbered(agency, order, batch, now))
                .call(taken -> announcer.moved(taken))
                .call(() -> commissions.resultSubmitted(agency, order.instructionId()))
                .call(duplicates::propose)
                .chain(taken -> steps.record(agency, taken));
    }

    /**
     * Lead numbers run per agency: from a city-wide series an agency could read how much others
     * found.
     */
    private Uni<List<Lead>> numbered(Caller agency, Order order, Batch batch, Moment moment) {
        int year = moment.day().getYear();
        String organisation = agency.organisation();
        return numbers.take(organisation, "lead", year, batch.sound.size())
                .map(
                        first -> {
                            List<Lead> made = new ArrayList<>();
                            batch.sound.forEach(
                                    (at, sound) -> {
                                        String leadNo =
                                                "XS%d-%s-%05d"
                                                        .formatted(
                                                                year,
                                                                organisation,
                                                                first + made.size());
                                        Lead lead =
                                                Lead.submit(
                                                        leadNo, order, organisation, sound, moment);
                                        made.add(lead);
                                        batch.set(
                                                at, new Taken(lead.id(), leadNo, lead.findingNo()));
                                    });
                            return made;
                        })
                .call(made -> leads.insert(made, agency, moment));
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

    /**
     * A lead that stands under a number already.
     *
     * @param contents hashes of all that was handed in under the number, supplements included
     */
    record Earlier(UUID leadId, String leadNo, String findingNo, List<String> contents) {
        Outcome comparedWith(Legible read) {
            return contents.contains(read.sha256())
                    ? new Repeated(leadId, leadNo, findingNo)
                    : new NumberReused(findingNo);
        }
    }

    /** Items of one request on their way to outcomes. */
    private static final class Batch {
        private final List<@Nullable Outcome> outcomes;
        private final Map<Integer, Sound> sound = new TreeMap<>();
        private final Map<String, Integer> places = new HashMap<>();
        private final Map<Integer, Integer> twins = new HashMap<>();

        Batch(int size) {
            outcomes = new ArrayList<>(Collections.nCopies(size, null));
        }

        void set(int at, Outcome outcome) {
            outcomes.set(at, outcome);
        }

        void take(int at, Sound found) {
            sound.put(at, found);
            places.put(String.valueOf(found.finding().findingNo()), at);
        }

        @Nullable Integer placeOf(@Nullable String findingNo) {
            return places.get(String.valueOf(findingNo));
        }

        /** The same number twice in one request: as if the second came in a later one. */
        void repeats(int at, int first, Legible read) {
            if (Objects.requireNonNull(sound.get(first)).sha256().equals(read.sha256())) {
                twins.put(at, first);
            } else {
                set(at, new NumberReused(String.valueOf(read.finding().findingNo())));
            }
        }

        List<Outcome> outcomes() {
            twins.forEach(
                    (at, first) -> {
                        Taken taken = (Taken) outcomes.get(first);
                        set(at, new Repeated(taken.leadId(), taken.leadNo(), taken.findingNo()));
                    });
            return List.copyOf(outcomes);
        }
    }
}
