package io.mingjian.gateway.console;

import io.mingjian.contracts.FilingKind;
import io.mingjian.gateway.console.ActForm.Tried;
import io.mingjian.gateway.console.FilingPage.Around;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page of one filing, and the acts on it. */
@Path("/{kind: complaints|reports}/{id: " + FilingDesk.ID + "}")
@Authenticated
@PersonalPage
@Produces("text/html; charset=UTF-8")
public class FilingDesk {
    static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

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
     * An act on its way to the registry.
     *
     * @param id of the form
     * @param address inside the registry
     * @param seen version tag under which the officer saw what it changes
     */
    private record Sent(
            Target target, String id, String address, FormAnswer asked, Typed typed, String seen) {}

    /**
     * The filing.
     *
     * @param done code of the act that was just taken, for the notice
     */
    @GET
    public Uni<Response> show(
            @PathParam("kind") String plural,
            @PathParam("id") String id,
            @QueryParam("done") @Nullable String done) {
        Target target = Target.of(plural, id);
        return officer()
                .chain(officer -> show(officer, target, 200, new Before(done, null, false)));
    }

    /** Who comes here by a link, after a login that cut an act off, goes back to the form. */
    @GET
    @Path("/{act: [a-z-]+(/[0-9a-z-]+)*}")
    public Response back(
            @PathParam("kind") String plural,
            @PathParam("id") String id,
            @PathParam("act") String act) {
        return Response.seeOther(URI.create(Target.of(plural, id).page())).build();
    }

    /**
     * Takes a step. What is wrong with it is shown beside the fields, with everything that was
     * typed.
     */
    @POST
    @Path("/{act: [a-z-]+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> decide(
            @PathParam("kind") String plural,
            @PathParam("id") String id,
            @PathParam("act") String act,
            @HeaderParam("HX-Request") @Nullable String script,
            MultivaluedMap<String, String> posted) {
        Target target = Target.of(plural, id);
        return send(target, act, target.resource() + "/" + act, posted, script != null);
    }

    /** Says what a piece of evidence is. */
    @POST
    @Path("/evidence/{evidence: " + ID + "}/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> find(
            @PathParam("kind") String plural,
            @PathParam("id") String id,
            @PathParam("evidence") String evidence,
            @HeaderParam("HX-Request") @Nullable String script,
            MultivaluedMap<String, String> posted) {
        Target target = Target.of(plural, id);
        String under = "/evidence/" + evidence + "/confirmation";
        return send(
                target,
                FilingPage.findingId(evidence),
                target.resource() + under,
                posted,
                script != null);
    }

    /** Takes the filing to work on it, or gives it back. */
    @POST
    @Path("/queue/{act: claim|release}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> hold(
            @PathParam("kind") String plural,
            @PathParam("id") String id,
            @PathParam("act") String act,
            @HeaderParam("HX-Request") @Nullable String script,
            MultivaluedMap<String, String> posted) {
        String address = "/v1/queue/" + id + "/" + act;
        return send(Target.of(plural, id), act, address, posted, script != null);
    }

    private Uni<Officer> officer() {
        return identity.getDeferredIdentity().map(officers::of);
    }

    /** The form says itself what it asks for, so that it can be read after its step has closed. */
    private Uni<Response> send(
            Target target,
            String id,
            String address,
            MultivaluedMap<String, String> posted,
            boolean script) {
        Optional<FormAnswer> asked =
                Optional.ofNullable(posted.getFirst("asked")).flatMap(FormAnswer::read);
        String seen = Optional.ofNullable(posted.getFirst("version")).orElse("");
        return officer()
                .chain(
                        officer ->
                                asked.map(
                                                form ->
                                                        new Sent(
                                                                target,
                                                                id,
                                                                address,
                                                                form,
                                                                new Typed(Map.copyOf(posted)),
                                                                seen))
                                        .map(sent -> send(officer, sent, script))
                                        .orElseGet(() -> outdated(officer)));
    }

    private static Uni<Response> outdated(Officer officer) {
        return Uni.createFrom()
                .item(
                        new ProblemPage(
                                        400,
                                        Wording.text("problem.outdated"),
                                        Wording.text("problem.outdated.act"),
                                        Wording.text("problem.away.kept"),
                                        "")
                                .answer(officer));
    }

    private Uni<Response> send(Officer officer, Sent sent, boolean script) {
        Map<String, Object> request = sent.typed().request(sent.asked().fields());
        return services.act(officer, Service.REGISTRY, sent.address(), sent.seen(), request)
                .chain(reply -> after(officer, sent, script, reply));
    }

    private Uni<Response> after(Officer officer, Sent sent, boolean script, Reply<?> reply) {
        if (reply instanceof Done) {
            String done = sent.asked().step().matches("[A-Z_]+") ? sent.asked().step() : "";
            return Uni.createFrom().item(onward(sent.target().page() + "?done=" + done, script));
        }
        if (reply instanceof Refused<?> refused) {
            boolean stale = refused.status() == 412;
            Before before = new Before(null, tried(sent, refused.problem()), stale);
            return show(officer, sent.target(), refused.status(), before);
        }
        ServiceProblem silence =
                new ServiceProblem(null, Wording.text("problem.away.act"), null, null);
        return show(officer, sent.target(), 503, new Before(null, tried(sent, silence), false));
    }

    private static Tried tried(Sent sent, ServiceProblem problem) {
        return new Tried(sent.id(), sent.asked(), sent.typed(), problem);
    }

    /** A script follows redirects unseen, so it is told to go there itself. */
    static Response onward(String path, boolean script) {
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
        String version = done.etag() == null ? "" : done.etag();
        return around(officer, target, filing)
                .map(
                        around ->
                                FilingPage.of(
                                        target.kind(), filing, version, officer, around, before))
                .map(page -> Response.status(status).entity(Pages.filing(officer, page)).build());
    }

    private Uni<Around> around(Officer officer, Target target, FilingAnswer filing) {
        List<FilingAnswer.Evidence> evidence =
                filing.evidence() == null ? List.of() : filing.evidence();
        Map<String, String> notices =
                Map.of("filingKind", target.kind().name(), "filingId", target.id(), "limit", "100");
        return Uni.combine()
                .all()
                .unis(
                        exhibits.of(officer, evidence),
                        services.read(
                                officer,
                                Service.REGISTRY,
                                "/v1/documents",
                                notices,
                                NoticeList.Answer.class),
                        services.read(
                                officer,
                                Service.REGISTRY,
                                "/v1/queue/" + target.id() + "/claims",
                                Map.of(),
                                ClaimBox.Answer.class))
                .with(
                        (found, listed, claims) ->
                                new Around(
                                        found,
                                        NoticeList.of(listed, officer),
                                        ClaimBox.Held.of(claims)));
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
