package io.mingjian.monitoring.bundle;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Page;
import io.mingjian.monitoring.bundle.BundleFiles.KeptFile;
import io.mingjian.monitoring.bundle.BundleViews.LeadBundleFileView;
import io.mingjian.monitoring.bundle.BundleViews.LeadBundleView;
import io.mingjian.monitoring.bundle.EvidenceDoor.NotNow;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: what the agency looks at in a bundle, and what it has done with it. */
@Path("/v1/lead-bundles/{bundleId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"HANDLER", "INTEGRATION"})
@Tag(name = "线索文件包 Lead bundles")
public class BundleDoor {
    private final Bundles bundles;
    private final BundleFiles files;
    private final BundleDelivery delivery;
    private final BundleLook look;
    private final Audit audit;
    private final Callers callers;
    private final Cursors cursors;
    private final SecurityIdentity identity;
    private final Work work;
    private final Clock clock;

    BundleDoor(
            Bundles bundles,
            BundleFiles files,
            BundleDelivery delivery,
            BundleLook look,
            Audit audit,
            Callers callers,
            Cursors cursors,
            SecurityIdentity identity,
            Work work,
            Clock clock) {
        this.bundles = bundles;
        this.files = files;
        this.delivery = delivery;
        this.look = look;
        this.audit = audit;
        this.callers = callers;
        this.cursors = cursors;
        this.identity = identity;
        this.work = work;
        this.clock = clock;
    }

    @GET
    @WithSession
    @Operation(operationId = "showLeadBundle", summary = "查看文件包及移交进度 / A bundle and its progress")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LeadBundleView.class)))
    public Uni<Response> show(@PathParam("bundleId") String id) {
        Caller caller = callers.current();
        return bundles.require(caller, bundles.parse(id))
                .chain(bundle -> answer(caller, bundle, null))
                .map(Answer::toResponse);
    }

    @GET
    @Path("/files")
    @WithSession
    @Operation(
            operationId = "listLeadBundleFiles",
            summary = "分页查看文件 / Files and what became of them")
    public Uni<Page<LeadBundleFileView>> files(
            @PathParam("bundleId") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        Caller caller = callers.current();
        int limit = Page.limit(asked);
        String filter = "lead-bundles|" + id;
        int after =
                cursor == null
                        ? -1
                        : Integer.parseInt(
                                cursors.read(caller, filter, cursor).getOrDefault("no", "0"));
        return bundles.require(caller, bundles.parse(id))
                .chain(bundle -> files.page(caller, bundle.id(), null, after, limit + 1))
                .map(found -> page(caller, filter, found, limit));
    }

    /**
     * Goes on handing its files over as evidence, for some seconds; to be asked again until all
     * are. Needs no entity tag: it only goes on, and does nothing twice.
     */
    @POST
    @Path("/delivery")
    @Blocking
    @Operation(
            operationId = "deliverLeadBundle",
            summary = "继续移交文件并登记线索 / Go on handing files over, then enter the findings",
            description = "每次移交约 20 秒；未移交完毕（state 为 CHECKED）时再次调用。全部移交后线索自动登记，进度见 importId。")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LeadBundleView.class)))
    public Response deliver(@PathParam("bundleId") String id) throws IOException {
        Caller caller = callers.current();
        UUID bundleId = bundles.parse(id);
        NotNow pause = delivery.deliver(caller, token(), bundleId);
        return work.session(
                        () ->
                                bundles.require(caller, bundleId)
                                        .chain(bundle -> answer(caller, bundle, pause)))
                .toResponse();
    }

    /** It is given up; what was handed over stays evidence. */
    @POST
    @Path("/cancellation")
    @WithTransaction
    @Operation(operationId = "cancelLeadBundle", summary = "取消文件包 / Give it up")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LeadBundleView.class)))
    public Uni<Response> cancel(
            @PathParam("bundleId") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Caller caller = callers.current();
        return bundles.requireHeld(caller, bundles.parse(id))
                .invoke(bundle -> Etags.check(ifMatch, bundle.version()))
                .invoke(bundle -> bundle.cancel(caller, clock.instant()))
                .call(bundle -> files.removeAll(caller, bundle.id()))
                .call(bundle -> bundles.forgetFindings(caller, bundle.id()))
                .call(
                        bundle ->
                                audit.record(
                                        caller,
                                        AuditEntry.of(
                                                "lead-bundle.cancel",
                                                "lead-bundle",
                                                bundle.id().toString())))
                .chain(bundle -> answer(caller, bundle, null))
                .map(Answer::toResponse);
    }

    /** For this request alone: it is kept nowhere. */
    private String token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token.getRawToken();
        }
        throw new Forbidden("缺少机构令牌。", "An organisation's token is needed.");
    }

    private Uni<Answer> answer(Caller caller, Bundle bundle, @Nullable NotNow pause) {
        return look.at(caller, bundle, pause).map(view -> Answer.ok(bundle.version(), view));
    }

    private Page<LeadBundleFileView> page(
            Caller caller, String filter, List<KeptFile> found, int limit) {
        List<KeptFile> shown = found.size() > limit ? found.subList(0, limit) : found;
        String next =
                found.size() > limit
                        ? cursors.sign(
                                caller,
                                filter,
                                Map.of("no", String.valueOf(shown.get(limit - 1).no())))
                        : null;
        return new Page<>(shown.stream().map(LeadBundleFileView::of).toList(), next);
    }
}
