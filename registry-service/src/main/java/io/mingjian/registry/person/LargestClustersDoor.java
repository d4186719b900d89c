package io.mingjian.registry.person;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.web.Page;
import io.mingjian.registry.person.ClusterViews.ClusterItem;
import io.mingjian.registry.person.ClusterViews.ClusterList;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: the largest groups of persons who share contacts, for the city. */
@Path("/v1/filer-clusters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "投诉举报人 Filers")
public class LargestClustersDoor {
    private final Clusters clusters;
    private final Callers callers;

    LargestClustersDoor(Clusters clusters, Callers callers) {
        this.clusters = clusters;
        this.callers = callers;
    }

    /** The largest groups of the city, as counted last night. */
    @GET
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "全市共用联系方式的最大人群（市局） / The largest groups that share contacts; city only")
    public Uni<ClusterList> largest(@QueryParam("limit") @Nullable Integer asked) {
        Caller caller = callers.current();
        if (!caller.isCity()) {
            throw new Forbidden("全市汇总仅供市局查看。", "For the municipal bureau only.");
        }
        return clusters.largest(caller, Page.limit(asked))
                .map(all -> new ClusterList(all.stream().map(ClusterItem::of).toList()));
    }
}
