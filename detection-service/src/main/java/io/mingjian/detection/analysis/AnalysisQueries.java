package io.mingjian.detection.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.mingjian.detection.analysis.AnalysisViews.AnalysisView;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
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
    private final AnalysisReading reading;
    private final AnalyzerRuns runs;
    private final ObjectMapper json;
    private final Clock clock;

    AnalysisQueries(
            Callers callers,
            EvidenceWork work,
            AnalysisReading reading,
            AnalyzerRuns runs,
            ObjectMapper json,
            Clock clock) {
        this.callers = callers;
        this.work = work;
        this.reading = reading;
        this.runs = runs;
        this.json = json;
        this.clock = clock;
    }

    /** The latest revision as the caller may read it. */
    @GET
    @Path("/{id}/analysis")
    @WithSession
    @Operation(summary = "分析提示及其依据 / The explained indication")
    @APIResponse(
            responseCode = "200",
            description = "分析未完成时仅有 state 与 analysisExpectedAt（预计完成时间），Retry-After 为建议等待秒数",
            headers = @Header(name = "Retry-After"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnalysisView.class)))
    public Uni<Response> analysis(
            @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String known) {
        Caller caller = callers.current();
        UUID evidenceId = Ids.parse(id, "证据", "evidence");
        return work.requireVisible(evidenceId, caller)
                .chain(state -> reading.latest(evidenceId, state, caller))
                .map(view -> answer(view, known));
    }

    /**
     * How saturated each part is beside the parts of the reference photographs, as a transparent
     * picture to lay over the copy: clear up to their median, then yellow to red. A colourful thing
     * is coloured, too; it tells nothing of how a part came about.
     */
    @GET
    @Path("/{id}/heatmap")
    @Produces({"image/png", "application/problem+json"})
    @WithSession
    @Operation(
            summary =
                    "饱和度热力图（透明 PNG，与查看副本同比例；按参照照片中的百分位着色，不表示有改动）/ Saturation map to lay over"
                            + " the served copy")
    public Uni<Response> heatMap(@PathParam("id") String id) {
        Caller caller = callers.current();
        UUID evidenceId = Ids.parse(id, "证据", "evidence");
        return work.requireVisible(evidenceId, caller)
                .chain(state -> runs.heatMap(evidenceId))
                .map(png -> png.orElseThrow(() -> new NotFound("热力图", "heat-map")))
                .map(AnalysisQueries::picture);
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
        Response.ResponseBuilder answer =
                Response.ok(view, MediaType.APPLICATION_JSON_TYPE)
                        .header("ETag", tag)
                        .header("Cache-Control", "private, no-cache");
        if (view.analysisExpectedAt() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, seconds(view.analysisExpectedAt()));
        }
        return answer.build();
    }

    private long seconds(OffsetDateTime expected) {
        return Math.max(1, Duration.between(clock.instant(), expected).plusMillis(999).toSeconds());
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

    static Response picture(byte[] png) {
        return Response.ok(png, "image/png")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
