package io.mingjian.detection.retention;

import io.mingjian.detection.evidence.EvidenceKeeping;
import io.mingjian.detection.evidence.Kept;
import io.mingjian.detection.retention.RetentionViews.RetentionView;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Malformed;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Page;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where people see which evidence is about to be destroyed, while it can still be held. */
@Path("/v1/evidence-endings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "evidence")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
public class EndingDoor {
    private static final int USUAL_DAYS = 30;

    private final EvidenceKeeping keeping;
    private final Cursors cursors;
    private final Callers callers;
    private final Clock clock;

    EndingDoor(EvidenceKeeping keeping, Cursors cursors, Callers callers, Clock clock) {
        this.keeping = keeping;
        this.cursors = cursors;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * What the caller may see and whose term ends, the earliest first; held pieces too, marked as
     * such.
     *
     * @param before day before which terms end; in thirty days unless told otherwise
     */
    @GET
    @WithSession
    @Operation(summary = "保存期限将届满的证据 / Evidence whose term ends, the earliest first")
    public Uni<Page<RetentionView>> list(
            @QueryParam("before") @Nullable String before,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        Caller caller = callers.current();
        LocalDate day = before == null ? LegalDay.today(clock).plusDays(USUAL_DAYS) : parse(before);
        String filter = "endings before=" + day;
        int limit = Page.limit(asked);
        return keeping.endingBefore(caller, day, place(caller, filter, cursor), limit + 1)
                .map(found -> page(caller, filter, found, limit));
    }

    private Kept.Place place(Caller caller, String filter, @Nullable String cursor) {
        if (cursor == null) {
            return Kept.Place.BEGINNING;
        }
        Map<String, String> keys = cursors.read(caller, filter, cursor);
        return new Kept.Place(
                LocalDate.parse(keys.getOrDefault("until", "")),
                UUID.fromString(keys.getOrDefault("id", "")));
    }

    private Page<RetentionView> page(Caller caller, String filter, List<Kept> found, int limit) {
        List<RetentionView> all = found.stream().map(RetentionView::of).toList();
        if (all.size() <= limit) {
            return new Page<>(all, null);
        }
        RetentionView last = all.get(limit - 1);
        String next =
                cursors.sign(
                        caller,
                        filter,
                        Map.of(
                                "until", String.valueOf(last.keepUntil()),
                                "id", last.evidenceId().toString()));
        return new Page<>(all.subList(0, limit), next);
    }

    private static LocalDate parse(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw new Malformed(
                    new FieldError(
                            "/before",
                            "not-a-day",
                            "日期须为 2026-04-15 的形式。",
                            "Give a day as 2026-04-15."));
        }
    }
}
