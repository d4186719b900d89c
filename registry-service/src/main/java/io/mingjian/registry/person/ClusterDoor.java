package io.mingjian.registry.person;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.registry.filer.Faces;
import io.mingjian.registry.filer.Persons.Person;
import io.mingjian.registry.person.ClusterViews.ClusterView;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** HTTP door: who shares telephones, addresses and accounts with whom; every look is kept. */
@Path("/v1/filers/{id}/cluster")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "投诉举报人 Filers")
public class ClusterDoor {
    private final KnownPersons known;
    private final Surrounding surrounding;
    private final Faces faces;
    private final Audit audit;
    private final Callers callers;

    ClusterDoor(
            KnownPersons known,
            Surrounding surrounding,
            Faces faces,
            Audit audit,
            Callers callers) {
        this.known = known;
        this.surrounding = surrounding;
        this.faces = faces;
        this.audit = audit;
        this.callers = callers;
    }

    /** Who hangs together with a filer, and by what. */
    @GET
    @WithTransaction
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "查看与投诉举报人共用联系方式的人（留痕） / Who shares contacts with a filer; audited")
    public Uni<ClusterView> around(@PathParam("id") String id) {
        Caller caller = callers.current();
        return known.require(caller, Ids.parse(id, "投诉举报人", "filer"))
                .chain(person -> view(caller, person))
                .call(
                        view ->
                                audit.record(
                                        caller,
                                        AuditEntry.of(
                                                "filer.look",
                                                "filer",
                                                view.personId().toString())));
    }

    private Uni<ClusterView> view(Caller caller, Person person) {
        return surrounding
                .of(caller, person.id())
                .chain(
                        group ->
                                known.among(caller, group.persons())
                                        .chain(
                                                ids ->
                                                        faces.of(caller, ids)
                                                                .map(
                                                                        shown ->
                                                                                ClusterView.of(
                                                                                        person.id(),
                                                                                        group,
                                                                                        ids,
                                                                                        shown))));
    }
}
