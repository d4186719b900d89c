package io.mingjian.gateway.console;

import io.mingjian.gateway.console.ActForm.Tried;
import io.mingjian.gateway.console.Reply.Done;
import io.mingjian.gateway.console.Reply.Refused;
import io.mingjian.gateway.upstream.Service;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page 重新检视. */
@Path(RecheckPage.PATH)
@Authenticated
@PersonalPage
@Produces("text/html; charset=UTF-8")
public class RecheckDesk {
    private final CurrentIdentityAssociation identity;
    private final Officers officers;
    private final Services services;

    RecheckDesk(CurrentIdentityAssociation identity, Officers officers, Services services) {
        this.identity = identity;
        this.officers = officers;
        this.services = services;
    }

    /**
     * What waits at the officer's bureau.
     *
     * @param entry of one entry only, also what is done
     */
    @GET
    public Uni<Response> show(@QueryParam("entry") @Nullable String entry) {
        return officer().chain(officer -> show(officer, entry, 200, null));
    }

    /** Says what came out of looking again. */
    @POST
    @Path("/{id: " + FilingDesk.ID + "}/result")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> decide(
            @PathParam("id") String id,
            @HeaderParam("HX-Request") @Nullable String script,
            MultivaluedMap<String, String> posted) {
        Typed typed = new Typed(Map.copyOf(posted));
        String version = posted.getFirst("version");
        return officer()
                .chain(
                        officer ->
                                services.act(
                                                officer,
                                                Service.REGISTRY,
                                                "/v1" + RecheckPage.PATH + "/" + id + "/result",
                                                version == null ? "" : version,
                                                typed.request(RecheckPage.RESULT.fields()))
                                        .chain(
                                                reply ->
                                                        after(
                                                                officer,
                                                                id,
                                                                typed,
                                                                script != null,
                                                                reply)));
    }

    private Uni<Response> after(
            Officer officer, String id, Typed typed, boolean script, Reply<?> reply) {
        if (reply instanceof Done) {
            return Uni.createFrom().item(EntryDesk.onward(RecheckPage.PATH, script));
        }
        boolean refused = reply instanceof Refused<?>;
        ServiceProblem problem =
                reply instanceof Refused<?> said
                        ? said.problem()
                        : new ServiceProblem(null, Wording.text("problem.away.act"), null, null);
        Tried tried = new Tried(RecheckPage.id(id), RecheckPage.RESULT, typed, problem);
        int status = refused ? ((Refused<?>) reply).status() : 503;
        return show(officer, null, status, tried);
    }

    private Uni<Response> show(
            Officer officer, @Nullable String entry, int status, @Nullable Tried tried) {
        Map<String, String> query = new HashMap<>(Map.of("limit", "100"));
        if (entry != null && entry.matches(FilingDesk.ID)) {
            query.put("entryId", entry);
            query.put("open", "false");
        }
        return services.read(
                        officer,
                        Service.REGISTRY,
                        "/v1" + RecheckPage.PATH,
                        query,
                        RecheckAnswer.Listed.class)
                .map(
                        reply ->
                                reply instanceof Done<RecheckAnswer.Listed> done
                                        ? Response.status(status)
                                                .entity(
                                                        Pages.rechecks(
                                                                officer,
                                                                RecheckPage.of(done.body(), tried)))
                                                .build()
                                        : ProblemPage.of(reply).answer(officer));
    }

    private Uni<Officer> officer() {
        return identity.getDeferredIdentity().map(officers::of);
    }
}
