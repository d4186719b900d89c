package io.mingjian.registry.criteria;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Page;
import io.mingjian.registry.criteria.Hits.HitView;
import io.mingjian.registry.person.KnownPersons;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: when a filer reached which criterion, and the words that explain it. */
@Path("/v1/filers/{id}/hits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "投诉举报人 Filers")
public class HitDoor {
    private final KnownPersons persons;
    private final Hits hits;
    private final Cursors cursors;
    private final Audit audit;
    private final Callers callers;

    HitDoor(KnownPersons persons, Hits hits, Cursors cursors, Audit audit, Callers callers) {
        this.persons = persons;
        this.hits = hits;
        this.cursors = cursors;
        this.audit = audit;
        this.callers = callers;
    }

    /** The hits of the person, newest first. */
    @GET
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(
            summary = "查询投诉举报人达到判定标准的记录及说明（留痕） / Hits of a filer with their explanations; audited")
    public Uni<Page<HitView>> list(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        Caller caller = callers.current();
        UUID filerId = Ids.parse(id, "投诉举报人", "filer");
        String filter = "hits|" + filerId;
        int limit = Page.limit(asked);
        UUID before =
                cursor == null
                        ? null
                        : UUID.fromString(
                                cursors.read(caller, filter, cursor).getOrDefault("id", ""));
        return persons.require(caller, filerId)
                .call(
                        person ->
                                audit.record(
                                        caller,
                                        AuditEntry.of("filer.look", "filer", person.id().toString())
                                                .forPurpose("hits")))
                .chain(person -> hits.page(caller, person.members(), before, limit + 1))
                .map(found -> page(caller, filter, found, limit));
    }

    private Page<HitView> page(Caller caller, String filter, List<HitView> found, int limit) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<HitView> shown = found.subList(0, limit);
        UUID last = shown.get(limit - 1).id();
        return new Page<>(shown, cursors.sign(caller, filter, Map.of("id", last.toString())));
    }
}
