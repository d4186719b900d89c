package io.mingjian.detection.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.mingjian.detection.analysis.AnalysisViews.AnalysisView;
import io.mingjian.detection.analysis.AnalysisViews.ReuseView;
import io.mingjian.detection.analysis.Indications.Revision;
import io.mingjian.detection.evidence.EvidenceState;
import io.mingjian.detection.evidence.EvidenceWork;
import io.mingjian.kit.audit.Sm3;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.NotFound;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

/** Where the explained indication is read. */
@Path("/v1/evidence")
@Tag(name = "analysis")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
public class AnalysisQueries {
    private final Callers callers;
    private final EvidenceWork work;
    private final Indications indications;
    private final PictureMatches matches;
    private final AnalyzerRuns runs;
    private final ObjectMapper json;

    AnalysisQueries(
            Callers callers,
            EvidenceWork work,
            Indications indications,
            PictureMatches matches,
            AnalyzerRuns runs,
            ObjectMapper json) {
        this.callers = callers;
        this.work = work;
        this.indications = indications;
        this.matches = matches;
        this.runs = runs;
        this.json = json;
    }

    /**
     * The latest revision; of other evidence with the same picture only what the caller may see.
     * Bureaus read the whole; everybody else reads what follows from the file and from the evidence
     * of their own organisation (Order 121, article 37: what an authority learns from one party
     * stays unknown to another).
     */
    @GET
    @Path("/{id}/analysis")
    @WithSession
    @Operation(summary = "分析提示及其依据 / The explained indication")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnalysisView.class)))
    public Uni<Response> analysis(
            @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String known) {
        Caller caller = callers.current();
        UUID evidenceId = Ids.parse(id, "证据", "evidence");
        return work.requireVisible(evidenceId, caller)
                .chain(state -> view(evidenceId, state, caller))
                .map(view -> answer(view, known));
    }

    /**
     * Where the picture differs from its surroundings, as a transparent picture to lay over the
     * copy.
     */
    @GET
    @Path("/{id}/heatmap")
    @Produces({"image/png", "application/problem+json"})
    @WithSession
    @Operation(summary = "热力图（透明 PNG，与查看副本同比例）/ Heat-map to lay over the served copy")
    public Uni<Response> heatMap(@PathParam("id") String id) {
        Caller caller = callers.current();
        UUID evidenceId = Ids.parse(id, "证据", "evidence");
        return work.requireVisible(evidenceId, caller)
                .chain(state -> runs.heatMap(evidenceId))
                .map(png -> png.orElseThrow(() -> new NotFound("热力图", "heat-map")))
                .map(AnalysisQueries::picture);
    }

    private Uni<AnalysisView> view(UUID evidenceId, EvidenceState state, Caller caller) {
        return indications
                .latest(evidenceId)
                .chain(
                        latest ->
                                latest.isEmpty()
                                        ? Uni.createFrom()
                                                .item(AnalysisView.pending(evidenceId, state))
                                        : view(latest.get(), state, caller));
    }

    private Uni<AnalysisView> view(Revision revision, EvidenceState state, Caller caller) {
        return caller.isCity() || caller.isDistrict()
                ? whole(revision, state, caller)
                : own(revision.evidenceId(), state, caller);
    }

    private Uni<AnalysisView> whole(Revision revision, EvidenceState state, Caller caller) {
        return matches.of(revision.evidenceId())
                .chain(
                        found ->
                                work.visible(ids(found), caller)
                                        .map(visible -> ReuseView.of(found, visible)))
                .map(reuse -> AnalysisView.of(revision, state, reuse));
    }

    /**
     * Drawn up anew from the run of the panel and the matches among the caller's own evidence, so
     * that nothing in it comes from what others have uploaded.
     */
    private Uni<AnalysisView> own(UUID evidenceId, EvidenceState state, Caller caller) {
        return runs.latest(evidenceId)
                .chain(
                        kept ->
                                matches.among(evidenceId, caller.organisation())
                                        .chain(
                                                found ->
                                                        work.relations(evidenceId, ids(found))
                                                                .map(
                                                                        relations ->
                                                                                AnalysisView.own(
                                                                                        evidenceId,
                                                                                        state,
                                                                                        kept,
                                                                                        found,
                                                                                        relations))));
    }

    private static List<UUID> ids(List<Sighting> sightings) {
        return sightings.stream().map(Sighting::evidenceId).toList();
    }

    /**
     * The tag is drawn from the answer itself: it changes with what the reader sees and with
     * nothing else.
     */
    private Response answer(AnalysisView view, @Nullable String known) {
        String tag = tag(view);
        if (tag.equals(known)) {
            return Response.notModified().header("ETag", tag).build();
        }
        return Response.ok(view, MediaType.APPLICATION_JSON_TYPE)
                .header("ETag", tag)
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    private String tag(AnalysisView view) {
        try {
            byte[] body =
                    json.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                            .writeValueAsBytes(view);
            return "\"" + Sm3.hex(body) + "\"";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view is plain data", e);
        }
    }

    private static Response picture(byte[] png) {
        return Response.ok(png, "image/png")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
