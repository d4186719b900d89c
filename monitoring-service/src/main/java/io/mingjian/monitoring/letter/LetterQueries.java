package io.mingjian.monitoring.letter;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Page;
import io.mingjian.monitoring.QueryText;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.letter.LetterViews.LetterView;
import io.mingjian.monitoring.letter.Letters.Filter;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: letters for the bureaus that send them and the platform that each is addressed to. */
@Path("/v1/letters")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
@Tag(name = "协助函 Letters")
public class LetterQueries {
    private final Letters letters;
    private final Callers callers;
    private final Cursors cursors;
    private final LegalTime time;

    LetterQueries(Letters letters, Callers callers, Cursors cursors, LegalTime time) {
        this.letters = letters;
        this.callers = callers;
        this.cursors = cursors;
        this.time = time;
    }

    @GET
    @Path("/{letterId}")
    @WithSession
    @Operation(operationId = "getLetter", summary = "查看协助函 / Read a letter")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LetterView.class)))
    public Uni<Response> one(@PathParam("letterId") String letterId) {
        Caller caller = callers.current();
        return letters.require(caller, Ids.parse(letterId, "协助函", "letter"))
                .chain(
                        letter ->
                                time.now()
                                        .map(
                                                now ->
                                                        Answer.ok(
                                                                letter.version(),
                                                                LetterView.of(
                                                                        letter, caller, now))))
                .map(Answer::toResponse);
    }

    @GET
    @WithSession
    @Operation(
            operationId = "listLetters",
            summary = "协助函列表，可只看超期未答复的 / List letters, or only those that are overdue")
    public Uni<Page<LetterView>> page(
            @QueryParam("leadId") @Parameter(schema = @Schema(implementation = UUID.class))
                    @Nullable String leadId,
            @QueryParam("state") @Parameter(schema = @Schema(implementation = LetterState.class))
                    @Nullable String state,
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Caller caller = callers.current();
        if (leadId != null && !caller.isCity() && !caller.isDistrict()) {
            throw QueryText.notForThisCaller("leadId");
        }
        Filter filter =
                new Filter(
                        QueryText.id("leadId", leadId),
                        QueryText.code(LetterState.class, "state", state),
                        overdue);
        String form = "letters|" + filter;
        @Nullable UUID after =
                cursor == null
                        ? null
                        : UUID.fromString(
                                cursors.read(caller, form, cursor).getOrDefault("id", ""));
        int size = Page.limit(limit);
        return time.now()
                .chain(
                        now ->
                                letters.page(caller, filter, now.day(), after, size + 1)
                                        .map(found -> page(caller, form, found, size, now)));
    }

    private Page<LetterView> page(
            Caller caller, String form, List<Letter> found, int size, Moment now) {
        List<LetterView> shown =
                found.stream()
                        .limit(size)
                        .map(letter -> LetterView.of(letter, caller, now))
                        .toList();
        return new Page<>(
                shown,
                found.size() <= size
                        ? null
                        : cursors.sign(
                                caller, form, Map.of("id", found.get(size - 1).id().toString())));
    }
}
