package io.mingjian.gateway.console;

import io.mingjian.gateway.console.QueuePage.Filter;
import io.mingjian.gateway.console.Reply.Done;
import io.mingjian.gateway.upstream.Service;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page 我的待办. */
@Path("/queue")
@Authenticated
@PersonalPage
@Produces("text/html; charset=UTF-8")
public class QueueDesk {
    private static final String AT_ONCE = "50";

    private final CurrentIdentityAssociation identity;
    private final Officers officers;
    private final Services services;

    QueueDesk(CurrentIdentityAssociation identity, Officers officers, Services services) {
        this.identity = identity;
        this.officers = officers;
        this.services = services;
    }

    /** The queue; every filter and every page of it is a link. */
    @GET
    public Uni<Response> show(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor) {
        Filter filter = Filter.of(kind, state);
        return identity.getDeferredIdentity()
                .map(officers::of)
                .chain(officer -> show(officer, filter, cursor));
    }

    private Uni<Response> show(Officer officer, Filter filter, @Nullable String cursor) {
        if (officer.isDepartment()) {
            return Uni.createFrom().item(Response.seeOther(URI.create(officer.home())).build());
        }
        Map<String, String> query = new HashMap<>(Map.of("limit", AT_ONCE));
        if (!filter.kind().isEmpty()) {
            query.put("kind", filter.kind());
        }
        if (!filter.state().isEmpty()) {
            query.put("state", filter.state());
        }
        if (cursor != null && !cursor.isEmpty()) {
            query.put("cursor", cursor);
        }
        return services.read(officer, Service.REGISTRY, "/v1/queue", query, QueueAnswer.class)
                .map(reply -> answer(officer, filter, !query.containsKey("cursor"), reply));
    }

    private static Response answer(
            Officer officer, Filter filter, boolean isFirst, Reply<QueueAnswer> reply) {
        return reply instanceof Done<QueueAnswer> done
                ? Response.ok(Pages.queue(officer, QueuePage.of(filter, isFirst, done.body())))
                        .build()
                : ProblemPage.of(reply).answer(officer);
    }
}
