package io.mingjian.detection.evidence;

import io.mingjian.detection.evidence.CustodyEntry.Act;
import io.mingjian.detection.evidence.EvidenceViews.CustodyView;
import io.mingjian.detection.evidence.EvidenceViews.EvidenceView;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Malformed;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Page;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
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
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where evidence is looked at. */
@Path("/v1/evidence")
@Tag(name = "evidence")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
public class EvidenceQueries {
    private static final Logger LOG = Logger.getLogger(EvidenceQueries.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int LONGEST_PURPOSE = 200;

    private final Callers callers;
    private final Evidences evidences;
    private final CustodyChain custody;
    private final ContentStore store;
    private final PictureWork pictureWork;
    private final Cursors cursors;
    private final Audit audit;
    private final Clock clock;

    EvidenceQueries(
            Callers callers,
            Evidences evidences,
            CustodyChain custody,
            ContentStore store,
            PictureWork pictureWork,
            Cursors cursors,
            Audit audit,
            Clock clock) {
        this.callers = callers;
        this.evidences = evidences;
        this.custody = custody;
        this.store = store;
        this.pictureWork = pictureWork;
        this.cursors = cursors;
        this.audit = audit;
        this.clock = clock;
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

    /**
     * The served copy. Looking leaves a line in the chain of custody before the first byte goes
     * out.
     *
     * @param disposition {@code inline} to look, {@code attachment} to take a copy away
     */
    @GET
    @Path("/{id}/content")
    @Produces({"image/jpeg", "application/problem+json"})
    @Operation(summary = "查看副本（JPEG，长边不超过 2048，无元数据）/ Copy without metadata, long side up to 2048")
    public Uni<Response> content(
            @PathParam("id") String id,
            @QueryParam("disposition") @DefaultValue("inline") String disposition,
            @QueryParam("purpose") @DefaultValue("办案查看") String purpose) {
        Caller caller = callers.current();
        UUID evidenceId = parse(id);
        boolean export = exports(disposition);
        String stated = stated(purpose);
        return Panache.withSession(() -> evidences.require(evidenceId, caller))
                .chain(evidence -> pictureWork.run(() -> copy(evidence)))
                .call(
                        copy ->
                                Panache.withTransaction(
                                        () ->
                                                note(
                                                        caller,
                                                        evidenceId,
                                                        export,
                                                        stated,
                                                        copy.length)))
                .map(copy -> picture(copy, evidenceId, export));
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

    private byte[] copy(Evidence evidence) throws IOException {
        try {
            return ServedCopy.of(store.read(evidence.fingerprint().sha256()));
        } catch (ContentLostException e) {
            LOG.errorf("evidence %s: %s", evidence.id(), e.getMessage());
            throw new Conflict(
                    "content-lost",
                    "原始文件缺失或已被改动，无法提供副本；请联系系统管理员。",
                    "The original is missing or altered; ask the administrator.");
        }
    }

    private Uni<Void> note(
            Caller caller, UUID evidenceId, boolean export, String purpose, int bytes) {
        Act act =
                new Act(
                        export ? CustodyAct.EXPORTED : CustodyAct.VIEWED,
                        caller.subject(),
                        caller.organisation(),
                        purpose,
                        clock.instant(),
                        "served copy, bytes:" + bytes);
        String action = export ? "evidence.export" : "evidence.view";
        return custody.append(evidenceId, act)
                .chain(
                        () ->
                                audit.record(
                                        caller,
                                        AuditEntry.of(action, "evidence", evidenceId.toString())
                                                .forPurpose(purpose)));
    }

    private static Response picture(byte[] copy, UUID evidenceId, boolean export) {
        return Response.ok(copy, "image/jpeg")
                .header(
                        "Content-Disposition",
                        (export ? "attachment" : "inline")
                                + "; filename=\"evidence-"
                                + evidenceId
                                + ".jpg\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private static boolean exports(String disposition) {
        return switch (disposition) {
            case "inline" -> false;
            case "attachment" -> true;
            default ->
                    throw new Malformed(
                            new FieldError(
                                    "/disposition",
                                    "unknown-code",
                                    "可用：inline、attachment。",
                                    "Use inline or attachment."));
        };
    }

    private static String stated(String purpose) {
        String stated = purpose.strip();
        if (stated.isEmpty() || stated.length() > LONGEST_PURPOSE) {
            throw new Malformed(
                    new FieldError(
                            "/purpose",
                            "length",
                            "用途须为 1 至 200 个字。",
                            "Purpose takes 1 to 200 characters."));
        }
        return stated;
    }
}
