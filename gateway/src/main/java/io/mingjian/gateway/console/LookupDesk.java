package io.mingjian.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.gateway.console.ActForm.Tried;
import io.mingjian.gateway.console.LookupAnswer.Agreements;
import io.mingjian.gateway.console.LookupAnswer.Log;
import io.mingjian.gateway.console.LookupAnswer.Result;
import io.mingjian.gateway.console.Reply.Done;
import io.mingjian.gateway.console.Reply.Refused;
import io.mingjian.gateway.upstream.Service;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page 名录查询, for departments under an agreement and for the city's auditors. */
@Path(LookupPage.PATH)
@Authenticated
@PersonalPage
@Produces("text/html; charset=UTF-8")
public class LookupDesk {
    private static final String LOOKUPS = "/v1/abnormal-filer-lookups";
    private static final String AT_ONCE = "50";

    private final CurrentIdentityAssociation identity;
    private final Officers officers;
    private final Services services;

    LookupDesk(CurrentIdentityAssociation identity, Officers officers, Services services) {
        this.identity = identity;
        this.officers = officers;
        this.services = services;
    }

    /** What came before: an answer, an attempt, or nothing. */
    private record Before(int status, @Nullable Result result, @Nullable Tried tried) {
        static final Before NOTHING = new Before(200, null, null);
    }

    @GET
    public Uni<Response> show(@QueryParam("cursor") @Nullable String cursor) {
        return officer().chain(officer -> show(officer, Before.NOTHING, cursor));
    }

    /** Asks; the answer stands on the page and in no address, so that it is nowhere kept. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> ask(MultivaluedMap<String, String> posted) {
        Optional<FormAnswer> asked =
                Optional.ofNullable(posted.getFirst("asked")).flatMap(FormAnswer::read);
        Typed typed = new Typed(Map.copyOf(posted));
        return officer()
                .chain(
                        officer ->
                                asked.map(form -> ask(officer, form, typed))
                                        .orElseGet(() -> show(officer, Before.NOTHING, null)));
    }

    private Uni<Response> ask(Officer officer, FormAnswer asked, Typed typed) {
        return services.act(officer, Service.REGISTRY, LOOKUPS, "*", typed.request(asked.fields()))
                .chain(reply -> show(officer, after(asked, typed, reply), null));
    }

    private static Before after(FormAnswer asked, Typed typed, Reply<JsonNode> reply) {
        if (reply instanceof Done<JsonNode> done) {
            return new Before(200, Result.of(done.body()), null);
        }
        if (reply instanceof Refused<JsonNode> refused) {
            return new Before(
                    refused.status(),
                    null,
                    new Tried(asked.path(), asked, typed, refused.problem()));
        }
        ServiceProblem silence =
                new ServiceProblem(null, Wording.text("problem.away.detail"), null, null);
        return new Before(503, null, new Tried(asked.path(), asked, typed, silence));
    }

    private Uni<Officer> officer() {
        return identity.getDeferredIdentity().map(officers::of);
    }

    private Uni<Response> show(Officer officer, Before before, @Nullable String cursor) {
        Map<String, String> query = new HashMap<>(Map.of("limit", AT_ONCE));
        if (cursor != null && !cursor.isEmpty()) {
            query.put("cursor", cursor);
        }
        return services.read(officer, Service.REGISTRY, LOOKUPS, query, Log.class)
                .chain(
                        log ->
                                log instanceof Done<Log> done
                                        ? shown(officer, before, done.body())
                                        : Uni.createFrom()
                                                .item(ProblemPage.of(log).answer(officer)));
    }

    private Uni<Response> shown(Officer officer, Before before, Log log) {
        return services.read(
                        officer,
                        Service.REGISTRY,
                        "/v1/lookup-agreements",
                        Map.of(),
                        Agreements.class)
                .map(
                        reply ->
                                reply instanceof Done<Agreements> done
                                        ? answer(officer, before, done.body(), log)
                                        : ProblemPage.of(reply).answer(officer));
    }

    private static Response answer(Officer officer, Before before, Agreements agreements, Log log) {
        LookupPage page = LookupPage.of(officer, agreements, log, before.result(), before.tried());
        return Response.status(before.status()).entity(Pages.lookup(officer, page)).build();
    }
}
