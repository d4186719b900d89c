package io.mingjian.detection.bank;

import io.mingjian.detection.bank.BankRules.Wanted;
import io.mingjian.detection.bank.BankViews.EntryRequest;
import io.mingjian.detection.bank.BankViews.EntryView;
import io.mingjian.detection.evidence.Pieces;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Idempotency;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Where pictures are put into banks. */
@Path("/v1/bank-entries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bank")
@RolesAllowed({"HANDLER", "REVIEWER", "HEAD"})
public class BankDoor {
    private final BankKeeping keeping;
    private final BankShowing showing;
    private final EvidencePrints evidencePrints;
    private final Pieces pieces;
    private final Idempotency idempotency;
    private final Callers callers;
    private final WorkerExecutor reading;

    BankDoor(
            BankKeeping keeping,
            BankShowing showing,
            EvidencePrints evidencePrints,
            Pieces pieces,
            Idempotency idempotency,
            Callers callers,
            Vertx vertx,
            @ConfigProperty(name = "mingjian.bank.reading-workers") int workers) {
        this.keeping = keeping;
        this.showing = showing;
        this.evidencePrints = evidencePrints;
        this.pieces = pieces;
        this.idempotency = idempotency;
        this.callers = callers;
        this.reading = vertx.createSharedWorkerExecutor("bank-reading", workers);
    }

    @PreDestroy
    void close() {
        reading.close();
    }

    /** Puts the picture of evidence in that the caller may see. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @WithTransaction
    @Operation(
            summary =
                    "将图片加入图库：引用可见的证据，或以表单上传图片 / Put a picture into a bank: a piece of"
                            + " evidence by its id, or an upload as a form")
    @APIResponse(
            responseCode = "201",
            description = "已加入或已提出 / put in or proposed",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    public Uni<Response> refer(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提交请求内容。") @Valid EntryRequest request) {
        Caller caller = callers.current();
        BankRules.check(caller, request.wanted());
        return idempotency.once(
                caller,
                key,
                "bank-entry.create",
                request,
                () ->
                        evidence(caller, request.bank(), request.evidenceId())
                                .chain(picture -> put(caller, request.wanted(), picture)));
    }

    /** Somebody else's evidence and one that never was are the same here. */
    private Uni<BankPicture> evidence(Caller caller, Bank bank, UUID evidenceId) {
        return pieces.seenBy(caller, List.of(evidenceId))
                .invoke(
                        seen -> {
                            if (seen.isEmpty()) {
                                throw new Invalid(
                                        "/evidenceId",
                                        "unknown-evidence",
                                        "没有该证据，或者无权查看。",
                                        "There is no such evidence that you may see.");
                            }
                        })
                .chain(() -> evidencePrints.stored(evidenceId))
                .map(print -> BankPicture.ofEvidence(evidenceId, taken(bank, print)));
    }

    /**
     * What two people bear out as generated is compared as a file where there is nothing else; for
     * other banks a plain picture, a document or a film of several scenes tells nothing.
     */
    private static EvidencePrints.Stored taken(Bank bank, Optional<EvidencePrints.Stored> print) {
        EvidencePrints.Stored stored =
                print.orElseThrow(
                        () ->
                                new Conflict(
                                        "not-analyzed",
                                        "该证据尚未分析完毕，请稍后再试。",
                                        "The evidence is not analyzed yet; try again later."));
        if (stored.print() == null && bank != Bank.KNOWN_AI) {
            throw new Invalid(
                    "/evidenceId",
                    "no-picture",
                    "该证据没有可供比对的单一画面：图片过小或者几乎没有内容，或者该证据是文档、含多个画面的视频、无法解码的文件。"
                            + "文档或者视频中的画面请取出后以表单上传。",
                    "The evidence has no single picture that can be told from others: it is too"
                            + " small, too plain, a document, a film of several scenes, or cannot"
                            + " be decoded. Upload a picture of it by itself.");
        }
        return stored;
    }

    /** Puts an uploaded picture in; of the file itself only its hash is kept. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary =
                    "将图片加入图库：引用可见的证据，或以表单上传图片 / Put a picture into a bank: a piece of"
                            + " evidence by its id, or an upload as a form")
    @APIResponse(
            responseCode = "201",
            description = "已加入或已提出 / put in or proposed",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    public Uni<Response> upload(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @RestForm @Nullable Bank bank,
            @RestForm @Nullable String note,
            @RestForm @Nullable String source,
            @RestForm @Nullable RestsOn restsOn,
            @RestForm @Nullable String grounds,
            @RestForm("picture") @Nullable FileUpload picture) {
        Caller caller = callers.current();
        if (bank == null) {
            throw new Invalid("/bank", "missing", "请选择图库。", "Choose a bank.");
        }
        if (picture == null) {
            throw new Invalid("/picture", "missing", "请选择图片文件。", "A file is needed.");
        }
        Wanted wanted =
                new Wanted(
                        bank,
                        BankViews.orEmpty(note),
                        BankViews.orEmpty(source),
                        Optional.ofNullable(restsOn),
                        BankViews.orEmpty(grounds));
        BankRules.check(caller, wanted);
        return read(picture)
                .chain(
                        read ->
                                Panache.withTransaction(
                                        () ->
                                                idempotency.once(
                                                        caller,
                                                        key,
                                                        "bank-entry.upload",
                                                        List.of(wanted, read.print().sha256()),
                                                        () -> put(caller, wanted, read))));
    }

    private Uni<BankPicture> read(FileUpload picture) {
        return Uni.createFrom()
                .completionStage(
                        () ->
                                reading.executeBlocking(
                                                () -> BankPicture.read(picture.uploadedFile()),
                                                false)
                                        .toCompletionStage());
    }

    private Uni<Answer> put(Caller caller, Wanted wanted, BankPicture picture) {
        EntryAct first =
                EntryAct.by(EntryAct.Kind.PROPOSED, caller, wanted.grounds(), keeping.now());
        return keeping.put(caller, caller, wanted, picture, first)
                .chain(
                        put ->
                                showing.view(put.entry(), caller)
                                        .map(view -> answer(view, put.fresh())));
    }

    private static Answer answer(EntryView view, boolean fresh) {
        return fresh
                ? Answer.created("/v1/bank-entries/" + view.id(), view.version(), view)
                : Answer.ok(view.version(), view);
    }
}
