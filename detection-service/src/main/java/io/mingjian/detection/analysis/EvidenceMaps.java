package io.mingjian.detection.analysis;

import io.mingjian.detection.evidence.EvidenceDrawings;
import io.mingjian.detection.forensics.ExpertMap;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Intake;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where experts get maps of a picture: drawn when asked for, never stored, no part of a score. */
@Path("/v1/evidence/{id}/maps")
@Tag(name = "analysis")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
public class EvidenceMaps {
    private static final String PURPOSE = "查看专家图";

    private final Callers callers;
    private final EvidenceDrawings drawings;

    EvidenceMaps(Callers callers, EvidenceDrawings drawings) {
        this.callers = callers;
        this.drawings = drawings;
    }

    /** The maps that can be drawn. */
    public record MapsView(List<MapView> maps) {}

    /**
     * One map.
     *
     * @param kind the last part of its address
     * @param name of the map
     * @param caption how it is made and read
     * @param doesNotProve what it leaves open, with its error rates as a score
     * @param lowestAuc as a score, over the kinds of edit that were measured; 0.5 is chance
     * @param highestAuc as a score
     */
    public record MapView(
            String kind,
            String name,
            String caption,
            String doesNotProve,
            double lowestAuc,
            double highestAuc) {
        static MapView of(ExpertMap map) {
            return new MapView(
                    map.key(),
                    map.zhName(),
                    map.zhCaption(),
                    map.zhDoesNotProve(),
                    map.lowestAuc(),
                    map.highestAuc());
        }
    }

    /** Which maps there are, each with what it tells and what it does not. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "可绘制的专家图及其说明 / Maps for experts, with what each tells")
    public Uni<MapsView> maps(@PathParam("id") String id) {
        Caller caller = callers.current();
        UUID evidenceId = Ids.parse(id, "证据", "evidence");
        return drawings.requireContent(evidenceId, caller)
                .map(
                        ignored ->
                                new MapsView(
                                        Arrays.stream(ExpertMap.values())
                                                .map(MapView::of)
                                                .toList()));
    }

    /** Draws one map; the look is noted in the chain of custody. */
    @GET
    @Path("/{kind}")
    @Produces({"image/png", "application/problem+json"})
    @Operation(
            summary =
                    "专家图（PNG，按需绘制，不保存；kind：ela、jpeg-ghost、noise）/ A map for experts, drawn on"
                            + " demand and not stored")
    public Uni<Response> map(@PathParam("id") String id, @PathParam("kind") String kind) {
        Caller caller = callers.current();
        UUID evidenceId = Ids.parse(id, "证据", "evidence");
        ExpertMap map = ExpertMap.of(kind).orElseThrow(() -> new NotFound("专家图", "map"));
        return drawings.draw(
                        caller,
                        evidenceId,
                        PURPOSE,
                        "expert map:" + map.key(),
                        original -> drawn(map, original))
                .map(AnalysisQueries::picture);
    }

    private static byte[] drawn(ExpertMap map, byte[] original) {
        if (Intake.of(ByteView.of(original)) instanceof Intake.Accepted accepted) {
            return map.png(accepted.picture()).orElseThrow(EvidenceMaps::notDrawable);
        }
        throw notDrawable();
    }

    private static Conflict notDrawable() {
        return new Conflict(
                "not-displayable",
                "该文件不是可解码的图片，或短边不足 64 像素，无法绘制专家图；原始文件已封存。",
                "Not a picture that can be decoded, or smaller than 64 pixels; no map is drawn.");
    }
}
