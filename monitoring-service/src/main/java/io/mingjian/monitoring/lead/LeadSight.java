package io.mingjian.monitoring.lead;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.monitoring.clock.ClockView;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.indication.Indication;
import io.mingjian.monitoring.lead.LeadViews.Defect;
import io.mingjian.monitoring.lead.LeadViews.EvidenceIndication;
import io.mingjian.monitoring.lead.LeadViews.HashMatch;
import io.mingjian.monitoring.lead.LeadViews.HistoryEntry;
import io.mingjian.monitoring.lead.LeadViews.LeadSummary;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one reader may see of a lead. The city sees all. A district sees what concerns its work, not
 * what another district wrote, nor why the city gave it to another one before or took it over, nor
 * what the city decides and writes from then on. An agency sees its finding, the quality review,
 * what was read from its own files and, once the city has confirmed it, the disposal code: who
 * investigates, why and how far is not for it to know (Order 37 Art 36). All that bureaus do has
 * one state for it, and moves neither its entity tag nor its time of change.
 */
final class LeadSight {
    private static final Set<String> AGENCY_CLOCKS =
            Set.of(LeadLimit.QUALITY_REVIEW.name(), LeadLimit.SUPPLEMENT.name());
    private static final Set<String> QUALITY_STEPS =
            Set.of(
                    LeadStep.QUALIFY.name(),
                    LeadStep.DISQUALIFY.name(),
                    LeadStep.MARK_DUPLICATE.name(),
                    LeadStep.RETURN_FOR_SUPPLEMENT.name());

    private static final Set<String> TOLD_STEPS =
            ShownStates.SHIPPED.stepsTold().stream()
                    .map(Enum::name)
                    .collect(Collectors.toUnmodifiableSet());

    private final Caller reader;
    private final Moment now;
    private final Set<UUID> disposedByAnother;

    /**
     * @param disposedByAnother leads of a district whose last disposal is not its own
     */
    LeadSight(Caller reader, Moment now, Set<UUID> disposedByAnother) {
        this.reader = reader;
        this.now = now;
        this.disposedByAnother = disposedByAnother;
    }

    LeadSummary summary(Lead lead) {
        List<ClockView> clocks = clocks(lead);
        @Nullable ClockView first = clocks.isEmpty() ? null : clocks.get(0);
        ShownState state = state(lead.state());
        return new LeadSummary(
                lead.id(),
                lead.leadNo(),
                lead.instructionId(),
                lead.instructionNo(),
                lead.agency(),
                lead.findingNo(),
                state,
                ShownStates.SHIPPED.zh(state),
                lead.finding().platform(),
                lead.finding().subjectName(),
                lead.finding().violationType(),
                lead.isOverdue(),
                seesDistrict() ? lead.districtOrganisation().orElse(null) : null,
                seesDisposal(lead) ? lead.disposalCode().orElse(null) : null,
                clocks,
                first == null ? null : first.dueOn(),
                first == null ? null : first.remainingWorkingDays(),
                openSteps(lead),
                LegalTime.outside(lead.submittedAt()),
                LegalTime.outside(seesDistrict() ? lead.updatedAt() : lead.agencyUpdatedAt()));
    }

    private ShownState state(LeadState state) {
        return ShownStates.SHIPPED.to(reader, state);
    }

    /** The number in the entity tag, which moves with what the reader sees and with that alone. */
    static int version(Caller reader, Lead lead) {
        return seesDistrict(reader) ? lead.version() : lead.agencyVersion();
    }

    /**
     * Fails for whoever handles no leads; how a lead stands must not be found out by trying steps.
     */
    static void requireBureau(Caller caller) {
        if (!seesDistrict(caller)) {
            throw new Forbidden("线索的审核、分派、核查和处置由市场监管部门办理。", "Leads are handled by the bureaus.");
        }
    }

    List<String> openSteps(Lead lead) {
        return lead.openSteps(reader).stream().map(Enum::name).toList();
    }

    boolean seesDuplicates() {
        return reader.isCity();
    }

    /** What the machine noticed is for who judges the finding. */
    boolean seesFlags() {
        return reader.isCity();
    }

    boolean seesDistrict() {
        return seesDistrict(reader);
    }

    /** Only bureaus know who works on a lead and until when. */
    static boolean seesDistrict(Caller reader) {
        return reader.isCity() || reader.isDistrict();
    }

    boolean seesDisposal(Lead lead) {
        return reader.isDistrict()
                ? !disposedByAnother.contains(lead.id())
                : reader.isCity() || lead.state() == LeadState.CLOSED;
    }

    /**
     * The indication of a file. Band, signals and number of reuses also stem from evidence of
     * others, and so does the time of a repeated analysis: an agency sees of all that only what was
     * read from its own file.
     */
    EvidenceIndication indication(Indication known, HashMatch match) {
        boolean whole = seesDistrict();
        return new EvidenceIndication(
                known.evidenceId(),
                known.mediaType(),
                match,
                whole ? known.band() : null,
                known.labelVerdict(),
                whole ? known.signals() : null,
                whole ? known.reuseCount() : null,
                outside(whole ? known.analyzedAt() : known.firstAnalyzedAt()));
    }

    private static @Nullable OffsetDateTime outside(@Nullable Instant at) {
        return at == null ? null : LegalTime.outside(at);
    }

    /**
     * @param entries all of the lead's, in their order
     */
    List<HistoryEntry> history(Lead lead, List<LeadEntry> entries, List<LeadDefect> defects) {
        Set<Integer> ofOthers = reader.isDistrict() ? decidedByOthers(entries) : Set.of();
        return entries.stream()
                .filter(entry -> sees(lead, entry))
                .map(entry -> line(entry, defects, ofOthers.contains(entry.ordinal())))
                .toList();
    }

    /** Lines of the city that tell a district that they are there, and not why. */
    private Set<Integer> decidedByOthers(List<LeadEntry> entries) {
        Set<Integer> others = assignmentsOfOthers(entries);
        entries.stream()
                .filter(entry -> entry.step().equals(LeadStep.TAKE_OVER.name()))
                .findFirst()
                .ifPresent(
                        taken ->
                                entries.stream()
                                        .filter(entry -> entry.ordinal() >= taken.ordinal())
                                        .filter(entry -> !isOwn(entry))
                                        .forEach(entry -> others.add(entry.ordinal())));
        return others;
    }

    /**
     * Of assignments the last one is the reader's, or the lead would not be there for it. An
     * earlier one was if the reader took the next step; one that nobody received is taken for
     * another's.
     */
    private Set<Integer> assignmentsOfOthers(List<LeadEntry> entries) {
        Set<Integer> others = new HashSet<>();
        Optional<LeadEntry> latest = Optional.empty();
        for (LeadEntry entry : entries) {
            latest.filter(before -> !isOwn(entry) && entry.ordinal() == before.ordinal() + 1)
                    .ifPresent(before -> others.add(before.ordinal()));
            if (isAssignment(entry)) {
                latest = Optional.of(entry);
            }
        }
        latest.map(LeadEntry::ordinal).ifPresent(others::remove);
        return others;
    }

    private static boolean isAssignment(LeadEntry entry) {
        return entry.step().equals(LeadStep.ASSIGN.name());
    }

    private boolean sees(Lead lead, LeadEntry entry) {
        if (reader.isCity() || isOwn(entry)) {
            return true;
        }
        boolean byCity = entry.organisation().equals(lead.bureau());
        if (reader.isDistrict()) {
            return byCity || entry.organisation().equals(lead.agency());
        }
        return byCity && TOLD_STEPS.contains(entry.step());
    }

    private HistoryEntry line(LeadEntry entry, List<LeadDefect> defects, boolean ofAnother) {
        List<Defect> found =
                defects.stream()
                        .filter(defect -> defect.ordinal() == entry.ordinal())
                        .map(defect -> new Defect(defect.code(), defect.pointer(), defect.note()))
                        .toList();
        boolean whole =
                !ofAnother
                        && (seesDistrict() || isOwn(entry) || QUALITY_STEPS.contains(entry.step()));
        return new HistoryEntry(
                entry.step(),
                state(entry.toState()),
                LegalTime.outside(entry.at()),
                entry.organisation(),
                reader.isCity() || isOwn(entry) ? entry.byName() : null,
                whole ? entry.ground() : null,
                whole ? entry.reasons() : null,
                found.isEmpty() ? null : found);
    }

    private boolean isOwn(LeadEntry entry) {
        return entry.organisation().equals(reader.organisation());
    }

    private List<ClockView> clocks(Lead lead) {
        return lead.runningClocks().views(now).stream()
                .filter(clock -> seesDistrict() || AGENCY_CLOCKS.contains(clock.limit()))
                .toList();
    }
}
