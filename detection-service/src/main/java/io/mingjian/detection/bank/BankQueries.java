package io.mingjian.detection.bank;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.detection.bank.Bank.State;
import io.mingjian.detection.bank.BankViews.EntryView;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.Malformed;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Page;
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
import java.util.Arrays;
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

/** Where the city looks at the banks, and a merchant at its own photographs. */
@Path("/v1/bank-entries")
@Tag(name = "bank")
@RolesAllowed({"HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
public class BankQueries {
    private final BankEntries entries;
    private final BankPrints prints;
    private final BankShowing showing;
    private final Callers callers;
    private final Cursors cursors;

    BankQueries(
            BankEntries entries,
            BankPrints prints,
            BankShowing showing,
            Callers callers,
            Cursors cursors) {
        this.entries = entries;
        this.prints = prints;
        this.showing = showing;
        this.callers = callers;
        this.cursors = cursors;
    }

    /** The latest first; with {@code state=QUARANTINED} what waits for a decision. */
    @GET
    @WithSession
    @Operation(summary = "图库条目列表，最近加入的在前 / Entries, the latest first")
    public Uni<Page<EntryView>> list(
            @QueryParam("bank") @Nullable String bank,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Caller caller = reader();
        BankEntries.Filter filter =
                new BankEntries.Filter(
                        one("/bank", Bank.values(), bank), one("/state", State.values(), state));
        int most = Page.limit(limit);
        Optional<UUID> before =
                Optional.ofNullable(cursor)
                        .map(text -> cursors.read(caller, filter.toString(), text))
                        .map(keys -> UUID.fromString(keys.get("id")));
        return entries.list(caller, filter, before, most + 1)
                .chain(
                        found ->
                                showing.views(
                                                found.subList(0, Math.min(most, found.size())),
                                                caller)
                                        .map(
                                                views ->
                                                        page(
                                                                caller,
                                                                filter,
                                                                views,
                                                                found.size() > most)));
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @WithSession
    @Operation(summary = "图库条目及其经过 / An entry and its history")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    public Uni<Response> show(@PathParam("id") String id) {
        Caller caller = reader();
        return entries.require(parse(id), caller)
                .chain(entry -> showing.view(entry, caller))
                .map(view -> Answer.ok(view.version(), view).toResponse());
    }

    /** A small copy without metadata; of evidence the evidence itself is looked at. */
    @GET
    @Path("/{id}/picture")
    @Produces({"image/jpeg", "application/problem+json"})
    @WithSession
    @Operation(summary = "图库图片的查看副本 / A small copy of an uploaded picture")
    public Uni<Response> picture(@PathParam("id") String id) {
        return entries.require(parse(id), reader())
                .chain(entry -> prints.copy(entry.id()))
                .map(copy -> copy.orElseThrow(() -> new NotFound("图片", "picture")))
                .map(
                        jpeg ->
                                Response.ok(jpeg, "image/jpeg")
                                        .header("X-Content-Type-Options", "nosniff")
                                        .header(
                                                "Content-Security-Policy",
                                                "default-src 'none'; sandbox")
                                        .header("Cache-Control", "private, no-store")
                                        .build());
    }

    private Caller reader() {
        Caller caller = callers.current();
        boolean city = caller.isCity() && caller.hasAny(Role.REVIEWER, Role.HEAD, Role.AUDITOR);
        if (!city && !caller.is(OrganisationKind.MERCHANT)) {
            throw new Forbidden(
                    "图库仅供市局审核人员和商家查看。", "Banks are read by the city's reviewers and by merchants.");
        }
        return caller;
    }

    private Page<EntryView> page(
            Caller caller, BankEntries.Filter filter, List<EntryView> views, boolean more) {
        return new Page<>(
                views,
                more
                        ? cursors.sign(
                                caller,
                                filter.toString(),
                                Map.of("id", views.get(views.size() - 1).id().toString()))
                        : null);
    }

    private static <E extends Enum<E>> @Nullable E one(
            String pointer, E[] values, @Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Malformed(
                                        new FieldError(
                                                pointer,
                                                "unknown",
                                                "没有该取值；可用：" + Arrays.toString(values) + "。",
                                                "Unknown; one of "
                                                        + Arrays.toString(values)
                                                        + ".")));
    }

    private static UUID parse(String id) {
        return Ids.parse(id, "图库条目", "bank entry");
    }
}
