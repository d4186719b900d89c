package io.mingjian.registry.disclosure;

import static io.mingjian.registry.filer.Filers.Extent.FOR_MEDIATION;
import static io.mingjian.registry.filer.Filers.Extent.WHOLE;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.code.IdType;
import io.mingjian.registry.filer.FilerParties;
import io.mingjian.registry.filer.FilerParties.DisclosedParty;
import io.mingjian.registry.filer.Filers;
import io.mingjian.registry.filer.Filers.Disclosed;
import io.mingjian.registry.filer.Filers.Extent;
import io.mingjian.registry.filer.GivenIdentity;
import io.mingjian.registry.filer.PartyRole;
import io.mingjian.registry.filer.PlatformAccount;
import io.mingjian.registry.queue.Worklist;
import io.mingjian.registry.queue.Worklist.Held;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: unmasking. */
@Path("/v1/filers/{id}/disclosure")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "投诉举报人 Filers")
public class DisclosureDoor {
    private static final int SHORTEST_PURPOSE = 4;
    private static final int LONGEST_PURPOSE = 500;

    private final Filers filers;
    private final FilerParties parties;
    private final Worklist worklist;
    private final Audit audit;
    private final Callers callers;

    DisclosureDoor(
            Filers filers, FilerParties parties, Worklist worklist, Audit audit, Callers callers) {
        this.filers = filers;
        this.parties = parties;
        this.worklist = worklist;
        this.audit = audit;
        this.callers = callers;
    }

    /** Why somebody wants to see it. */
    @Schema(name = "DisclosureRequest")
    record DisclosureRequest(
            @Nullable @Schema(required = true, description = "查看目的 / Purpose") String purpose) {}

    /**
     * The identities that a filer gave with filings of the caller's bureau, newest first.
     *
     * @param parties agents and joint complainants of the same filings (Art 11, 12)
     */
    @Schema(name = "Disclosure")
    record Disclosure(UUID filerId, List<Given> identities, List<GivenParty> parties) {}

    /** What was given with one submission; of the complaint in a mixed filing name and phone. */
    @Schema(name = "GivenIdentity")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Given(
            OffsetDateTime givenAt,
            String name,
            @Nullable IdType idType,
            @Nullable String idNumber,
            String phone,
            @Nullable String address,
            @Nullable String email,
            @Nullable PlatformAccount platformAccount) {
        static Given of(Instant receivedAt, GivenIdentity identity) {
            return new Given(
                    receivedAt.atZone(LegalDay.ZONE).toOffsetDateTime(),
                    identity.name(),
                    identity.idType(),
                    identity.idNumber(),
                    identity.phone(),
                    identity.address(),
                    identity.email(),
                    identity.platformAccount());
        }
    }

    /** What a further person of a filing gave. */
    @Schema(name = "GivenParty")
    record GivenParty(PartyRole role, String roleName, Given identity) {
        static GivenParty of(DisclosedParty party) {
            return new GivenParty(
                    party.role(),
                    party.role().zh(),
                    Given.of(party.receivedAt(), party.identity()));
        }
    }

    /**
     * Shows what was given with the filings that the caller's bureau has, in clear, and writes down
     * who asked and why.
     */
    @POST
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "查看投诉举报人真实身份（须说明目的，留痕） / Unmask a filer; purpose needed, audited")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Disclosure.class)))
    public Uni<Response> disclose(
            @PathParam("id") String id, @NotNull(message = "请提交请求内容。") DisclosureRequest request) {
        Caller caller = callers.current();
        UUID filerId = Ids.parse(id, "投诉举报人", "filer");
        String purpose = purpose(request);
        return worklist.heldOf(caller, filerId)
                .map(DisclosureDoor::extents)
                .chain(extents -> shown(caller, filerId, extents))
                .call(
                        () ->
                                audit.record(
                                        caller,
                                        AuditEntry.of("filer.disclose", "filer", filerId.toString())
                                                .forPurpose(purpose)))
                .map(DisclosureDoor::unstored);
    }

    private Uni<Disclosure> shown(Caller caller, UUID filerId, Map<UUID, Extent> extents) {
        return filers.disclose(caller, filerId, extents)
                .invoke(DisclosureDoor::refuseUnknown)
                .chain(
                        own ->
                                parties.disclose(caller, extents)
                                        .map(others -> disclosure(filerId, own, others)));
    }

    private static Disclosure disclosure(
            UUID filerId, List<Disclosed> own, List<DisclosedParty> others) {
        return new Disclosure(
                filerId,
                own.stream().map(each -> Given.of(each.receivedAt(), each.identity())).toList(),
                others.stream().map(GivenParty::of).toList());
    }

    private static String purpose(DisclosureRequest request) {
        String purpose = request.purpose() == null ? "" : request.purpose().strip();
        if (purpose.length() < SHORTEST_PURPOSE || purpose.length() > LONGEST_PURPOSE) {
            throw new Invalid(
                    "/purpose",
                    "required",
                    "请说明查看目的（4至500字）。",
                    "State the purpose in 4 to 500 characters.");
        }
        return purpose;
    }

    private static Map<UUID, Extent> extents(List<Held> held) {
        return held.stream()
                .collect(
                        toMap(
                                Held::submissionId,
                                each -> each.forMediation() ? FOR_MEDIATION : WHOLE));
    }

    private static void refuseUnknown(List<Disclosed> found) {
        if (found.isEmpty()) {
            throw new NotFound("投诉举报人", "filer");
        }
    }

    private static Response unstored(Disclosure shown) {
        return Response.ok(shown).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
