package io.mingjian.detection.report;

import io.mingjian.detection.analysis.Explanation;
import io.mingjian.detection.analysis.Explanations;
import io.mingjian.detection.evidence.EvidenceExport;
import io.mingjian.detection.evidence.Piece;
import io.mingjian.detection.evidence.Pieces;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what goes into a report, as far as the caller may know it. */
@ApplicationScoped
class ReportDesk {
    private final Pieces pieces;
    private final Explanations explanations;
    private final EvidenceExport evidence;

    ReportDesk(Pieces pieces, Explanations explanations, EvidenceExport evidence) {
        this.pieces = pieces;
        this.explanations = explanations;
        this.evidence = evidence;
    }

    /** A report and the map that is drawn over its picture. */
    record Draft(Report report, Optional<byte[]> heatMap) {}

    Uni<Draft> draft(Caller caller, UUID id, Optional<Integer> revision) {
        return Panache.withSession(
                () ->
                        pieces.seenBy(caller, List.of(id))
                                .map(
                                        found ->
                                                found.stream()
                                                        .findFirst()
                                                        .orElseThrow(ReportDesk::unknown))
                                .chain(piece -> draft(caller, piece, revision)));
    }

    private Uni<Draft> draft(Caller caller, Piece piece, Optional<Integer> revision) {
        Uni<Explanation> explained =
                revision.map(number -> explanations.revision(piece.id(), number, caller))
                        .orElseGet(() -> explanations.latest(piece.id(), caller));
        return explained.chain(
                explanation ->
                        evidence.custody(piece.id(), caller)
                                .map(
                                        custody ->
                                                new Draft(
                                                        ReportMaker.of(piece, explanation, custody),
                                                        explanation.heatMap())));
    }

    private static NotFound unknown() {
        return new NotFound("证据", "evidence");
    }
}
