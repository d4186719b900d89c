package io.mingjian.kit.time;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.refusal.TooLarge;
import io.mingjian.kit.time.Calendars.Published;
import io.mingjian.kit.web.Answer;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** HTTP door to legal time: when something is due, and the notices that decide it. */
@Path("/v1/legal-time")
@Authenticated
@Tag(name = "legal-time")
public class LegalTimeResource {
    private static final int LARGEST_NOTICE = 64 * 1024;

    private final Calendars calendars;
    private final Callers callers;

    LegalTimeResource(Calendars calendars, Callers callers) {
        this.calendars = calendars;
        this.callers = callers;
    }

    /**
     * A notice in force.
     *
     * @param workingDays working days of the calendar year by all notices known now
     */
    public record NoticeView(int year, List<String> papers, int movedDays, long workingDays) {
        static NoticeView of(HolidayNotice notice, WorkingCalendar calendar) {
            return new NoticeView(
                    notice.year(),
                    notice.papers(),
                    notice.days().size(),
                    calendar.workingDaysIn(notice.year()));
        }
    }

    /** When a term is due. Order 121 Art 45. */
    @GET
    @Path("/due")
    @WithSession
    @Operation(summary = "期限届满日 / When a term is due")
    public Uni<DueAnswer> due(
            @Parameter(description = "起算日，当日不计 / first day, does not count", example = "2026-04-15")
                    @QueryParam("start")
                    @DefaultValue("")
                    String start,
            @Parameter(description = "7WD 或 60ND / working or natural days", example = "7WD")
                    @QueryParam("term")
                    @DefaultValue("")
                    String term,
            @Parameter(description = "FROM..TO，可重复 / may be repeated") @QueryParam("pause")
                    List<String> pauses) {
        return calendars.current().map(calendar -> answer(calendar, start, term, pauses));
    }

    /** The notices in force. */
    @GET
    @Path("/notices")
    @WithSession
    @Operation(summary = "现行放假通知 / Notices in force")
    public Uni<List<NoticeView>> notices() {
        return calendars
                .current()
                .map(
                        calendar ->
                                calendar.notices().stream()
                                        .map(notice -> NoticeView.of(notice, calendar))
                                        .toList());
    }

    /** One year's notice in force, in the form in which it is uploaded. */
    @GET
    @Path("/notices/{year}")
    @WithSession
    @Operation(summary = "某年放假通知 / One year's notice")
    public Uni<HolidayNotice> notice(@PathParam("year") int year) {
        return calendars
                .current()
                .map(
                        calendar ->
                                calendar.notice(year)
                                        .orElseThrow(
                                                () ->
                                                        new NotFound(
                                                                "年份的放假通知", "notice of that year")));
    }

    /** Puts a new or amended notice in force; provisional dates become settled. */
    @POST
    @Path("/notices")
    @RolesAllowed("SYSTEM_ADMIN")
    @Consumes(MediaType.APPLICATION_JSON)
    @WithTransaction
    @Operation(summary = "录入新的放假通知 / Publish a new notice")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = HolidayNotice.class)))
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = NoticeView.class)))
    @APIResponse(
            responseCode = "200",
            description = "已是现行通知 / in force already",
            content = @Content(schema = @Schema(implementation = NoticeView.class)))
    public Uni<Response> publish(String body) {
        Caller caller = callers.current();
        if (!caller.isCity()) {
            throw new Forbidden(
                    "放假通知由市局系统管理员录入。", "Notices are published by the municipal bureau.");
        }
        if (body.length() > LARGEST_NOTICE) {
            throw new TooLarge("64 KiB");
        }
        HolidayNotice notice = read(body);
        return calendars
                .publish(caller, notice, body)
                .onFailure(NoticeRejected.class)
                .transform(rejected -> invalid((NoticeRejected) rejected))
                .map(published -> answer(notice, published).toResponse());
    }

    private static Answer answer(HolidayNotice notice, Published published) {
        NoticeView view = NoticeView.of(notice, published.calendar());
        return published.changed()
                ? Answer.created("/v1/legal-time/notices/" + notice.year(), view)
                : Answer.ok(view);
    }

    private static DueAnswer answer(
            WorkingCalendar calendar, String start, String term, List<String> pauses) {
        try {
            return DueCommand.answer(calendar, start, term, pauses);
        } catch (DueInputRejected rejected) {
            throw new Invalid(
                    "/" + rejected.field(),
                    "not-understood",
                    rejected.zhDetail(),
                    rejected.enDetail());
        }
    }

    private static HolidayNotice read(String body) {
        try {
            return NoticeReader.read(body);
        } catch (NoticeRejected rejected) {
            throw invalid(rejected);
        }
    }

    private static Invalid invalid(NoticeRejected rejected) {
        return new Invalid(
                rejected.faults().stream()
                        .map(
                                fault ->
                                        new FieldError(
                                                fault.pointer(), fault.code(), fault.zhDetail()))
                        .toList());
    }
}
