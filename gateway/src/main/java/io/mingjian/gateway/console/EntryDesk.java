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
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of the abnormal-filer list, and the acts on its entries. */
@Path(EntryPage.PATH)
@Authenticated
@PersonalPage
@Produces("text/html; charset=UTF-8")
public class EntryDesk {
    private static final String AT_ONCE = "50";

    private final CurrentIdentityAssociation identity;
    private final Officers officers;
    private final Services services;

    EntryDesk(CurrentIdentityAssociation identity, Officers officers, Services services) {
        this.identity = identity;
        this.officers = officers;
        this.services = services;
    }

    /** The list; every filter and every page of it is a link. */
    @GET
    public Uni<Response> list(
            @QueryParam("state") @Nullable String asked,
            @QueryParam("cursor") @Nullable String cursor) {
        String state = EntriesPage.state(asked);
        Map<String, String> query = new HashMap<>(Map.of("limit", AT_ONCE));
        if (!state.isEmpty()) {
            query.put("state", state);
        }
        if (cursor != null && !cursor.isEmpty()) {
            query.put("cursor", cursor);
        }
        return officer()
                .chain(
                        officer ->
                                services.read(
                                                officer,
                                                Service.REGISTRY,
                                                "/v1" + EntryPage.PATH,
                                                query,
                                                EntryAnswer.Listed.class)
                                        .map(reply -> list(officer, state, reply)));
    }

    private static Response list(Officer officer, String state, Reply<EntryAnswer.Listed> reply) {
        return reply instanceof Done<EntryAnswer.Listed> done
                ? Response.ok(Pages.entries(officer, EntriesPage.of(state, done.body()))).build()
                : ProblemPage.of(reply).answer(officer);
    }

    /** One entry. */
    @GET
    @Path("/{id: " + FilingDesk.ID + "}")
    public Uni<Response> show(@PathParam("id") String id) {
        return officer().chain(officer -> show(officer, id, 200, null));
    }

    /** Takes a step; what is wrong with it is shown with everything that was typed. */
    @POST
    @Path("/{id: " + FilingDesk.ID + "}/{act: [a-z-]+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> take(
            @PathParam("id") String id,
            @PathParam("act") String act,
            @HeaderParam("HX-Request") @Nullable String script,
            MultivaluedMap<String, String> posted) {
        Optional<FormAnswer> asked =
                Optional.ofNullable(posted.getFirst("asked")).flatMap(FormAnswer::read);
        String seen = Optional.ofNullable(posted.getFirst("version")).orElse("");
        Typed typed = new Typed(Map.copyOf(posted));
        return officer()
                .chain(
                        officer ->
                                asked.map(
                                                form ->
                                                        send(
                                                                officer,
                                                                new Sent(
                                                                        id, act, form, typed, seen),
                                                                script != null))
                                        .orElseGet(() -> show(officer, id, 400, null)));
    }

    /**
     * An act on its way to the registry.
     *
     * @param seen version tag under which the officer saw the entry
     */
    private record Sent(String id, String act, FormAnswer asked, Typed typed, String seen) {
        Tried tried(ServiceProblem problem) {
            return new Tried(asked.path(), asked, typed, problem);
        }
    }

    private Uni<Response> send(Officer officer, Sent sent, boolean script) {
        String page = EntryPage.PATH + "/" + sent.id();
        return services.act(
                        officer,
                        Service.REGISTRY,
                        "/v1" + page + "/" + sent.act(),
                        sent.seen(),
                        sent.typed().request(sent.asked().fields()))
                .chain(
                        reply -> {
                            if (reply instanceof Done) {
                                return Uni.createFrom().item(onward(page, script));
                            }
                            return reply instanceof Refused<?> refused
                                    ? show(
                                            officer,
                                            sent.id(),
                                            refused.status(),
                                            sent.tried(refused.problem()))
                                    : show(
                                            officer,
                                            sent.id(),
                                            503,
                                            sent.tried(
                                                    new ServiceProblem(
                                                            null,
                                                            Wording.text("problem.away.act"),
                                                            null,
                                                            null)));
                        });
    }

    /** A script follows redirects unseen, so it is told to go there itself. */
    static Response onward(String path, boolean script) {
        return script
                ? Response.ok().header("HX-Redirect", path).build()
                : Response.seeOther(URI.create(path)).build();
    }

    private Uni<Response> show(Officer officer, String id, int status, @Nullable Tried tried) {
        return services.read(
                        officer,
                        Service.REGISTRY,
                        "/v1" + EntryPage.PATH + "/" + id,
                        Map.of(),
                        EntryAnswer.class)
                .map(reply -> show(officer, status, tried, reply));
    }

    private static Response show(
            Officer officer, int status, @Nullable Tried tried, Reply<EntryAnswer> reply) {
        if (!(reply instanceof Done<EntryAnswer> done)) {
            return ProblemPage.of(reply).answer(officer);
        }
        String version = done.etag() == null ? "" : done.etag();
        return Response.status(status)
                .entity(Pages.entry(officer, EntryPage.of(done.body(), version, tried)))
                .build();
    }

    private Uni<Officer> officer() {
        return identity.getDeferredIdentity().map(officers::of);
    }
}
