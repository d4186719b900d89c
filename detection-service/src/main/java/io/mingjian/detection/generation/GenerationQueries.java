package io.mingjian.detection.generation;

import io.mingjian.detection.generation.GenerationViews.GenerationView;
import io.mingjian.detection.generation.GenerationViews.StatisticsView;
import io.mingjian.detection.prompt.PromptRule;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Malformed;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.web.Etags;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a provider looks at its own requests and the city at figures. */
@Path(GenerationIntake.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "generation")
public class GenerationQueries {
    private static final int MOST_DAYS = 92;
    private static final int USUAL_DAYS = 30;

    private final Callers callers;
    private final PromptRule rule;
    private final GenerationRequests requests;
    private final Clock clock;

    GenerationQueries(Callers callers, PromptRule rule, GenerationRequests requests, Clock clock) {
        this.callers = callers;
        this.rule = rule;
        this.requests = requests;
        this.clock = clock;
    }

    @GET
    @Path("/{id}")
    @WithSession
    @RolesAllowed("INTEGRATION")
    @Operation(summary = "查看本机构的一次生成请求（不含提示词与依据） / One of one's own requests, without its words")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GenerationView.class)))
    public Uni<Response> show(@PathParam("id") String id) {
        Caller caller = callers.current();
        return requests.require(caller, Ids.parse(id, "生成请求", "generation request"))
                .map(
                        kept ->
                                Response.ok(GenerationView.of(rule, kept, null))
                                        .header("ETag", Etags.of(0))
                                        .build());
    }

    /** The last thirty days where nothing is asked for. */
    @GET
    @Path("/statistics")
    @WithSession
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
    @Operation(summary = "生成请求统计：按日、提供者、类别、风险 / Figures for the city; no single request")
    public Uni<StatisticsView> statistics(
            @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        callers.requireCity();
        LocalDate last = to == null ? LegalDay.today(clock) : day("/to", to);
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1L) : day("/from", from);
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw new Malformed(
                    new FieldError(
                            "/from",
                            "range",
                            "起止日期须为 1 至 92 天。",
                            "From and to take 1 to 92 days."));
        }
        return requests.figures(first, last).map(rows -> StatisticsView.of(first, last, rows));
    }

    private static LocalDate day(String pointer, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Malformed(
                    new FieldError(
                            pointer,
                            "not-a-date",
                            "日期须为 2026-04-15 这样的格式。",
                            "Give a date as 2026-04-15."));
        }
    }
}
