package io.mingjian.registry.document;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Page;
import io.mingjian.registry.document.DocumentViews.DocumentItem;
import io.mingjian.registry.document.DocumentViews.DocumentView;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: looking at notices. Who may see the filing may see its notices. */
@Path("/v1/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "文书 Documents")
public class DocumentQueries {
    private final Documents documents;
    private final DocumentDesk desk;
    private final Callers callers;
    private final Cursors cursors;

    DocumentQueries(Documents documents, DocumentDesk desk, Callers callers, Cursors cursors) {
        this.documents = documents;
        this.desk = desk;
        this.callers = callers;
        this.cursors = cursors;
    }

    /** The notices of one filing, in the order of their issue. */
    @GET
    @WithSession
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "查询一件投诉或者举报的文书 / The notices of one filing")
    public Uni<Page<DocumentItem>> list(
            @QueryParam("filingKind") @Nullable FilingKind kind,
            @QueryParam("filingId") @Nullable String filingId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        Caller caller = callers.current();
        if (kind == null || filingId == null) {
            throw new Invalid(
                    kind == null ? "/filingKind" : "/filingId",
                    "required",
                    "请指明投诉或者举报（filingKind）及其编号（filingId）。",
                    "Name filingKind and filingId.");
        }
        UUID filing = Ids.parse(filingId, kind == FilingKind.COMPLAINT ? "投诉" : "举报", "filing");
        String filter = "documents|" + kind + "|" + filing;
        int limit = Page.limit(asked);
        return documents
                .page(caller, kind, filing, after(caller, filter, cursor), limit + 1)
                .map(found -> page(caller, filter, found, limit));
    }

    /** One notice with its text, services and hashes. */
    @GET
    @Path("/{id}")
    @WithSession
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "查看文书 / One notice")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DocumentView.class)))
    public Uni<Response> show(@PathParam("id") String id) {
        Caller caller = callers.current();
        return documents
                .require(caller, Documents.parse(id))
                .chain(
                        seen ->
                                desk.view(caller, seen)
                                        .map(
                                                view ->
                                                        Answer.ok(seen.document().version(), view)
                                                                .toResponse()));
    }

    private @Nullable UUID after(Caller caller, String filter, @Nullable String cursor) {
        return cursor == null
                ? null
                : UUID.fromString(cursors.read(caller, filter, cursor).getOrDefault("id", ""));
    }

    private Page<DocumentItem> page(Caller caller, String filter, List<Document> found, int limit) {
        List<Document> shown = found.size() > limit ? found.subList(0, limit) : found;
        String next =
                found.size() > limit
                        ? cursors.sign(
                                caller, filter, Map.of("id", shown.get(limit - 1).id().toString()))
                        : null;
        return new Page<>(shown.stream().map(DocumentItem::of).toList(), next);
    }
}
