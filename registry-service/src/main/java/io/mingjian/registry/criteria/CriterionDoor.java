package io.mingjian.registry.criteria;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.registry.criteria.CriterionViews.ActivationRequest;
import io.mingjian.registry.criteria.CriterionViews.CriterionList;
import io.mingjian.registry.criteria.CriterionViews.CriterionView;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * HTTP door: criteria and their versions; a change takes a REVIEWER and another person who is HEAD.
 */
@Path("/v1/criteria")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "判定标准 Criteria")
public class CriterionDoor {
    private final Criteria criteria;
    private final Callers callers;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Tried tried;
    private final Clock clock;

    CriterionDoor(
            Criteria criteria,
            Callers callers,
            Idempotency idempotency,
            Audit audit,
            Tried tried,
            Clock clock) {
        this.criteria = criteria;
        this.callers = callers;
        this.idempotency = idempotency;
        this.audit = audit;
        this.tried = tried;
        this.clock = clock;
    }

    /** All versions, newest first. */
    @GET
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
    @Operation(summary = "查询判定标准及其历史版本 / List criteria with their versions")
    public Uni<CriterionList> list() {
        LocalDate today = LegalDay.today(clock);
        return criteria.all(bureau())
                .map(
                        all ->
                                new CriterionList(
                                        all.stream()
                                                .map(CriterionRow::value)
                                                .map(each -> CriterionView.on(today, each))
                                                .toList()));
    }

    /** Proposes a version; it has no effect until a second person activates it. */
    @POST
    @Path("/{code}/versions")
    @WithTransaction
    @RolesAllowed("REVIEWER")
    @Operation(summary = "提出判定标准新版本（须由另一人启用） / Propose a version; another person activates it")
    @APIResponse(
            responseCode = "201",
            description = "已提出 / proposed",
            content = @Content(schema = @Schema(implementation = CriterionView.class)))
    public Uni<Response> propose(
            @PathParam("code") String code,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提交请求内容。") CriterionProposal proposal) {
        Caller caller = city();
        return idempotency.once(
                caller,
                key,
                "criteria.propose/" + code,
                proposal,
                () -> propose(caller, code, proposal));
    }

    private Uni<Answer> propose(Caller caller, String code, CriterionProposal proposal) {
        return criteria.hold(caller, code)
                .map(rows -> draft(caller, rows, proposal))
                .call(draft -> criteria.add(caller, CriterionRow.draft(draft)))
                .call(draft -> audit.record(caller, entry("criterion.propose", draft)))
                .map(
                        draft ->
                                Answer.created(
                                        "/v1/criteria/" + code + "/versions/" + draft.version(),
                                        0,
                                        CriterionView.on(LegalDay.today(clock), draft)));
    }

    private Criterion draft(Caller caller, List<CriterionRow> rows, CriterionProposal proposal) {
        Criterion draft = proposal.read(rows.get(0).value(), caller.subject(), clock.instant());
        Succession.ending(active(rows), draft);
        return draft;
    }

    private static List<Criterion> active(List<CriterionRow> rows) {
        return rows.stream().map(CriterionRow::value).filter(Criterion::isActive).toList();
    }

    private static AuditEntry entry(String action, Criterion version) {
        return AuditEntry.of(action, "criterion", version.code() + "/" + version.version())
                .changing(null, version);
    }

    /** One version. */
    @GET
    @Path("/{code}/versions/{version}")
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
    @Operation(summary = "查看判定标准版本 / One version of a criterion")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CriterionView.class)))
    public Uni<Response> show(@PathParam("code") String code, @PathParam("version") int version) {
        return criteria.require(bureau(), code, version).map(this::shown);
    }

    /**
     * The second person puts a version into use from its first day on, after it was tried on what
     * has happened, or saying why not.
     */
    @POST
    @Path("/{code}/versions/{version}/activation")
    @WithTransaction
    @RolesAllowed("HEAD")
    @Operation(summary = "启用判定标准版本（不得为提出人） / Activate a version; not its proposer")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CriterionView.class)))
    public Uni<Response> activate(
            @PathParam("code") String code,
            @PathParam("version") int version,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ActivationRequest request) {
        Caller caller = city();
        String untried = request == null ? null : request.untriedBecause();
        return criteria.hold(caller, code)
                .map(rows -> activated(caller, rows, version, ifMatch))
                .call(() -> requireTried(caller, code, version, untried))
                .call(
                        row ->
                                audit.record(
                                        caller,
                                        entry("criterion.activate", row.value())
                                                .forPurpose(untried == null ? "" : untried)))
                .map(this::shown);
    }

    private Uni<Boolean> requireTried(
            Caller caller, String code, int version, @Nullable String untried) {
        return tried.isTried(caller, code, version)
                .invoke(
                        was -> {
                            if (!was && (untried == null || untried.isBlank())) {
                                throw new Conflict(
                                        "not-tried",
                                        "该版本尚未完成试运行或者回溯检验；请先检验，或者说明为何不经检验即启用。",
                                        "Try the version first, or say why it goes live untried.");
                            }
                        });
    }

    /** The version before ends where this one begins. */
    private CriterionRow activated(
            Caller caller, List<CriterionRow> rows, int version, @Nullable String ifMatch) {
        CriterionRow row = find(rows, version);
        Etags.check(ifMatch, row.rowVersion());
        List<Criterion> before = active(rows);
        row.activate(caller, clock.instant(), LegalDay.today(clock));
        Succession.ending(before, row.value())
                .ifPresent(last -> find(rows, last.version()).endBefore(row.value().validFrom()));
        return row;
    }

    private static CriterionRow find(List<CriterionRow> rows, int version) {
        return rows.stream()
                .filter(each -> each.value().version() == version)
                .findFirst()
                .orElseThrow(Criteria::noSuchVersion);
    }

    private Response shown(CriterionRow row) {
        return Answer.ok(row.rowVersion(), CriterionView.on(LegalDay.today(clock), row.value()))
                .toResponse();
    }

    private Caller bureau() {
        Caller caller = callers.current();
        if (!caller.isCity() && !caller.isDistrict()) {
            throw new Forbidden("判定标准仅供市场监管部门查看。", "Criteria are for the bureaus only.");
        }
        return caller;
    }

    private Caller city() {
        Caller caller = callers.current();
        if (!caller.isCity()) {
            throw new Forbidden("判定标准由市局统一制定。", "Criteria are set by the municipal bureau.");
        }
        return caller;
    }
}
