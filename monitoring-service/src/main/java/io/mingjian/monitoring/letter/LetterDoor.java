package io.mingjian.monitoring.letter;

import io.mingjian.contracts.EventType;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.number.Numbers;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.outbox.Outbox;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.lead.LeadSteps;
import io.mingjian.monitoring.lead.Standing;
import io.mingjian.monitoring.letter.LetterViews.AnswerRequest;
import io.mingjian.monitoring.letter.LetterViews.LetterView;
import io.mingjian.monitoring.letter.LetterViews.ReminderRequest;
import io.mingjian.monitoring.letter.LetterViews.WithdrawalRequest;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: the bureau issues, reminds and withdraws; the platform receives and answers. */
@Path("/v1/letters/{letterId}")
@Tag(name = "协助函 Letters")
public class LetterDoor {
    private final Letters letters;
    private final LeadSteps leads;
    private final Callers callers;
    private final Idempotency idempotency;
    private final Numbers numbers;
    private final Outbox outbox;
    private final Audit audit;
    private final LegalTime time;

    LetterDoor(
            Letters letters,
            LeadSteps leads,
            Callers callers,
            Idempotency idempotency,
            Numbers numbers,
            Outbox outbox,
            Audit audit,
            LegalTime time) {
        this.letters = letters;
        this.leads = leads;
        this.callers = callers;
        this.idempotency = idempotency;
        this.numbers = numbers;
        this.outbox = outbox;
        this.audit = audit;
        this.time = time;
    }

    @POST
    @Path("/issue")
    @RolesAllowed({"REVIEWER", "HEAD"})
    @WithTransaction
    @Operation(
            operationId = "issueLetter",
            summary = "签发协助函，编号并起算答复期限 / Issue the letter: it gets its number and its term",
            description = "起草人本人不得签发。编号按单位和年度连续。")
    public Uni<Response> issue(
            @PathParam("letterId") String letterId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Caller caller = callers.current();
        return letters.leadOf(caller, Ids.parse(letterId, "协助函", "letter"))
                .chain(lead -> leads.hold(lead.toString()))
                .chain(lead -> step(letterId, ifMatch, (letter, now) -> issue(lead, letter, now)));
    }

    /**
     * The lead is held before the letter, as where a lead goes to another bureau, so that it
     * neither ends nor leaves beside the letter.
     */
    private Uni<Void> issue(Standing lead, Letter letter, Moment now) {
        Caller caller = callers.current();
        letter.requireIssuableBy(caller);
        LetterDrafts.requireAtWork(lead, caller);
        int year = now.day().getYear();
        return numbers.next(letter.bureau(), "letter", year)
                .invoke(
                        number ->
                                letter.issue(
                                        "XZ%d-%s-%05d".formatted(year, letter.bureau(), number),
                                        caller,
                                        now))
                .replaceWithVoid();
    }

    @POST
    @Path("/acknowledgement")
    @RolesAllowed({"HANDLER", "INTEGRATION"})
    @WithTransaction
    @Operation(
            operationId = "acknowledgeLetter",
            summary = "平台签收协助函 / The platform acknowledges the letter")
    public Uni<Response> acknowledge(
            @PathParam("letterId") String letterId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return step(
                letterId,
                ifMatch,
                (letter, now) -> done(() -> letter.acknowledge(callers.current(), now)));
    }

    @POST
    @Path("/answer")
    @RolesAllowed({"HANDLER", "INTEGRATION"})
    @WithTransaction
    @Operation(
            operationId = "answerLetter",
            summary = "平台答复协助函 / The platform answers the letter",
            description = "超过期限的答复照收并注明；所附证据须为本平台上传，发函单位随即可以查看。")
    public Uni<Response> answer(
            @PathParam("letterId") String letterId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid AnswerRequest request) {
        Caller caller = callers.current();
        return idempotency.once(
                caller,
                key,
                "letters.answer " + letterId,
                request,
                () ->
                        take(
                                letterId,
                                ifMatch,
                                (letter, now) ->
                                        done(
                                                () ->
                                                        letter.answer(
                                                                request.text(),
                                                                request.evidence(),
                                                                caller,
                                                                now))));
    }

    @POST
    @Path("/reminder")
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @WithTransaction
    @Operation(operationId = "remindLetter", summary = "催办协助函 / Remind the platform of the letter")
    public Uni<Response> remind(
            @PathParam("letterId") String letterId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable ReminderRequest request) {
        return step(
                letterId,
                ifMatch,
                (letter, now) ->
                        done(
                                () ->
                                        letter.remind(
                                                request == null ? null : request.text(),
                                                callers.current(),
                                                now)));
    }

    @POST
    @Path("/withdrawal")
    @RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
    @WithTransaction
    @Operation(
            operationId = "withdrawLetter",
            summary = "撤回协助函并说明理由 / Take the letter back, with reasons")
    public Uni<Response> withdraw(
            @PathParam("letterId") String letterId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid WithdrawalRequest request) {
        return step(
                letterId,
                ifMatch,
                (letter, now) ->
                        done(() -> letter.withdraw(request.reasons(), callers.current(), now)));
    }

    private Uni<Response> step(
            String letterId,
            @Nullable String ifMatch,
            BiFunction<Letter, Moment, Uni<Void>> decide) {
        return take(letterId, ifMatch, decide).map(Answer::toResponse);
    }

    /** Load, decide, save, announce, audit, show. */
    private Uni<Answer> take(
            String letterId,
            @Nullable String ifMatch,
            BiFunction<Letter, Moment, Uni<Void>> decide) {
        Caller caller = callers.current();
        return letters.requireHeld(caller, Ids.parse(letterId, "协助函", "letter"))
                .invoke(letter -> Etags.check(ifMatch, letter.version()))
                .chain(
                        letter ->
                                time.now()
                                        .call(now -> decide.apply(letter, now))
                                        .call(letters::flush)
                                        .call(() -> announce(letter))
                                        .call(() -> record(caller, letter))
                                        .map(
                                                now ->
                                                        Answer.ok(
                                                                letter.version(),
                                                                LetterView.of(
                                                                        letter, caller, now))));
    }

    private static Uni<Void> done(Runnable decision) {
        return Uni.createFrom().voidItem().invoke(decision);
    }

    private Uni<Void> announce(Letter letter) {
        @Nullable EventType type =
                switch (letter.state()) {
                    case ISSUED -> letter.reminders().isEmpty() ? EventType.LETTER_ISSUED : null;
                    case ANSWERED -> EventType.LETTER_ANSWERED;
                    case WITHDRAWN ->
                            letter.issuedAt().isPresent() ? EventType.LETTER_WITHDRAWN : null;
                    case DRAFTED, ACKNOWLEDGED -> null;
                };
        return type == null ? outbox.append() : outbox.append(new Event(type, letter.changed()));
    }

    private Uni<Void> record(Caller caller, Letter letter) {
        String action = "letter." + letter.state().name().toLowerCase(Locale.ROOT);
        return audit.record(caller, AuditEntry.of(action, "letter", letter.id().toString()));
    }
}
