package io.mingjian.monitoring.paper;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Page;
import io.mingjian.monitoring.QueryText;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.paper.PaperViews.PaperView;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * HTTP door: the city's register of papers with their hashes, and the way out of a failed print.
 */
@Path("/v1/papers")
@Tag(name = "文书 Papers")
public class PaperRegister {
    private final PaperOrders orders;
    private final PaperFiles files;
    private final Callers callers;
    private final Cursors cursors;
    private final Audit audit;
    private final LegalTime time;

    PaperRegister(
            PaperOrders orders,
            PaperFiles files,
            Callers callers,
            Cursors cursors,
            Audit audit,
            LegalTime time) {
        this.orders = orders;
        this.files = files;
        this.callers = callers;
        this.cursors = cursors;
        this.audit = audit;
        this.time = time;
    }

    @GET
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD", "AUDITOR", "SYSTEM_ADMIN"})
    @WithSession
    @Operation(
            operationId = "listPapers",
            summary = "文书登记簿（含文件哈希和打印失败原因），仅限市局 / The city's register of papers")
    public Uni<Page<PaperView>> page(
            @QueryParam("state") @Parameter(schema = @Schema(implementation = PaperState.class))
                    @Nullable String state,
            @QueryParam("subjectId") @Parameter(schema = @Schema(implementation = UUID.class))
                    @Nullable String subjectId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Caller caller = city();
        PaperState wanted = QueryText.code(PaperState.class, "state", state);
        UUID subject = QueryText.id("subjectId", subjectId);
        String form = "papers|" + wanted + "|" + subject;
        Map<String, String> place = cursor == null ? null : cursors.read(caller, form, cursor);
        UUID after = place == null ? null : UUID.fromString(place.getOrDefault("id", ""));
        int size = Page.limit(limit);
        return orders.page(caller, wanted, subject, after, size + 1)
                .chain(
                        found ->
                                files.hashes(found.stream().map(PaperOrder::id).toList())
                                        .map(kept -> page(caller, form, found, kept, size)));
    }

    private Page<PaperView> page(
            Caller caller,
            String form,
            List<PaperOrder> found,
            Map<UUID, List<PaperFiles.Hashes>> kept,
            int size) {
        List<PaperView> views =
                found.stream()
                        .limit(size)
                        .map(each -> PaperView.of(each, kept.getOrDefault(each.id(), List.of())))
                        .toList();
        String next =
                found.size() <= size
                        ? null
                        : cursors.sign(
                                caller, form, Map.of("id", found.get(size - 1).id().toString()));
        return new Page<>(views, next);
    }

    /** Tries a failed print anew; one that waits or is kept already stays as it is. */
    @POST
    @Path("/{paperId}/reprint")
    @RolesAllowed({"REVIEWER", "SYSTEM_ADMIN"})
    @WithTransaction
    @Operation(operationId = "reprintPaper", summary = "重新打印打印失败的文书，仅限市局 / Try a failed print anew")
    public Uni<PaperView> reprint(@PathParam("paperId") String paperId) {
        Caller caller = city();
        UUID id = Ids.parse(paperId, "文书", "paper");
        return orders.require(caller, id)
                .chain(order -> orders.again(order.id(), time.instant()))
                .invoke(PaperRegister::requireFailed)
                .chain(() -> orders.require(caller, id))
                .call(
                        order ->
                                audit.record(
                                        caller,
                                        AuditEntry.of("paper.reprint", "paper", id.toString())))
                .map(order -> PaperView.of(order, List.of()));
    }

    private static void requireFailed(boolean failed) {
        if (!failed) {
            throw new Conflict(
                    "not-failed",
                    "该文书正在打印或者已经存档，无需重新打印。",
                    "The paper is being printed or is kept already.");
        }
    }

    private Caller city() {
        Caller caller = callers.current();
        if (!caller.isCity()) {
            throw new Forbidden("文书登记簿由市局管理。", "The register of papers is the city's.");
        }
        return caller;
    }
}
