package io.mingjian.gateway.console;

import io.mingjian.gateway.console.FilerPage.Answers;
import io.mingjian.gateway.console.FilerPage.Tried;
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
import org.jspecify.annotations.Nullable;

/** The page of one person who files, and who is decided to be the same person. */
@Path("/filers/{id: " + FilingDesk.ID + "}")
@Authenticated
@PersonalPage
@Produces("text/html; charset=UTF-8")
public class FilerDesk {
    private final CurrentIdentityAssociation identity;
    private final Officers officers;
    private final Services services;

    FilerDesk(CurrentIdentityAssociation identity, Officers officers, Services services) {
        this.identity = identity;
        this.officers = officers;
        this.services = services;
    }

    /** The person. */
    @GET
    public Uni<Response> show(
            @PathParam("id") String id, @QueryParam("done") @Nullable String done) {
        String notice =
                done != null && Wording.knows("merge.done", done)
                        ? Wording.of("merge.done", done)
                        : "";
        return officer().chain(officer -> show(officer, id, 200, notice, Tried.NOTHING));
    }

    /** Who comes here by a link, after a login that cut an act off, goes back to the page. */
    @GET
    @Path("/merges{rest: (/.*)?}")
    public Response back(@PathParam("id") String id) {
        return Response.seeOther(URI.create("/filers/" + id)).build();
    }

    /** Merges this filer with another one. */
    @POST
    @Path("/merges")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> merge(
            @PathParam("id") String id,
            @HeaderParam("HX-Request") @Nullable String script,
            MultivaluedMap<String, String> posted) {
        Map<String, Object> body = body(posted);
        body.put("filerId", id);
        return send(id, "merges", "/v1/filer-merges", posted, body, script != null);
    }

    /** Decides about a proposal, or takes a merge apart. */
    @POST
    @Path("/merges/{merge: " + FilingDesk.ID + "}/{act: confirmation|dismissal|separation}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> decide(
            @PathParam("id") String id,
            @PathParam("merge") String merge,
            @PathParam("act") String act,
            @HeaderParam("HX-Request") @Nullable String script,
            MultivaluedMap<String, String> posted) {
        String under = merge + "/" + act;
        return send(id, under, "/v1/filer-merges/" + under, posted, body(posted), script != null);
    }

    private static Map<String, Object> body(MultivaluedMap<String, String> posted) {
        Map<String, Object> body = new HashMap<>();
        for (String key : new String[] {"reasons", "otherFilerId"}) {
            String typed = posted.getFirst(key);
            if (typed != null && !typed.isBlank()) {
                body.put(key, typed.strip());
            }
        }
        return body;
    }

    private Uni<Response> send(
            String id,
            String act,
            String address,
            MultivaluedMap<String, String> posted,
            Map<String, Object> body,
            boolean script) {
        String seen = posted.getFirst("version");
        return officer()
                .chain(
                        officer ->
                                services.act(
                                                officer,
                                                Service.REGISTRY,
                                                address,
                                                seen == null ? "" : seen,
                                                body)
                                        .chain(
                                                reply ->
                                                        after(
                                                                officer, id, act, posted, script,
                                                                reply)));
    }

    private Uni<Response> after(
            Officer officer,
            String id,
            String act,
            MultivaluedMap<String, String> posted,
            boolean script,
            Reply<?> reply) {
        if (reply instanceof Done) {
            String done = act.substring(act.lastIndexOf('/') + 1);
            return Uni.createFrom()
                    .item(FilingDesk.onward("/filers/" + id + "?done=" + done, script));
        }
        Map<String, String> typed = new HashMap<>();
        posted.forEach((key, values) -> typed.put(key, String.join("\n", values)));
        return reply instanceof Refused<?> refused
                ? show(officer, id, refused.status(), "", new Tried(act, typed, refused.problem()))
                : show(
                        officer,
                        id,
                        503,
                        "",
                        new Tried(
                                act,
                                typed,
                                new ServiceProblem(
                                        null, Wording.text("problem.away.act"), null, null)));
    }

    private Uni<Response> show(Officer officer, String id, int status, String notice, Tried tried) {
        return services.read(
                        officer,
                        Service.REGISTRY,
                        "/v1/filers/" + id,
                        Map.of(),
                        DossierAnswer.class)
                .chain(
                        reply ->
                                reply instanceof Done<DossierAnswer> done
                                        ? around(officer, id, done.body())
                                                .map(
                                                        answers ->
                                                                FilerPage.of(
                                                                        id, officer, answers,
                                                                        notice, tried))
                                                .map(
                                                        page ->
                                                                Response.status(status)
                                                                        .entity(
                                                                                Pages.filer(
                                                                                        officer,
                                                                                        page))
                                                                        .build())
                                        : Uni.createFrom()
                                                .item(ProblemPage.of(reply).answer(officer)));
    }

    private Uni<Answers> around(Officer officer, String id, DossierAnswer dossier) {
        return Uni.combine()
                .all()
                .unis(
                        services.read(
                                officer,
                                Service.REGISTRY,
                                "/v1/filers/" + id + "/cluster",
                                Map.of(),
                                ClusterAnswer.class),
                        services.read(
                                officer,
                                Service.REGISTRY,
                                "/v1/filer-merges",
                                Map.of("filer", id, "limit", "100"),
                                MergesAnswer.class))
                .with(
                        (cluster, merges) ->
                                new Answers(
                                        dossier,
                                        cluster instanceof Done<ClusterAnswer> done
                                                ? done.body()
                                                : null,
                                        merges instanceof Done<MergesAnswer> done
                                                ? done.body()
                                                : null));
    }

    private Uni<Officer> officer() {
        return identity.getDeferredIdentity().map(officers::of);
    }
}
