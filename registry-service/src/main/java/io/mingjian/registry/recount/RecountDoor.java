package io.mingjian.registry.recount;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Page;
import io.mingjian.registry.recount.Recounts.After;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** HTTP door: what holiday notices did to the clocks. */
@Path("/v1/recounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "期限重算 Recounts")
public class RecountDoor {
    private static final int ROWS_AT_ONCE = 2000;

    private final Recounts recounts;
    private final Cursors cursors;
    private final Audit audit;
    private final UnitOfWork units;
    private final Callers callers;

    RecountDoor(
            Recounts recounts, Cursors cursors, Audit audit, UnitOfWork units, Callers callers) {
        this.recounts = recounts;
        this.cursors = cursors;
        this.audit = audit;
        this.units = units;
        this.callers = callers;
    }

    /**
     * A recount as it is shown. The figures of all desks are the city's; a district is told what
     * moved on its own.
     *
     * @param percent how far it has come
     * @param moved clocks whose last day has changed, as far as they lie with the caller
     */
    @Schema(name = "Recount", description = "期限重算 / A counting anew of the running clocks")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecountView(
            UUID id,
            Cause cause,
            OffsetDateTime requestedAt,
            @Nullable OffsetDateTime startedAt,
            @Nullable OffsetDateTime finishedAt,
            int percent,
            long moved,
            @Nullable Long total,
            @Nullable Long seen,
            @Nullable Long corrected,
            @Nullable Long settled,
            @Nullable Long failed) {

        static RecountView of(Recount recount, boolean whole) {
            return new RecountView(
                    recount.id(),
                    recount.cause(),
                    local(recount.requestedAt()),
                    recount.startedAt() == null ? null : local(recount.startedAt()),
                    recount.finishedAt() == null ? null : local(recount.finishedAt()),
                    recount.percent(),
                    recount.moved(),
                    whole ? recount.total() : null,
                    whole ? recount.seen() : null,
                    whole ? recount.corrected() : null,
                    whole ? recount.settled() : null,
                    whole ? recount.failed() : null);
        }

        private static OffsetDateTime local(Instant at) {
            return at.atZone(LegalDay.ZONE).toOffsetDateTime();
        }
    }

    /** The last day of a clock before and after. */
    @Schema(name = "ClockMove", description = "期限变动 / A last day before and after")
    record MoveView(
            UUID filingId,
            FilingKind kind,
            String registrationNo,
            String holder,
            String limit,
            LocalDate oldDueOn,
            LocalDate newDueOn,
            boolean wasProvisional,
            boolean provisional) {

        static MoveView of(Move move) {
            return new MoveView(
                    move.filingId(),
                    move.kind(),
                    move.registrationNo(),
                    move.holder(),
                    move.limitName(),
                    move.oldDueOn(),
                    move.newDueOn(),
                    move.wasProvisional(),
                    move.isProvisional());
        }
    }

    /** Recounts, the latest in front. */
    @GET
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD", "SYSTEM_ADMIN"})
    @Operation(summary = "期限重算记录 / Recounts, the latest first")
    public Uni<Page<RecountView>> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        Caller caller = callers.current();
        int limit = Page.limit(asked);
        UUID before =
                cursor == null
                        ? null
                        : UUID.fromString(
                                cursors.read(caller, "recounts", cursor).getOrDefault("id", ""));
        return recounts.page(caller, before, limit + 1)
                .map(
                        found -> {
                            List<Recount> shown =
                                    found.size() > limit ? found.subList(0, limit) : found;
                            return new Page<>(
                                    shown.stream()
                                            .map(each -> RecountView.of(each, caller.isCity()))
                                            .toList(),
                                    found.size() > limit
                                            ? cursors.sign(
                                                    caller,
                                                    "recounts",
                                                    Map.of(
                                                            "id",
                                                            shown.get(limit - 1).id().toString()))
                                            : null);
                        });
    }

    /** How far one has come and what it did. */
    @GET
    @Path("/{id}")
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD", "SYSTEM_ADMIN"})
    @Operation(summary = "一次期限重算的进度与结果 / Progress and result of a recount")
    public Uni<RecountView> show(@PathParam("id") String id) {
        Caller caller = callers.current();
        return recounts.require(caller, parse(id))
                .map(found -> RecountView.of(found, caller.isCity()));
    }

    /** What it moved, as far as it lies with the caller. */
    @GET
    @Path("/{id}/moves")
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD", "SYSTEM_ADMIN"})
    @Operation(summary = "期限变动清单 / What a recount moved")
    public Uni<Page<MoveView>> moves(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        Caller caller = callers.current();
        UUID recountId = parse(id);
        String filter = "moves|" + recountId;
        int limit = Page.limit(asked);
        After after = cursor == null ? After.NOTHING : after(cursors.read(caller, filter, cursor));
        return recounts.require(caller, recountId)
                .chain(() -> recounts.moves(caller, recountId, after, limit + 1))
                .map(
                        found -> {
                            List<Move> shown =
                                    found.size() > limit ? found.subList(0, limit) : found;
                            return new Page<>(
                                    shown.stream().map(MoveView::of).toList(),
                                    found.size() > limit
                                            ? cursors.sign(
                                                    caller, filter, keys(shown.get(limit - 1)))
                                            : null);
                        });
    }

    private static Map<String, String> keys(Move move) {
        return Map.of("id", move.filingId().toString(), "limit", move.limitName());
    }

    private static After after(Map<String, String> keys) {
        return new After(
                UUID.fromString(keys.getOrDefault("id", "")), keys.getOrDefault("limit", ""));
    }

    /** The same as a file; who takes it is kept. */
    @GET
    @Path("/{id}/moves.csv")
    @Produces("text/csv;charset=UTF-8")
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD", "SYSTEM_ADMIN"})
    @Operation(summary = "下载期限变动清单 / What a recount moved, as a file")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(implementation = String.class)))
    public Multi<String> file(@PathParam("id") String id) {
        Caller caller = callers.current();
        UUID recountId = parse(id);
        Uni<Recount> taken =
                units.inTransaction(
                        () ->
                                recounts.require(caller, recountId)
                                        .call(
                                                () ->
                                                        audit.record(
                                                                caller,
                                                                AuditEntry.of(
                                                                        "recount.export",
                                                                        "recount",
                                                                        recountId.toString()))));
        return RestMulti.fromUniResponse(
                taken,
                found -> MovesFile.of(after -> rows(caller, recountId, after)),
                found ->
                        Map.of(
                                "Content-Disposition",
                                List.of("attachment; filename=\"moves-" + recountId + ".csv\"")));
    }

    private Uni<List<Move>> rows(Caller caller, UUID recountId, After after) {
        return units.inSession(() -> recounts.moves(caller, recountId, after, ROWS_AT_ONCE));
    }

    private static UUID parse(String id) {
        return Ids.parse(id, "期限重算", "recount");
    }
}
