package io.mingjian.detection.evidence;

import io.mingjian.detection.evidence.EvidenceViews.CustodyView;
import io.mingjian.detection.evidence.EvidenceViews.EvidenceView;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Malformed;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Page;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where evidence is looked at. */
@Path("/v1/evidence")
@Tag(name = "evidence")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
public class EvidenceQueries {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Callers callers;
    private final Evidences evidences;
    private final CustodyChain custody;
    private final Cursors cursors;

    EvidenceQueries(Callers callers, Evidences evidences, CustodyChain custody, Cursors cursors) {
        this.callers = callers;
        this.evidences = evidences;
        this.custody = custody;
        this.cursors = cursors;
    }

    /** Where a list goes on. */
    private record Place(Instant since, UUID after) {}

    /**
     * The caller's own evidence in the order of its last change. Who polls keeps the {@code
     * updatedAt} of the last item and asks again from a minute before it; seen items carry the same
     * {@code version}.
     */
    @GET
    @WithSession
    @Operation(summary = "本机构证据列表，按最近变更排序 / Own evidence in the order of its last change")
    public Uni<Page<EvidenceView>> list(
            @QueryParam("updatedSince") @Nullable String updatedSince,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Caller caller = callers.current();
        String filter = "updatedSince=" + Optional.ofNullable(updatedSince).orElse("");
        Place place = place(caller, filter, updatedSince, cursor);
        int most = Page.limit(limit);
        return evidences
                .changed(caller, place.since(), place.after(), most + 1)
                .map(found -> page(caller, filter, found, most));
    }

    @GET
    @Path("/{id}")
    @WithSession
    @Operation(summary = "证据信息 / One piece of evidence without its pixels")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EvidenceView.class)))
    public Uni<Response> show(
            @PathParam("id") String id, @HeaderParam("If-None-Match") @Nullable String known) {
        Caller caller = callers.current();
        return evidences.require(parse(id), caller).map(evidence -> answer(evidence, known));
    }

    @GET
    @Path("/{id}/custody")
    @Produces(MediaType.APPLICATION_JSON)
    @WithSession
    @Operation(summary = "保管链 / Chain of custody and whether it is intact")
    public Uni<CustodyView> custody(@PathParam("id") String id) {
        Caller caller = callers.current();
        return evidences
                .require(parse(id), caller)
                .chain(
                        evidence ->
                                custody.of(evidence.id())
                                        .map(chain -> CustodyView.of(evidence, chain, caller)));
    }

    private static UUID parse(String id) {
        return Ids.parse(id, "证据", "evidence");
    }

    private static Response answer(Evidence evidence, @Nullable String known) {
        String tag = Etags.of(evidence.told());
        if (tag.equals(known)) {
            return Response.notModified().header("ETag", tag).build();
        }
        return Response.ok(EvidenceView.of(evidence), MediaType.APPLICATION_JSON_TYPE)
                .header("ETag", tag)
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    private Place place(
            Caller caller, String filter, @Nullable String updatedSince, @Nullable String cursor) {
        if (cursor != null) {
            Map<String, String> keys = cursors.read(caller, filter, cursor);
            return new Place(Instant.parse(keys.get("at")), UUID.fromString(keys.get("id")));
        }
        if (updatedSince == null) {
            return new Place(Instant.EPOCH, BEFORE_ALL);
        }
        try {
            // A plus sign that was not escaped arrives as a space.
            return new Place(
                    OffsetDateTime.parse(updatedSince.replace(' ', '+')).toInstant(), BEFORE_ALL);
        } catch (DateTimeParseException e) {
            throw new Malformed(
                    new FieldError(
                            "/updatedSince",
                            "not-a-time",
                            "时间须为 RFC 3339 格式，例如 2026-04-15T09:00:00+08:00。",
                            "Give an RFC 3339 time, as 2026-04-15T09:00:00+08:00."));
        }
    }

    private Page<EvidenceView> page(Caller caller, String filter, List<Evidence> found, int most) {
        List<Evidence> items = found.subList(0, Math.min(most, found.size()));
        return new Page<>(
                items.stream().map(EvidenceView::of).toList(),
                found.size() > most ? cursor(caller, filter, items.get(most - 1)) : null);
    }

    private String cursor(Caller caller, String filter, Evidence last) {
        return cursors.sign(
                caller,
                filter,
                Map.of("at", last.updatedAt().toString(), "id", last.id().toString()));
    }
}
