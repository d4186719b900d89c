package io.mingjian.registry.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.contracts.FilingKind;
import io.mingjian.contracts.IndicationBand;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.time.Calendars;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.time.Urgency;
import io.mingjian.kit.time.WorkingCalendar;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Page;
import io.mingjian.registry.code.District;
import io.mingjian.registry.evidence.EvidenceView;
import io.mingjian.registry.evidence.Indications;
import io.mingjian.registry.evidence.Indications.Named;
import io.mingjian.registry.queue.QueuePages.After;
import io.mingjian.registry.queue.QueuePages.Claimed;
import io.mingjian.registry.queue.QueuePages.Row;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: the queue, most urgent first. */
@Path("/v1/queue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "待办 Queue")
public class QueueDoor {
    private final QueuePages pages;
    private final Absences absences;
    private final Indications indications;
    private final FilerFlags flags;
    private final Callers callers;
    private final Cursors cursors;
    private final Calendars calendars;
    private final Clock clock;

    QueueDoor(
            QueuePages pages,
            Absences absences,
            Indications indications,
            FilerFlags flags,
            Callers callers,
            Cursors cursors,
            Calendars calendars,
            Clock clock) {
        this.pages = pages;
        this.absences = absences;
        this.indications = indications;
        this.flags = flags;
        this.callers = callers;
        this.cursors = cursors;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * A line of the queue.
     *
     * @param remainingWorkingDays zero on the last day, negative when overdue; absent if no clock
     *     runs
     * @param strongestBand the band among its evidence that asks for most attention
     * @param evidenceWaiting pieces of evidence whose analysis has not arrived
     * @param flags of the list, if the filer is on it; they move nothing
     * @param urgency how far the most advanced of its clocks has come
     * @param claimedBy user id of who works on it; other bureaus' officers are not named
     */
    @Schema(name = "QueueItem", description = "待办事项 / A line of the queue")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QueueItem(
            UUID filingId,
            FilingKind kind,
            String registrationNo,
            String state,
            boolean open,
            String holder,
            String districtCode,
            String districtName,
            @Nullable String filer,
            String respondent,
            LocalDate receivedOn,
            @Nullable LocalDate dueOn,
            @Nullable Long remainingWorkingDays,
            boolean dueProvisional,
            @Nullable String dueBasis,
            int evidenceCount,
            int evidenceWaiting,
            @Nullable IndicationBand strongestBand,
            @Nullable Hint hint,
            List<FilerFlag> flags,
            Urgency urgency,
            @Nullable String claimedBy,
            @Nullable String claimedByName,
            @Nullable OffsetDateTime claimedSince) {}

    /** Open filings by due date; with {@code state} also ended ones in that state. */
    @GET
    @WithSession
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "待办列表，按到期日排序 / The queue, by due date")
    public Uni<Page<QueueItem>> list(
            @BeanParam Wanted wanted,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        Caller caller = callers.current();
        int limit = Page.limit(asked);
        return mine(caller, wanted)
                .map(wanted::of)
                .chain(filter -> page(caller, filter, after(caller, filter, cursor), limit));
    }

    /** What the list is to be narrowed to, as it is asked for. */
    public static class Wanted {
        @QueryParam("kind")
        @Nullable FilingKind kind;

        @QueryParam("state")
        @Nullable String state;

        @QueryParam("district")
        @Parameter(description = "行政区划代码 / GB/T 2260 code", example = "310101")
        @Nullable String district;

        @QueryParam("mine")
        @Parameter(description = "本人认领的，以及为他人代办的 / claimed by me or by somebody I cover for")
        boolean mine;

        @QueryParam("unclaimed")
        @Parameter(description = "无人认领的 / claimed by nobody")
        boolean unclaimed;

        @QueryParam("breached")
        @Parameter(description = "已超期的 / a last day has passed")
        boolean breached;

        @QueryParam("warned")
        @Parameter(description = "期限已用过半、尚未超期的 / half of a period is used up")
        boolean warned;

        QueueFilter of(List<String> claimedBy) {
            return new QueueFilter(
                    kind, orNull(state), orNull(district), claimedBy, unclaimed, breached, warned);
        }

        private static @Nullable String orNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text;
        }
    }

    private Uni<List<String>> mine(Caller caller, Wanted wanted) {
        return wanted.mine
                ? absences.coveredBy(caller)
                        .map(
                                covered ->
                                        Stream.concat(Stream.of(caller.subject()), covered.stream())
                                                .sorted()
                                                .toList())
                : Uni.createFrom().item(List.of());
    }

    private Uni<Page<QueueItem>> page(
            Caller caller, QueueFilter filter, @Nullable After after, int limit) {
        return calendars
                .current()
                .chain(
                        calendar ->
                                pages.page(caller, filter, after, limit + 1)
                                        .chain(
                                                rows ->
                                                        dressed(
                                                                caller, filter, rows, limit,
                                                                calendar)));
    }

    private @Nullable After after(Caller caller, QueueFilter filter, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        Map<String, String> keys = cursors.read(caller, filter.fixed(), cursor);
        return new After(
                LocalDate.parse(keys.getOrDefault("due", "")),
                UUID.fromString(keys.getOrDefault("id", "")));
    }

    private Uni<Page<QueueItem>> dressed(
            Caller caller,
            QueueFilter filter,
            List<Row> rows,
            int limit,
            WorkingCalendar calendar) {
        List<Row> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        String next = rows.size() > limit ? cursor(caller, filter, shown.get(limit - 1)) : null;
        List<Named> named =
                shown.stream()
                        .flatMap(
                                row ->
                                        row.evidenceIds().stream()
                                                .map(id -> new Named(row.owner(), id)))
                        .toList();
        LocalDate today = LegalDay.today(clock);
        List<UUID> filers =
                shown.stream().map(Row::filerId).filter(Objects::nonNull).distinct().toList();
        return indications
                .known(caller, named)
                .chain(
                        known ->
                                flags.of(caller, filers, today)
                                        .map(
                                                flagged ->
                                                        new Beside(
                                                                known, flagged, calendar, today)))
                .map(
                        beside ->
                                new Page<>(
                                        shown.stream()
                                                .map(row -> item(caller, row, beside))
                                                .toList(),
                                        next));
    }

    private String cursor(Caller caller, QueueFilter filter, Row last) {
        return cursors.sign(
                caller,
                filter.fixed(),
                Map.of("due", last.sortedOn().toString(), "id", last.filingId().toString()));
    }

    /** What is shown beside the lines of a page. */
    private record Beside(
            Map<Named, EvidenceView> known,
            Map<UUID, List<FilerFlag>> flagged,
            WorkingCalendar calendar,
            LocalDate today) {

        List<FilerFlag> flags(Row row) {
            return row.filerId() == null
                    ? List.of()
                    : flagged.getOrDefault(row.filerId(), List.of());
        }
    }

    private static QueueItem item(Caller caller, Row row, Beside beside) {
        List<EvidenceView> analyzed =
                row.evidenceIds().stream()
                        .map(id -> beside.known().get(new Named(row.owner(), id)))
                        .filter(Objects::nonNull)
                        .toList();
        LocalDate due = row.dueOn();
        Claimed claimed = row.holder().equals(caller.organisation()) ? row.claimed() : null;
        return new QueueItem(
                row.filingId(),
                row.kind(),
                row.registrationNo(),
                row.state(),
                row.open(),
                row.holder(),
                row.districtCode(),
                District.ofCode(row.districtCode()).map(District::zh).orElse(""),
                row.filerName(),
                row.respondentName(),
                row.receivedOn(),
                due,
                due == null ? null : remaining(beside.calendar(), beside.today(), due),
                row.dueProvisional(),
                row.dueBasis(),
                row.evidenceIds().size(),
                row.evidenceIds().size() - analyzed.size(),
                strongest(analyzed),
                row.hint(),
                beside.flags(row),
                urgency(row.level()),
                claimed == null ? null : claimed.subject(),
                claimed == null ? null : claimed.name(),
                claimed == null ? null : ClaimViews.local(claimed.since()));
    }

    /** As {@code LegalClock.remainingWorkingDays}, from a due date that is already known. */
    private static long remaining(WorkingCalendar calendar, LocalDate today, LocalDate due) {
        return today.isAfter(due)
                ? -Math.max(1, calendar.workingDaysBetween(due, today))
                : calendar.workingDaysBetween(today, due);
    }

    private static Urgency urgency(int level) {
        return switch (level) {
            case 0 -> Urgency.CALM;
            case 50 -> Urgency.HALF_USED;
            case 80 -> Urgency.NEARLY_USED;
            default -> Urgency.OVERDUE;
        };
    }

    private static @Nullable IndicationBand strongest(List<EvidenceView> analyzed) {
        return Attention.most(
                analyzed.stream().map(EvidenceView::band).filter(Objects::nonNull).toList());
    }
}
