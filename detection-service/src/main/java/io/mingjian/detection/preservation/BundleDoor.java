package io.mingjian.detection.preservation;

import io.mingjian.contracts.Role;
import io.mingjian.detection.bundle.SigningKey;
import io.mingjian.detection.preservation.BundleForm.Wish;
import io.mingjian.detection.preservation.BundleShelf.Place;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.Forbidden;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Where evidence is taken away as a sealed bundle. Nothing of it is kept here: each request is an
 * export of its own with its own entries of custody, and a repeated one is never answered from
 * memory. So it takes no idempotency key.
 */
@Path("/v1/preservation-bundles")
@Tag(name = "preservation")
public class BundleDoor {
    private final Callers callers;
    private final SigningKeys keys;
    private final Dossiers dossiers;
    private final BundlePress press;
    private final BundleShelf shelf;

    BundleDoor(
            Callers callers,
            SigningKeys keys,
            Dossiers dossiers,
            BundlePress press,
            BundleShelf shelf) {
        this.callers = callers;
        this.keys = keys;
        this.dossiers = dossiers;
        this.press = press;
        this.shelf = shelf;
    }

    /** The export is on record before the first byte goes out. */
    @POST
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD", "INTEGRATION"})
    @Produces({"application/zip", "application/problem+json"})
    @Operation(
            summary =
                    "制作保全包：原件、保管链、分析、哈希、时间证明和签名 / A sealed bundle of up to 50 pieces of evidence, which anyone can verify offline")
    @APIResponse(
            responseCode = "200",
            description = "保全包（ZIP）；用 mingjian verify 离线核验",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<Response> make(
            @Context RoutingContext exchange, @NotNull(message = "请提交申请内容。") BundleForm form) {
        Caller caller = callers.current();
        requireRight(caller);
        Wish wish = form.sound();
        SigningKey key = keys.require();
        return Panache.withTransaction(
                        () ->
                                dossiers.open(caller, wish)
                                        .map(dossier -> new Seat(dossier, seat(exchange))))
                .chain(seat -> make(exchange, seat, key));
    }

    /** A place for what may be made: whether there is room is nothing for whoever may not. */
    private record Seat(Dossier dossier, Place place) {}

    private Place seat(RoutingContext exchange) {
        Place place = shelf.take();
        leaveAtTheEnd(exchange, place);
        return place;
    }

    private Uni<Response> make(RoutingContext exchange, Seat seat, SigningKey key) {
        Place place = seat.place();
        return press.press(seat.dossier(), key, place)
                .map(file -> answer(seat.dossier().bundleId(), file))
                .invoke(() -> leaveWhenGone(exchange, place))
                .onFailure()
                .invoke(place::leave)
                .onCancellation()
                .invoke(place::leave);
    }

    /** A bundle holds originals, so bureaus give it to those who may take an original. */
    private static void requireRight(Caller caller) {
        boolean bureau = caller.isCity() || caller.isDistrict();
        if (bureau && !caller.hasAny(Role.REVIEWER, Role.HEAD)) {
            throw new Forbidden(
                    "保全包含有原始文件，市场监督管理部门仅由审核人员或负责人制作。",
                    "A bundle holds originals; at bureaus reviewers and heads make it.");
        }
    }

    private static Response answer(UUID bundleId, java.nio.file.Path file) {
        return Response.ok(file, "application/zip")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"preservation-" + bundleId + ".zip\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    /** Said before anything is written, so that there is no moment at which a file is nobody's. */
    private static void leaveAtTheEnd(RoutingContext exchange, Place place) {
        exchange.addEndHandler(ended -> place.leave());
    }

    /**
     * Whoever goes away during the download is told of by this handler alone, which the framework
     * has taken for its own use while it waited for the answer.
     */
    private static void leaveWhenGone(RoutingContext exchange, Place place) {
        exchange.response().closeHandler(gone -> place.leave());
        if (exchange.response().closed()) {
            place.leave();
        }
    }
}
