package io.mingjian.detection.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.detection.analysis.AnalysisViews.AnalysisView;
import io.mingjian.detection.analysis.AnalysisViews.ReuseView;
import io.mingjian.detection.analysis.Indications.Revision;
import io.mingjian.detection.analysis.PictureMatches.Found;
import io.mingjian.detection.bank.BankBook;
import io.mingjian.detection.evidence.EvidenceState;
import io.mingjian.detection.evidence.EvidenceWork;
import io.mingjian.detection.evidence.Piece;
import io.mingjian.detection.evidence.Pieces;
import io.mingjian.detection.sets.SetMates;
import io.mingjian.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The latest revision as a caller may read it; of other evidence with the same picture only what
 * the caller may see. Bureaus read the whole; everybody else reads what follows from the file and
 * from the evidence of their own organisation (Order 121, article 37: what an authority learns from
 * one party stays unknown to another). Whether the caller may see the evidence at all is decided
 * before.
 */
@ApplicationScoped
public class AnalysisReading {
    private final EvidenceWork work;
    private final Pieces pieces;
    private final Indications indications;
    private final PictureMatches matches;
    private final AnalyzerRuns runs;
    private final BankBook banks;
    private final SetMates mates;
    private final OwnRevisions revisions;
    private final ObjectMapper json;

    AnalysisReading(
            EvidenceWork work,
            Pieces pieces,
            Indications indications,
            PictureMatches matches,
            AnalyzerRuns runs,
            BankBook banks,
            SetMates mates,
            OwnRevisions revisions,
            ObjectMapper json) {
        this.work = work;
        this.pieces = pieces;
        this.indications = indications;
        this.matches = matches;
        this.runs = runs;
        this.banks = banks;
        this.mates = mates;
        this.revisions = revisions;
        this.json = json;
    }

    /** The same as the door answers, as JSON. */
    public Uni<byte[]> asJson(UUID evidenceId, EvidenceState state, Caller caller) {
        return latest(evidenceId, state, caller).map(this::written);
    }

    private byte[] written(AnalysisView view) {
        try {
            return json.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view is plain data", e);
        }
    }

    Uni<AnalysisView> latest(UUID evidenceId, EvidenceState state, Caller caller) {
        return seen(evidenceId, caller)
                .chain(
                        seen ->
                                seen.isPresent()
                                        ? Uni.createFrom()
                                                .item(
                                                        AnalysisView.of(
                                                                seen.get().revision(),
                                                                state,
                                                                seen.get().reuse()))
                                        : work.expected(evidenceId)
                                                .map(
                                                        at ->
                                                                AnalysisView.pending(
                                                                        evidenceId, state, at)));
    }

    /**
     * What a reader is told of the latest revision.
     *
     * @param revision for a reader who is no bureau, drawn up for this reader
     * @param reuse the same picture elsewhere
     */
    record Told(Revision revision, ReuseView reuse) {}

    /** A revision and what was found of the same picture, before it is asked who may see that. */
    private record Seen(Revision revision, Found found) {}

    /** The latest revision as the caller may read it; empty while there is none. */
    Uni<Optional<Told>> seen(UUID evidenceId, Caller caller) {
        return indications
                .latest(evidenceId)
                .chain(
                        latest ->
                                latest.isEmpty()
                                        ? Uni.createFrom().item(Optional.empty())
                                        : told(latest.get(), caller).map(Optional::of));
    }

    /** Of other evidence only what the caller may see, by the rights of the evidence itself. */
    private Uni<Told> told(Revision revision, Caller caller) {
        return seen(revision, caller)
                .chain(
                        seen ->
                                pieces.seenBy(caller, ids(seen.found().sightings()))
                                        .map(others -> told(seen, others, caller)));
    }

    private static Told told(Seen seen, List<Piece> others, Caller caller) {
        return new Told(
                seen.revision(),
                ReuseView.of(
                        seen.found(),
                        others,
                        Searched.of(seen.revision().indication().notes()),
                        isBureau(caller) ? Scope.EVERYBODY : Scope.OWN));
    }

    private static boolean isBureau(Caller caller) {
        return caller.isCity() || caller.isDistrict();
    }

    private Uni<Seen> seen(Revision revision, Caller caller) {
        return isBureau(caller)
                ? matches.nearTo(caller.organisation(), revision.evidenceId())
                        .map(found -> new Seen(revision, found))
                : own(revision.evidenceId(), caller);
    }

    /**
     * Drawn up anew from the run of the panel, the matches among the caller's own evidence, what
     * the other files in its own sets say and the banks that come from no party's evidence, so that
     * nothing in it comes from what others have uploaded.
     */
    private Uni<Seen> own(UUID evidenceId, Caller caller) {
        return runs.latest(evidenceId)
                .chain(
                        kept ->
                                matches.among(evidenceId, caller.organisation())
                                        .chain(
                                                found ->
                                                        own(
                                                                evidenceId,
                                                                caller.organisation(),
                                                                kept,
                                                                found)));
    }

    private Uni<Seen> own(
            UUID evidenceId, String organisation, AnalyzerRuns.Kept kept, Found found) {
        return ownInput(evidenceId, kept, found)
                .chain(
                        input ->
                                banks.toldToEverybody(evidenceId)
                                        .map(finds -> input.with(BankSignals.of(finds))))
                .chain(
                        input ->
                                revisions
                                        .of(evidenceId, organisation, kept)
                                        .map(
                                                number ->
                                                        own(
                                                                evidenceId,
                                                                kept,
                                                                found,
                                                                number,
                                                                input)));
    }

    /**
     * All copies among the reader's own evidence weigh, those of a common picture too: that it is
     * one was counted over the evidence of others.
     */
    private Uni<FusionInput> ownInput(UUID evidenceId, AnalyzerRuns.Kept kept, Found found) {
        return mates.of(evidenceId).chain(set -> ownInput(evidenceId, kept, found, set));
    }

    private Uni<FusionInput> ownInput(
            UUID evidenceId, AnalyzerRuns.Kept kept, Found found, List<UUID> set) {
        List<Sighting> sightings = found.sightings();
        return work.relations(evidenceId, ids(sightings))
                .map(relations -> Reuse.amongOwn(sightings, relations, set).andMore(found.more()))
                .chain(
                        reuse ->
                                indications
                                        .company(set)
                                        .map(Company::ofFilesAlone)
                                        .map(
                                                company ->
                                                        new FusionInput(
                                                                kept.report(),
                                                                reuse,
                                                                company,
                                                                List.of())));
    }

    /**
     * The time is that of the run, because the stored ones also move with the evidence of others.
     *
     * @param number of the revision, by {@link OwnRevisions}
     */
    private static Seen own(
            UUID evidenceId, AnalyzerRuns.Kept kept, Found found, int number, FusionInput input) {
        FusionRules rules = FusionRules.current();
        Revision revision =
                new Revision(
                        evidenceId,
                        number,
                        kept.id(),
                        rules.version(),
                        found.sightings().size(),
                        Fusion.fuse(rules, input),
                        kept.ranAt());
        return new Seen(revision, found);
    }

    private static List<UUID> ids(List<Sighting> sightings) {
        return sightings.stream().map(Sighting::evidenceId).toList();
    }
}
