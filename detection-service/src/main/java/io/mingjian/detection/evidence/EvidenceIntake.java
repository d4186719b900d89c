package io.mingjian.detection.evidence;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.EvidenceReceived;
import io.mingjian.detection.content.ContentStore;
import io.mingjian.detection.content.Fingerprint;
import io.mingjian.detection.content.Incoming;
import io.mingjian.detection.evidence.CustodyEntry.Act;
import io.mingjian.detection.media.ByteView;
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
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private static final String ACCEPTED =
            "JPEG、PNG、WebP、GIF、TIFF、BMP、HEIC、AVIF 图片，MP4、MOV、MKV、WebM、AVI、FLV 视频，"
                    + "PDF、DOCX、XLSX、PPTX 文档";
    private static final List<String> DECLARED =
            List.of(
                    "image/",
                    "video/",
                    "application/octet-stream",
                    "application/pdf",
                    "application/vnd.openxmlformats-officedocument");
    private static final String PURPOSE = "收取证据";
    private static final String OPERATION = "evidence.receive";

    private final Callers callers;
    private final ContentStore store;
    private final IntakeWork intakeWork;
    private final StoreWork storeWork;
    private final Vertx vertx;
    private final Evidences evidences;
    private final KeptContents contents;
    private final CustodyChain custody;
    private final AnalysisQueue queue;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;
    private final jakarta.enterprise.event.Event<EvidenceArrived> arrivals;

    EvidenceIntake(
            Callers callers,
            ContentStore store,
            IntakeWork intakeWork,
            StoreWork storeWork,
            Vertx vertx,
            Evidences evidences,
            KeptContents contents,
            CustodyChain custody,
            AnalysisQueue queue,
            Idempotency idempotency,
            Outbox outbox,
            Audit audit,
            Clock clock,
            jakarta.enterprise.event.Event<EvidenceArrived> arrivals) {
        this.callers = callers;
        this.store = store;
        this.intakeWork = intakeWork;
        this.storeWork = storeWork;
        this.vertx = vertx;
        this.evidences = evidences;
        this.contents = contents;
        this.custody = custody;
        this.queue = queue;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.arrivals = arrivals;
    }

    /** Content that has its place in the store. */
    private record Stored(Fingerprint fingerprint, Evidence.Shape shape) {}

    /**
     * Takes one file as the body. The transaction begins when the whole body lies on the disk, so a
     * slow sender holds no database connection.
     */
    @POST
    @RolesAllowed({"INTAKE", "HANDLER", "INTEGRATION"})
    @Operation(
            summary =
                    "上传证据 / Upload one picture, film or document as the body; its type is told by"
                            + " its content, the limits stand in docs/media.md")
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
                        mediaType = "video/*",
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
            description = "证据已保存，分析随即开始或排队等候；analysisExpectedAt 为预计完成时间",
            headers = {@Header(name = "Location"), @Header(name = "ETag")},
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EvidenceViews.EvidenceView.class)))
    @APIResponse(
            responseCode = "429",
            description = "本单位等待分析的证据已达上限，请按 Retry-After 所示秒数后重试",
            headers = @Header(name = "Retry-After"))
    public Uni<Response> receive(
            @Context HttpServerRequest request,
            @HeaderParam("Content-Type") @Nullable String declaredType,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Caller caller = callers.current();
        return refusal(request, caller, declaredType, key)
                .chain(refusal -> Upload.receive(request, store, vertx, refusal.orElse(null)))
                .chain(upload -> intakeWork.run(() -> keep(upload)))
                .chain(kept -> Panache.withTransaction(() -> once(caller, key, kept)))
                .invoke(response -> nudge(caller, response));
    }

    /**
     * What is known before the first byte. A full line refuses nothing that was taken before under
     * the same key: its answer waits for whoever missed it.
     */
    private Uni<Optional<Refusal>> refusal(
            HttpServerRequest request,
            Caller caller,
            @Nullable String declaredType,
            @Nullable String key) {
        Refusal wrong = wrongDeclaration(declaredType);
        Refusal refusal = wrong == null ? queue.refusal(caller.organisation()) : wrong;
        if (wrong != null || refusal == null || key == null) {
            return Uni.createFrom().item(Optional.ofNullable(refusal));
        }
        request.pause(); // no byte comes before somebody listens
        return Panache.withSession(() -> idempotency.isRepeated(caller, key, OPERATION))
                .map(answered -> answered ? Optional.empty() : Optional.of(refusal));
    }

    /** The declared type is a hint only, but a form or a JSON text is a misunderstanding. */
    private static @Nullable Refusal wrongDeclaration(@Nullable String declaredType) {
        if (declaredType == null) {
            return null;
        }
        String type = declaredType.strip().toLowerCase(Locale.ROOT);
        return DECLARED.stream().anyMatch(type::startsWith) ? null : new UnsupportedMedia(ACCEPTED);
    }

    private Stored keep(Upload.Received upload) throws IOException {
        try (Incoming incoming = upload.incoming()) {
            Evidence.Shape shape = shape(Intake.of(ByteView.of(incoming.path())));
            store.keep(incoming, upload.fingerprint());
            return new Stored(upload.fingerprint(), shape);
        }
    }

    private static Evidence.Shape shape(Intake intake) {
        if (intake instanceof Intake.Accepted accepted) {
            EvidencePicture picture = accepted.picture();
            return new Evidence.Shape(picture.kind(), picture.width(), picture.height());
        }
        if (intake instanceof Intake.Film film) {
            return new Evidence.Shape(
                    film.film().mediaFile().kind(),
                    film.film().facts().width().orElse(0),
                    film.film().facts().height().orElse(0));
        }
        if (intake instanceof Intake.Document document) {
            return new Evidence.Shape(document.document().mediaFile().kind(), 0, 0);
        }
        throw refusal((Intake.Refused) intake);
    }

    private static Refusal refusal(Intake.Refused refused) {
        return switch (refused.reason()) {
            case TOO_LARGE -> new TooLarge(Upload.limit(false));
            case UNSUPPORTED_TYPE, UNREADABLE_HEADER -> new UnsupportedMedia(ACCEPTED);
            case EMPTY -> new Invalid("", "empty", refused.zhDetail(), "The body is empty.");
            case TOO_MANY_PIXELS ->
                    new Invalid(
                            "",
                            "too-many-pixels",
                            refused.zhDetail(),
                            "Pictures are taken up to 60 megapixels, films up to 9.");
            case TOO_MANY_FRAMES ->
                    new Invalid(
                            "",
                            "too-many-frames",
                            refused.zhDetail(),
                            "Pictures are taken up to 1,000 frames, films up to 72,000.");
            case TOO_LONG ->
                    new Invalid(
                            "",
                            "too-long",
                            refused.zhDetail(),
                            "Films are taken up to 600 seconds.");
        };
    }

    private Uni<Response> once(Caller caller, @Nullable String key, Stored kept) {
        return idempotency.once(
                caller, key, OPERATION, kept.fingerprint(), () -> file(caller, kept));
    }

    /**
     * The bytes were kept before the transaction began. Since then the term of an earlier upload of
     * the same bytes may have ended; under the lock of the content nobody removes them any more.
     */
    private Uni<Answer> file(Caller caller, Stored stored) {
        return contents.lock(stored.fingerprint().sha256())
                .chain(() -> storeWork.act(() -> requireStored(stored.fingerprint())))
                .chain(() -> add(caller, stored));
    }

    private void requireStored(Fingerprint file) throws IOException {
        if (!store.holds(file)) {
            throw new IOException("content " + file.sha256() + " was removed at the same moment");
        }
    }

    private Uni<Answer> add(Caller caller, Stored kept) {
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
                                        "/v1/evidence/" + evidence.id(),
                                        evidence.told(),
                                        view.expectedAt(queue.expected(caller.organisation()))));
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
                EvidenceViews.outside(evidence.receivedAt()),
                evidence.fingerprint().sm3());
    }

    private static AuditEntry entry(Evidence evidence, EvidenceViews.EvidenceView view) {
        return AuditEntry.of(OPERATION, "evidence", evidence.id().toString()).changing(null, view);
    }

    private void nudge(Caller caller, Response response) {
        if (response.getStatus() == Response.Status.CREATED.getStatusCode()) {
            queue.arrived(caller.organisation());
            arrivals.fire(new EvidenceArrived());
        }
    }
}
