package io.mingjian.monitoring.bundle;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.imports.Incoming;
import io.mingjian.kit.refusal.LimitReached;
import io.mingjian.kit.refusal.TooLarge;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.table.Upload;
import io.mingjian.kit.web.Answer;
import io.mingjian.monitoring.bundle.Bundle.Arrival;
import io.mingjian.monitoring.bundle.BundleViews.LeadBundleView;
import io.mingjian.monitoring.instruction.Commissions;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: bundles come in under an instruction. On worker threads, because files are slow. */
@Path("/v1/instructions/{instructionId}/lead-bundles")
@RolesAllowed({"HANDLER", "INTEGRATION"})
@Tag(name = "线索文件包 Lead bundles")
public class BundleIntake {
    private static final String ACCEPTED = "ZIP、WARC、WARC.GZ（文件内容直接作为请求体）";

    private final BundleKeeping keeping;
    private final Bundles bundles;
    private final Commissions commissions;
    private final Callers callers;
    private final Work work;
    private final BundleSettings settings;
    private final Semaphore places;
    private final Set<String> receiving = ConcurrentHashMap.newKeySet();

    BundleIntake(
            BundleKeeping keeping,
            Bundles bundles,
            Commissions commissions,
            Callers callers,
            Work work,
            BundleSettings settings) {
        this.keeping = keeping;
        this.bundles = bundles;
        this.commissions = commissions;
        this.callers = callers;
        this.work = work;
        this.settings = settings;
        this.places = new Semaphore(settings.atOnce());
    }

    /**
     * Takes a bundle and looks it through whole. Refused before its first byte is read where that
     * is known; sent again, the same bundle is the one that came before, also when the order is
     * over by then.
     */
    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "receiveLeadBundle",
            summary = "上传线索文件包 / Send findings with their files: ZIP or WARC with a manifest",
            description = "文件内容直接作为请求体；核验无误后整包保存，再用“移交”将文件作为证据移交并登记线索。")
    @APIResponse(
            responseCode = "201",
            description = "已核验并保存 / looked through and kept",
            content = @Content(schema = @Schema(implementation = LeadBundleView.class)))
    public Response receive(
            @PathParam("instructionId") String instructionId,
            @HeaderParam("Content-Type") @Nullable String type,
            @HeaderParam("Content-Length") @Nullable Long length,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @QueryParam("fileName") @Nullable String fileName,
            InputStream body)
            throws IOException {
        Caller caller = callers.current();
        UUID instruction = Ids.parse(instructionId, "监测指令", "instruction");
        boolean repeated = keeping.isRepeated(caller, key, instruction);
        if (!repeated) {
            work.transaction(() -> requireOpenOrKnown(caller, instruction, length));
        }
        Incoming file = Incoming.of(ACCEPTED, type, length, key, fileName, body);
        long most = settings.mostBytes().asLongValue();
        if (length != null && length > most) {
            throw new TooLarge((most >> 20) + " MB");
        }
        takePlace(caller);
        try (Upload upload = Upload.take(body, length, most)) {
            Arrival arrival =
                    new Arrival(file.fileName(), upload.sha256(), Files.size(upload.path()));
            return keeping.known(caller, instruction, upload.sha256(), !repeated)
                    .or(() -> keeping.answered(caller, key, instruction, upload.sha256()))
                    .orElseGet(() -> keep(caller, key, instruction, arrival, upload))
                    .toResponse();
        } finally {
            receiving.remove(caller.organisation());
            places.release();
        }
    }

    /** One place for an agency: one that sends slowly does not keep the others out. */
    private void takePlace(Caller caller) {
        if (!places.tryAcquire()) {
            throw busy();
        }
        if (!receiving.add(caller.organisation())) {
            places.release();
            throw busy();
        }
    }

    private static LimitReached busy() {
        return new LimitReached(
                "bundles-busy",
                "正在接收的文件包较多，请稍后重试。",
                "Other bundles are being received; try again later.",
                Duration.ofSeconds(10));
    }

    /** Whether a bundle came before is known by its bytes alone; by its length that it did not. */
    private Uni<Void> requireOpenOrKnown(Caller caller, UUID instruction, @Nullable Long length) {
        return commissions
                .requireMandate(caller, instruction)
                .chain(
                        mandate ->
                                bundles.anyOfLength(caller, instruction, length)
                                        .invoke(
                                                maybe -> {
                                                    if (!maybe) {
                                                        mandate.requireOpen();
                                                    }
                                                }))
                .replaceWithVoid();
    }

    private Answer keep(
            Caller caller, @Nullable String key, UUID instruction, Arrival arrival, Upload upload) {
        try {
            return keeping.keep(caller, key, instruction, arrival, upload.path());
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }
}
