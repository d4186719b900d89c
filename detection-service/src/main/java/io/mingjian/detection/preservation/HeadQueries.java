package io.mingjian.detection.preservation;

import io.mingjian.detection.bundle.AuditHead;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Malformed;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Page;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where heads are published, the same for everybody. */
@Path("/v1/audit-heads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "preservation")
@Authenticated
public class HeadQueries {
    private final Callers callers;
    private final PublishedHeads published;
    private final Cursors cursors;

    HeadQueries(Callers callers, PublishedHeads published, Cursors cursors) {
        this.callers = callers;
        this.published = published;
        this.cursors = cursors;
    }

    /** In the order of their numbers, of one day or from the beginning. */
    @GET
    @WithSession
    @Operation(summary = "公布的审计链头：每日一次，每制作一个保全包一次 / Published heads of all chains of custody")
    public Uni<Page<AuditHead>> list(
            @QueryParam("day") @Nullable String day,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Caller caller = callers.current();
        String filter = "day=" + (day == null ? "" : day);
        LocalDate wanted = day == null ? null : parsed(day);
        long after =
                cursor == null
                        ? 0
                        : Long.parseLong(cursors.read(caller, filter, cursor).get("number"));
        int most = Page.limit(limit);
        return published
                .page(wanted, after, most + 1)
                .map(found -> page(caller, filter, found, most));
    }

    private Page<AuditHead> page(Caller caller, String filter, List<AuditHead> found, int most) {
        List<AuditHead> items = found.subList(0, Math.min(most, found.size()));
        return new Page<>(
                items,
                found.size() > most
                        ? cursors.sign(
                                caller,
                                filter,
                                Map.of("number", String.valueOf(items.get(most - 1).number())))
                        : null);
    }

    private static LocalDate parsed(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw new Malformed(
                    new FieldError(
                            "/day",
                            "not-a-date",
                            "日期须为 2026-04-15 这样的格式。",
                            "Give a date as 2026-04-15."));
        }
    }
}
