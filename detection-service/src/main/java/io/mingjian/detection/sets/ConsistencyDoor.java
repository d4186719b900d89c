package io.mingjian.detection.sets;

import io.mingjian.detection.evidence.Piece;
import io.mingjian.detection.evidence.Pieces;
import io.mingjian.detection.sets.ConsistencyViews.ConsistencyView;
import io.mingjian.detection.sets.EvidenceTraces.Trace;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where it is read what the pictures of a set say together. */
@Path("/v1/evidence-sets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "evidence")
public class ConsistencyDoor {
    private final EvidenceSets sets;
    private final Pieces pieces;
    private final EvidenceTraces traces;
    private final Comparisons comparisons;
    private final Callers callers;

    ConsistencyDoor(
            EvidenceSets sets,
            Pieces pieces,
            EvidenceTraces traces,
            Comparisons comparisons,
            Callers callers) {
        this.sets = sets;
        this.pieces = pieces;
        this.traces = traces;
        this.comparisons = comparisons;
        this.callers = callers;
    }

    /** What was loaded, before it is compared. */
    private record Loaded(EvidenceSet set, List<Piece> seen, Map<UUID, Trace> traces) {}

    /** Compares the members that the caller may see, and no others. */
    @GET
    @Path("/{id}/consistency")
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
    @Operation(
            summary = "同组图片之间的比对（画面、设备、时间、文件） / What the pictures of a set say together",
            description =
                    "Statements side by side, each with what it does not prove; no verdict and no"
                            + " weight. Only members that the caller may see are compared.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ConsistencyView.class)))
    public Uni<Response> consistency(@PathParam("id") String id) {
        Caller caller = callers.current();
        UUID setId = Ids.parse(id, "证据组", "set of evidence");
        return Panache.withSession(() -> load(setId, caller))
                .chain(loaded -> comparisons.run(() -> compared(loaded)))
                .map(
                        view ->
                                Response.ok(view)
                                        .header("Cache-Control", "private, no-store")
                                        .build());
    }

    private Uni<Loaded> load(UUID setId, Caller caller) {
        return sets.find(setId)
                .chain(
                        set ->
                                sets.members(setId)
                                        .chain(ids -> pieces.seenBy(caller, ids))
                                        .invoke(ConsistencyDoor::requireAny)
                                        .chain(
                                                seen ->
                                                        traces.of(
                                                                        seen.stream()
                                                                                .map(Piece::id)
                                                                                .toList())
                                                                .map(
                                                                        found ->
                                                                                new Loaded(
                                                                                        set, seen,
                                                                                        found))));
    }

    /** A set of which a reader sees nothing is none for him. */
    private static void requireAny(List<Piece> seen) {
        if (seen.isEmpty()) {
            throw EvidenceSets.unknown();
        }
    }

    private static ConsistencyView compared(Loaded loaded) {
        List<Shot> shots = new ArrayList<>();
        for (int i = 0; i < loaded.seen().size(); i++) {
            Piece piece = loaded.seen().get(i);
            Trace trace = loaded.traces().get(piece.id());
            if (trace != null) {
                shots.add(
                        new Shot(
                                i + 1,
                                piece.mediaType(),
                                piece.width(),
                                piece.height(),
                                piece.file().sha256(),
                                trace.signals(),
                                trace.looks()));
            }
        }
        return ConsistencyView.of(
                loaded.set(), loaded.seen(), loaded.traces().keySet(), Consistency.of(shots));
    }
}
