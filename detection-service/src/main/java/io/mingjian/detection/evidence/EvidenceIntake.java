package io.mingjian.detection.evidence;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.EvidenceReceived;
import io.mingjian.detection.evidence.CustodyEntry.Act;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.outbox.Outbox;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.Refusal;
import io.mingjian.kit.refusal.TooLarge;
import io.mingjian.kit.refusal.UnsupportedMedia;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Idempotency;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The door through which evidence comes in. */
@Path("/v1/evidence")
@Tag(name = "evidence")
public class EvidenceIntake {
    private static final String ACCEPTED = "JPEG、PNG、WebP";
    private static final String PURPOSE = "收取证据";

    private final Callers callers;
    private final ContentStore store;
    private final PictureWork pictureWork;
    private final Vertx vertx;
    private final Evidences evidences;
    private final CustodyChain custody;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;
    private final jakarta.enterprise.event.Event<EvidenceArrived> arrivals;

    EvidenceIntake(
            Callers callers,
            ContentStore store,
            PictureWork pictureWork,
            Vertx vertx,
            Evidences evidences,
            CustodyChain custody,
            Idempotency idempotency,
            Outbox outbox,
            Audit audit,
            Clock clock,
            jakarta.enterprise.event.Event<EvidenceArrived> arrivals) {
        this.callers = callers;
        this.store = store;
        this.pictureWork = pictureWork;
        this.vertx = vertx;
        this.evidences = evidences;
        this.custody = custody;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.arrivals = arrivals;
    }

    /** Content that has its place in the store. */
    private record Kept(Fingerprint fingerprint, Evidence.Shape shape) {}

    /**
     * Takes one picture as the body. The transaction begins when the whole body lies on the disk,
     * so a slow sender holds no database connection.
     */
    @POST
    @RolesAllowed({"INTAKE", "HANDLER", "INTEGRATION"})
    @Operation(
            summary =
                    "上传证据图片 / Upload one picture: JPEG, PNG or WebP, up to 20 MB and 60 megapixels")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = "image/*",
                        schema =
                                @Schema(
                                        type =
                                                org.eclipse.microprofile.openapi.annotations.enums
                                                        .SchemaType.STRING,
                                        format = "binary")),
                @Content(
                        mediaType = "application/octet-stream",
                        schema =
                                @Schema(
                                        type =
                                                org.eclipse.microprofile.openapi.annotations.enums
                                                        .SchemaType.STRING,
                                        format = "binary"))
            })
    @APIResponse(
            responseCode = "201",
            description = "证据已保存，分析随即开始",
            headers = {@Header(name = "Location"), @Header(name = "ETag")},
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EvidenceViews.EvidenceView.class)))
    public Uni<Response> receive(
            @Context HttpServerRequest request,
            @HeaderParam("Content-Type") @Nullable String declaredType,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Caller caller = callers.current();
        return Upload.receive(request, store, vertx, wrongDeclaration(declaredType))
                .chain(upload -> pictureWork.run(() -> keep(upload)))
                .chain(kept -> Panache.withTransaction(() -> once(caller, key, kept)))
                .invoke(this::nudge);
    }

    /** The declared type is a hint only, but a form or a JSON text is a misunderstanding. */
    private static @Nullable Refusal wrongDeclaration(@Nullable String declaredType) {
        if (declaredType == null) {
            return null;
        }
        String type = declaredType.strip().toLowerCase(Locale.ROOT);
        boolean fits = type.startsWith("image/") || type.startsWith("application/octet-stream");
        return fits ? null : new UnsupportedMedia(ACCEPTED);
    }

    private Kept keep(Upload.Received upload) throws IOException {
        try (ContentStore.Incoming incoming = upload.incoming()) {
            Intake intake = EvidencePicture.open(Files.readAllBytes(incoming.path()));
            if (intake instanceof Intake.Refused refused) {
                throw refusal(refused);
            }
            EvidencePicture picture = ((Intake.Accepted) intake).picture();
            store.keep(incoming, upload.fingerprint());
            return new Kept(
                    upload.fingerprint(),
                    new Evidence.Shape(picture.kind(), picture.width(), picture.height()));
        }
    }

    private static Refusal refusal(Intake.Refused refused) {
        return switch (refused.reason()) {
            case TOO_LARGE -> new TooLarge(Upload.LIMIT);
            case UNSUPPORTED_TYPE, UNREADABLE_HEADER -> new UnsupportedMedia(ACCEPTED);
            case EMPTY -> new Invalid("", "empty", refused.zhDetail(), "The body is empty.");
            case TOO_MANY_PIXELS ->
                    new Invalid(
                            "",
                            "too-many-pixels",
                            refused.zhDetail(),
                            "The picture is over the limit of 60 megapixels.");
            case ANIMATED ->
                    new Invalid(
                            "", "animated", refused.zhDetail(), "Animated pictures are not taken.");
        };
    }

    private Uni<Response> once(Caller caller, @Nullable String key, Kept kept) {
        return idempotency.once(
                caller, key, "evidence.receive", kept.fingerprint(), () -> file(caller, kept));
    }

    private Uni<Answer> file(Caller caller, Kept kept) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Evidence evidence =
                new Evidence(
                        Ids.next(),
                        caller.organisation(),
                        caller.subject(),
                        kept.fingerprint(),
                        kept.shape(),
                        now);
        EvidenceViews.EvidenceView view = EvidenceViews.EvidenceView.of(evidence);
        return evidences
                .add(evidence)
                .chain(
                        () ->
                                custody.begin(
                                        evidence.id(), kept.fingerprint(), act(caller, evidence)))
                .chain(() -> outbox.append(new Event(EventType.EVIDENCE_RECEIVED, fact(evidence))))
                .chain(() -> audit.record(caller, entry(evidence, view)))
                .map(
                        done ->
                                Answer.created(
                                        "/v1/evidence/" + evidence.id(), evidence.told(), view));
    }

    private static Act act(Caller caller, Evidence evidence) {
        return new Act(
                CustodyAct.RECEIVED,
                caller.subject(),
                caller.organisation(),
                PURPOSE,
                evidence.receivedAt(),
                "sha256:"
                        + evidence.fingerprint().sha256()
                        + " sm3:"
                        + evidence.fingerprint().sm3()
                        + " bytes:"
                        + evidence.fingerprint().sizeBytes());
    }

    private static EvidenceReceived fact(Evidence evidence) {
        return new EvidenceReceived(
                evidence.id(),
                evidence.organisation(),
                evidence.fingerprint().sha256(),
                evidence.mediaKind().mediaType(),
                EvidenceViews.outside(evidence.receivedAt()));
    }

    private static AuditEntry entry(Evidence evidence, EvidenceViews.EvidenceView view) {
        return AuditEntry.of("evidence.receive", "evidence", evidence.id().toString())
                .changing(null, view);
    }

    private void nudge(Response response) {
        if (response.getStatus() == Response.Status.CREATED.getStatusCode()) {
            arrivals.fire(new EvidenceArrived());
        }
    }
}
