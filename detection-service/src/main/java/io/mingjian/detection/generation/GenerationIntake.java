package io.mingjian.detection.generation;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.detection.generation.GenerationRequests.Hashes;
import io.mingjian.detection.generation.GenerationRequests.Kept;
import io.mingjian.detection.generation.GenerationViews.GenerationView;
import io.mingjian.detection.prompt.PromptRequest;
import io.mingjian.detection.prompt.PromptRule;
import io.mingjian.detection.prompt.Reading;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Idempotency;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The door through which providers show what they were asked for. */
@Path(GenerationIntake.PATH)
@Tag(name = "generation")
public class GenerationIntake {
    static final String PATH = "/v1/generation-requests";

    private final Callers callers;
    private final PromptRule rule;
    private final GenerationRequests requests;
    private final GenerationSecrets secrets;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Clock clock;
    private final Vertx vertx;

    GenerationIntake(
            Callers callers,
            PromptRule rule,
            GenerationRequests requests,
            GenerationSecrets secrets,
            Idempotency idempotency,
            Audit audit,
            Clock clock,
            Vertx vertx) {
        this.callers = callers;
        this.rule = rule;
        this.requests = requests;
        this.secrets = secrets;
        this.idempotency = idempotency;
        this.audit = audit;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** Reads a request on a worker, then keeps what it was read as. */
    @POST
    @RolesAllowed("INTEGRATION")
    @Operation(
            summary =
                    "提交生成请求，返回风险提示与标识义务；提示词不保存 / Risk and label duties of a request; the prompt is not kept")
    @APIResponse(
            responseCode = "201",
            description = "风险提示；不作任何决定",
            headers = {@Header(name = "Location"), @Header(name = "ETag")},
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = GenerationView.class)))
    public Uni<Response> read(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提交请求内容。") GenerationForm form) {
        Caller provider = requireProvider();
        PromptRequest words = form.sound();
        return Uni.createFrom()
                .completionStage(
                        () ->
                                vertx.executeBlocking(() -> rule.read(words), false)
                                        .toCompletionStage())
                .chain(
                        reading ->
                                Panache.withTransaction(() -> once(provider, key, form, reading)));
    }

    private Caller requireProvider() {
        Caller caller = callers.current();
        if (!caller.is(OrganisationKind.MODEL_PROVIDER)) {
            throw new Forbidden("仅模型服务提供者可以提交生成请求。", "Only model providers may send requests.");
        }
        return caller;
    }

    /** Kept hashes must not be open to trying words: the request is known again by a keyed one. */
    private Uni<Response> once(
            Caller provider, @Nullable String key, GenerationForm form, Reading reading) {
        return idempotency.once(
                provider,
                key,
                "generation.read",
                secrets.requestHash(provider.organisation(), form),
                () -> keep(provider, form, reading));
    }

    private Uni<Answer> keep(Caller provider, GenerationForm form, Reading reading) {
        Kept kept = kept(form, reading, clock.instant().truncatedTo(ChronoUnit.MICROS));
        Hashes hashes =
                new Hashes(
                        secrets.promptHash(provider.organisation(), form),
                        secrets.accountHash(provider.organisation(), form),
                        form.referenceSha256(),
                        form.referencePerceptualHash());
        return requests.knows(provider, kept.requestNo())
                .invoke(GenerationIntake::refuseUsed)
                .chain(() -> requests.add(provider, kept, hashes, LegalDay.of(kept.receivedAt())))
                .chain(
                        () ->
                                audit.record(
                                        provider,
                                        AuditEntry.of(
                                                        "generation.read",
                                                        "generation-request",
                                                        kept.id().toString())
                                                .changing(null, kept)))
                .map(
                        done ->
                                Answer.created(
                                        PATH + "/" + kept.id(),
                                        0,
                                        GenerationView.of(rule, kept, reading.reasons())));
    }

    private Kept kept(GenerationForm form, Reading reading, Instant now) {
        return new Kept(
                Ids.next(),
                Objects.requireNonNull(form.requestNo()),
                reading.risk(),
                reading.categories(),
                reading.evasions().stream().sorted().toList(),
                rule.version(),
                now);
    }

    private static void refuseUsed(boolean used) {
        if (used) {
            throw new Conflict(
                    "request-no-used",
                    "该请求编号已经用过，请换用新的编号。",
                    "This requestNo has been used before.");
        }
    }
}
