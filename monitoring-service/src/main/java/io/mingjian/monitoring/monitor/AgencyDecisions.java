package io.mingjian.monitoring.monitor;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.monitor.AgencyViews.AgencyView;
import io.mingjian.monitoring.monitor.AgencyViews.ContractRequest;
import io.mingjian.monitoring.monitor.AgencyViews.EndingRequest;
import io.mingjian.monitoring.monitor.AgencyViews.LeavingRequest;
import io.mingjian.monitoring.monitor.AgencyViews.RegistrationRequest;
import io.mingjian.monitoring.monitor.AgencyViews.StaffRequest;
import io.mingjian.monitoring.monitor.AgencyViews.TrustRequest;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: the city keeps its book of agencies. */
@Path("/v1/agencies")
@RolesAllowed("REVIEWER")
@Tag(name = "监测机构 Agencies")
public class AgencyDecisions {
    private final AgencyBook book;
    private final AgencyShow show;
    private final Callers callers;
    private final Idempotency idempotency;
    private final Audit audit;
    private final LegalTime time;

    AgencyDecisions(
            AgencyBook book,
            AgencyShow show,
            Callers callers,
            Idempotency idempotency,
            Audit audit,
            LegalTime time) {
        this.book = book;
        this.show = show;
        this.callers = callers;
        this.idempotency = idempotency;
        this.audit = audit;
        this.time = time;
    }

    @POST
    @WithTransaction
    @Operation(operationId = "registerAgency", summary = "登记监测机构 / Register an agency")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = AgencyView.class)))
    public Uni<Response> register(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid RegistrationRequest request) {
        Caller caller = city();
        return idempotency.once(
                caller, key, "agencies.register", request, () -> register(caller, request));
    }

    private Uni<Answer> register(Caller caller, RegistrationRequest request) {
        AgencyCheck.require(request);
        return book.isRegistered(request.organisation())
                .invoke(
                        known -> {
                            if (known) {
                                throw new Conflict(
                                        "agency-registered",
                                        "该监测机构已登记。",
                                        "The agency is registered already.");
                            }
                        })
                .chain(time::now)
                .map(now -> Agency.register(request, caller, now))
                .call(book::add)
                .call(agency -> record(caller, "agency.register", agency, null))
                .chain(agency -> show.created(caller, agency));
    }

    @POST
    @Path("/{organisation}/contracts")
    @WithTransaction
    @Operation(operationId = "addAgencyContract", summary = "登记监测服务合同 / Put a contract on file")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = AgencyView.class)))
    public Uni<Response> sign(
            @PathParam("organisation") String organisation,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ContractRequest request) {
        Caller caller = city();
        return idempotency.once(
                caller,
                key,
                "agencies.contract " + organisation,
                request,
                () ->
                        added(
                                caller,
                                organisation,
                                "agency.contract",
                                (agency, now) -> sign(caller, agency, request, now)));
    }

    private Uni<Void> sign(Caller caller, Agency agency, ContractRequest request, Moment now) {
        return book.contracts(List.of(agency.organisation()))
                .invoke(known -> AgencyCheck.require(request, known, now.day()))
                .chain(() -> book.add(Contract.sign(agency, request, caller, now)));
    }

    @POST
    @Path("/{organisation}/contracts/{contractId}/ending")
    @WithTransaction
    @Operation(
            operationId = "endAgencyContract",
            summary = "提前终止合同并说明理由 / End a contract early, with reasons")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AgencyView.class)))
    public Uni<Response> end(
            @PathParam("organisation") String organisation,
            @PathParam("contractId") String contractId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid EndingRequest request) {
        Caller caller = city();
        AgencyCheck.require(request);
        return changed(
                caller,
                organisation,
                ifMatch,
                "agency.contract-end",
                request.reasons(),
                (agency, now) ->
                        contract(agency, contractId)
                                .invoke(contract -> contract.end(request, caller, now))
                                .replaceWithVoid());
    }

    private Uni<Contract> contract(Agency agency, String contractId) {
        UUID id = Ids.parse(contractId, "合同", "contract");
        return book.contracts(List.of(agency.organisation()))
                .map(
                        all ->
                                all.stream()
                                        .filter(contract -> contract.id().equals(id))
                                        .findFirst()
                                        .orElseThrow(() -> new NotFound("合同", "contract")));
    }

    @POST
    @Path("/{organisation}/staff")
    @WithTransaction
    @Operation(operationId = "addAgencyStaff", summary = "登记监测机构人员 / Put a member of staff on file")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = AgencyView.class)))
    public Uni<Response> join(
            @PathParam("organisation") String organisation,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid StaffRequest request) {
        Caller caller = city();
        return idempotency.once(
                caller,
                key,
                "agencies.staff " + organisation,
                request,
                () ->
                        added(
                                caller,
                                organisation,
                                "agency.staff",
                                (agency, now) -> join(agency, request, now)));
    }

    private Uni<Void> join(Agency agency, StaffRequest request, Moment now) {
        return book.staff(List.of(agency.organisation()))
                .invoke(known -> AgencyCheck.require(request, known))
                .chain(() -> book.add(StaffMember.join(agency, request, now)));
    }

    @POST
    @Path("/{organisation}/staff/{staffNo}/leaving")
    @WithTransaction
    @Operation(operationId = "endAgencyStaff", summary = "登记人员离任 / Somebody leaves the agency")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AgencyView.class)))
    public Uni<Response> leave(
            @PathParam("organisation") String organisation,
            @PathParam("staffNo") String staffNo,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid LeavingRequest request) {
        Caller caller = city();
        AgencyCheck.require(request);
        return changed(
                caller,
                organisation,
                ifMatch,
                "agency.staff-leave",
                null,
                (agency, now) ->
                        member(agency, staffNo)
                                .invoke(member -> member.leave(request))
                                .replaceWithVoid());
    }

    private Uni<StaffMember> member(Agency agency, String staffNo) {
        return book.staff(List.of(agency.organisation()))
                .map(
                        all ->
                                all.stream()
                                        .filter(member -> member.staffNo().equals(staffNo))
                                        .findFirst()
                                        .orElseThrow(() -> new NotFound("人员", "member of staff")));
    }

    @POST
    @Path("/{organisation}/trust")
    @WithTransaction
    @Operation(
            operationId = "decideAgencyTrust",
            summary = "设定或取消抽样审核资格并说明理由 / Trust an agency or cease to, with reasons")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AgencyView.class)))
    public Uni<Response> trust(
            @PathParam("organisation") String organisation,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid TrustRequest request) {
        Caller caller = city();
        return changed(
                caller,
                organisation,
                ifMatch,
                request.trusted() ? "agency.trust" : "agency.distrust",
                request.reasons(),
                (agency, now) -> {
                    agency.decideTrust(request, caller, now);
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Answer> added(
            Caller caller,
            String organisation,
            String action,
            BiFunction<Agency, Moment, Uni<Void>> work) {
        return book.requireHeld(caller, organisation)
                .call(agency -> change(agency, work))
                .call(agency -> record(caller, action, agency, null))
                .chain(agency -> show.created(caller, agency));
    }

    private Uni<Response> changed(
            Caller caller,
            String organisation,
            @Nullable String ifMatch,
            String action,
            @Nullable String reasons,
            BiFunction<Agency, Moment, Uni<Void>> work) {
        return book.requireHeld(caller, organisation)
                .invoke(agency -> Etags.check(ifMatch, agency.version()))
                .call(agency -> change(agency, work))
                .call(agency -> record(caller, action, agency, reasons))
                .chain(agency -> show.to(caller, agency))
                .map(Answer::toResponse);
    }

    private Uni<Void> change(Agency agency, BiFunction<Agency, Moment, Uni<Void>> work) {
        return time.now().chain(now -> work.apply(agency, now).invoke(() -> agency.touch(now)));
    }

    private Uni<Void> record(
            Caller caller, String action, Agency agency, @Nullable String purpose) {
        AuditEntry entry = AuditEntry.of(action, "agency", agency.organisation());
        return audit.record(caller, purpose == null ? entry : entry.forPurpose(purpose));
    }

    private Caller city() {
        Caller caller = callers.current();
        if (!caller.isCity()) {
            throw new Forbidden("监测机构名册由市局维护。", "Only the city keeps the book of agencies.");
        }
        return caller;
    }
}
