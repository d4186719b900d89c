package io.mingjian.gateway.console;

import io.mingjian.contracts.FilingKind;
import io.mingjian.gateway.console.ActForm.Input;
import io.mingjian.gateway.console.ActForm.Tried;
import io.mingjian.gateway.console.FilingPage.Before;
import io.mingjian.gateway.console.Reply.Away;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The page of one filing, and the acts on it. */
@Path("/{kind: complaints|reports}/{id: [0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}")
@Authenticated
@PersonalPage
@Produces("text/html; charset=UTF-8")
public class FilingDesk {
    private final CurrentIdentityAssociation identity;
    private final Officers officers;
    private final Services services;
    private final Exhibits exhibits;

    FilingDesk(
            CurrentIdentityAssociation identity,
            Officers officers,
            Services services,
            Exhibits exhibits) {
        this.identity = identity;
        this.officers = officers;
        this.services = services;
        this.exhibits = exhibits;
    }

    /** The filing in a path. */
    private record Target(FilingKind kind, String id) {
        static Target of(String plural, String id) {
            return new Target(
                    "reports".equals(plural) ? FilingKind.REPORT : FilingKind.COMPLAINT, id);
        }

        String page() {
            return FilingPage.href(kind, id);
        }

        /** The same words inside the registry. */
        String resource() {
            return "/v1" + page();
        }
    }

    /**
     * The filing.
     *
     * @param done path of the act that was just taken, for the notice
     */
    @GET
    public Uni<Response> show(
            @PathParam("kind") String plural,
            @PathParam("id") String id,
            @QueryParam("done") @Nullable String done) {
        Target target = Target.of(plural, id);
        Act act = done == null ? null : Act.of(target.kind(), done).orElse(null);
        return identity.getDeferredIdentity()
                .map(officers::of)
                .chain(officer -> show(officer, target, 200, new Before(act, null, false)));
    }

    /** Who comes here by a link, after a login that cut an act off, goes back to the form. */
    @GET
    @Path("/{act: [a-z-]+}")
    public Response back(
            @PathParam("kind") String plural,
            @PathParam("id") String id,
            @PathParam("act") String act) {
        return Response.seeOther(URI.create(Target.of(plural, id).page())).build();
    }

    /**
     * Takes a step. What is wrong with it is shown beside the fields, with everything that was
     * typed.
     *
     * @param version tag under which the officer saw the filing
     */
    @POST
    @Path("/{act: [a-z-]+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> decide(
            @PathParam("kind") String plural,
            @PathParam("id") String id,
            @PathParam("act") String path,
            @RestForm @Nullable String version,
            @RestForm @Nullable String ground,
            @RestForm @Nullable List<String> factors,
            @RestForm @Nullable String districtCode,
            @RestForm @Nullable String reasons,
            @RestForm @Nullable String remedies,
            @HeaderParam("HX-Request") @Nullable String script) {
        Target target = Target.of(plural, id);
        Input input = input(ground, factors, districtCode, reasons, remedies);
        return identity.getDeferredIdentity()
                .map(officers::of)
                .chain(
                        officer ->
                                Act.of(target.kind(), path)
                                        .map(
                                                act ->
                                                        decide(
                                                                officer,
                                                                target,
                                                                act,
                                                                version == null ? "" : version,
                                                                input,
                                                                script != null))
                                        .orElseGet(() -> unknown(officer)));
    }

    private static Input input(
            @Nullable String ground,
            @Nullable List<String> factors,
            @Nullable String districtCode,
            @Nullable String reasons,
            @Nullable String remedies) {
        Map<String, List<String>> values = new HashMap<>();
        put(values, "ground", ground);
        put(values, "districtCode", districtCode);
        put(values, "reasons", reasons);
        put(values, "remedies", remedies);
        if (factors != null) {
            values.put("factors", List.copyOf(factors));
        }
        return new Input(values);
    }

    private static void put(Map<String, List<String>> values, String field, @Nullable String text) {
        if (text != null) {
            values.put(field, List.of(text));
        }
    }

    private static Uni<Response> unknown(Officer officer) {
        return Uni.createFrom()
                .item(ProblemPage.of(new Refused<>(404, ServiceProblem.SILENT)).answer(officer));
    }

    private Uni<Response> decide(
            Officer officer, Target target, Act act, String seen, Input input, boolean script) {
        return services.act(
                        officer,
                        Service.REGISTRY,
                        target.resource() + "/" + act.path(),
                        seen,
                        input.request(act),
                        FilingAnswer.class)
                .chain(reply -> after(officer, target, act, input, script, reply));
    }

    private Uni<Response> after(
            Officer officer,
            Target target,
            Act act,
            Input input,
            boolean script,
            Reply<FilingAnswer> reply) {
        if (reply instanceof Done) {
            return Uni.createFrom().item(onward(target.page() + "?done=" + act.path(), script));
        }
        if (reply instanceof Refused<FilingAnswer> refused) {
            boolean stale = refused.status() == 412;
            Tried tried = new Tried(act, input, refused.problem());
            return show(officer, target, refused.status(), new Before(null, tried, stale));
        }
        ServiceProblem silence =
                new ServiceProblem(null, Wording.text("problem.away.act"), null, null);
        return show(officer, target, 503, new Before(null, new Tried(act, input, silence), false));
    }

    /** A script follows redirects unseen, so it is told to go there itself. */
    private static Response onward(String path, boolean script) {
        return script
                ? Response.ok().header("HX-Redirect", path).build()
                : Response.seeOther(URI.create(path)).build();
    }

    private Uni<Response> show(Officer officer, Target target, int status, Before before) {
        return services.read(
                        officer, Service.REGISTRY, target.resource(), Map.of(), FilingAnswer.class)
                .chain(reply -> show(officer, target, status, before, reply));
    }

    private Uni<Response> show(
            Officer officer, Target target, int status, Before before, Reply<FilingAnswer> reply) {
        if (!(reply instanceof Done<FilingAnswer> done)) {
            return Uni.createFrom().item(lost(officer, reply, before));
        }
        FilingAnswer filing = done.body();
        List<FilingAnswer.Evidence> evidence =
                filing.evidence() == null ? List.of() : filing.evidence();
        String version = done.etag() == null ? "" : done.etag();
        return exhibits.of(officer, evidence)
                .map(found -> FilingPage.of(target.kind(), filing, version, officer, found, before))
                .map(page -> Response.status(status).entity(Pages.filing(officer, page)).build());
    }

    /** The filing itself cannot be shown; the browser's draft still holds what was typed. */
    private static Response lost(Officer officer, Reply<FilingAnswer> reply, Before before) {
        boolean silent = before.tried() != null && reply instanceof Away;
        return silent
                ? new ProblemPage(
                                503,
                                Wording.text("problem.away"),
                                Wording.text("problem.away.act"),
                                Wording.text("problem.away.kept"),
                                "")
                        .answer(officer)
                : ProblemPage.of(reply).answer(officer);
    }
}
