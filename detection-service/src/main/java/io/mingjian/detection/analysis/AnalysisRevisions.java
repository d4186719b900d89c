package io.mingjian.detection.analysis;

import io.mingjian.detection.analysis.AnalysisViews.AnalysisView;
import io.mingjian.detection.analysis.AnalysisViews.ReanalysisRequest;
import io.mingjian.detection.analysis.AnalysisViews.ReanalysisView;
import io.mingjian.detection.analysis.AnalysisViews.RevisionView;
import io.mingjian.detection.analysis.AnalysisViews.RevisionsView;
import io.mingjian.detection.evidence.ContentState;
import io.mingjian.detection.evidence.EvidenceState;
import io.mingjian.detection.evidence.EvidenceWork;
import io.mingjian.detection.evidence.Piece;
import io.mingjian.detection.evidence.Pieces;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Idempotency;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where bureaus read what was said before, and ask for a new look. */
@Path("/v1/evidence/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "analysis")
public class AnalysisRevisions {
    private final Callers callers;
    private final EvidenceWork work;
    private final Pieces pieces;
    private final Indications indications;
    private final AnalysisReading reading;
    private final AnalysisWishes wishes;
    private final Idempotency idempotency;
    private final Audit audit;

    AnalysisRevisions(
            Callers callers,
            EvidenceWork work,
            Pieces pieces,
            Indications indications,
            AnalysisReading reading,
            AnalysisWishes wishes,
            Idempotency idempotency,
            Audit audit) {
        this.callers = callers;
        this.work = work;
        this.pieces = pieces;
        this.indications = indications;
        this.reading = reading;
        this.wishes = wishes;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    @GET
    @Path("/indications")
    @WithSession
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
    @Operation(summary = "分析提示的历次修订 / All revisions of the indication")
    public Uni<RevisionsView> revisions(@PathParam("id") String id) {
        UUID evidenceId = evidence(id);
        return work.requireVisible(evidenceId, bureau())
                .chain(() -> indications.of(evidenceId))
                .map(
                        entries ->
                                new RevisionsView(
                                        evidenceId,
                                        entries.stream()
                                                .map(entry -> RevisionView.of(evidenceId, entry))
                                                .toList()));
    }

    /** A revision as it was decided; of the same picture elsewhere it tells what was known then. */
    @GET
    @Path("/indications/{revision}")
    @WithSession
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
    @Operation(summary = "分析提示的某次修订，按当时的规则 / One revision, as it was decided")
    public Uni<AnalysisView> revision(
            @PathParam("id") String id, @PathParam("revision") int revision) {
        UUID evidenceId = evidence(id);
        return work.requireVisible(evidenceId, bureau())
                .chain(
                        state ->
                                indications
                                        .find(evidenceId, revision)
                                        .map(
                                                found ->
                                                        found.orElseThrow(
                                                                Explanations::noSuchRevision))
                                        .map(found -> AnalysisView.of(found, state, null)));
    }

    /**
     * Has the analyzers of today look at the file again. The answer of before stays as it is; a new
     * revision stands beside it when the look is done.
     */
    @POST
    @Path("/reanalysis")
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "按现行版本重新分析，原结果保留 / Analyse again by the present version")
    @APIResponse(
            responseCode = "202",
            description = "已受理 / it will be done",
            content = @Content(schema = @Schema(implementation = ReanalysisView.class)))
    public Uni<Response> again(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提交请求内容。") @Valid ReanalysisRequest request) {
        Caller caller = bureau();
        UUID evidenceId = evidence(id);
        return idempotency.once(
                caller,
                key,
                "evidence.reanalyze " + evidenceId,
                request,
                () -> again(caller, evidenceId, request));
    }

    private Uni<Answer> again(Caller caller, UUID evidenceId, ReanalysisRequest request) {
        return pieces.seenBy(caller, List.of(evidenceId))
                .map(found -> found.stream().findFirst().orElseThrow(AnalysisRevisions::unknown))
                .invoke(AnalysisRevisions::requireAnalysed)
                .call(piece -> wishes.examine(evidenceId, piece.organisation()))
                .chain(() -> reading.latest(evidenceId, EvidenceState.ANALYZED, caller))
                .map(
                        latest ->
                                new ReanalysisView(
                                        evidenceId,
                                        latest.revision(),
                                        FusionRules.VERSION,
                                        AnalyzerPanel.names()))
                .call(
                        view ->
                                audit.record(
                                        caller,
                                        AuditEntry.of(
                                                        "evidence.reanalyze",
                                                        "evidence",
                                                        evidenceId.toString())
                                                .forPurpose(request.reasons())
                                                .changing(null, view)))
                .map(view -> Answer.accepted("/v1/evidence/" + evidenceId + "/indications", view));
    }

    private static void requireAnalysed(Piece piece) {
        if (piece.contentState() != ContentState.KEPT) {
            throw new Conflict(
                    "content-destroyed",
                    "原始文件已期满销毁，不能重新分析；原结果保留。",
                    "The content was destroyed, so there is nothing to look at again.");
        }
        if (piece.state() != EvidenceState.ANALYZED) {
            throw new Conflict(
                    "not-analyzed", "该证据正在分析，请稍后再试。", "The analysis is still under way.");
        }
    }

    private Caller bureau() {
        Caller caller = callers.current();
        Explanations.requireBureau(caller);
        return caller;
    }

    private static NotFound unknown() {
        return new NotFound("证据", "evidence");
    }

    private static UUID evidence(String id) {
        return Ids.parse(id, "证据", "evidence");
    }
}
