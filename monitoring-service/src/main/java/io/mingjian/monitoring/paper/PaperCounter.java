package io.mingjian.monitoring.paper;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.monitoring.paper.PaperViews.PaperProgress;
import io.mingjian.paper.FontMissing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Hands out what was printed, byte for byte as it is kept, and tells of what is not printed yet.
 * Every hand-out is audited.
 */
@ApplicationScoped
class PaperCounter {
    private static final int ASK_AGAIN_SECONDS = 2;

    private final PaperFiles files;
    private final Audit audit;
    private final Callers callers;
    private final String font;

    PaperCounter(
            PaperFiles files,
            Audit audit,
            Callers callers,
            @ConfigProperty(name = "mingjian.document.font") String font) {
        this.files = files;
        this.audit = audit;
        this.callers = callers;
        this.font = font;
    }

    /**
     * @param format as it is asked for
     * @param order what the caller may have, ordered if it was not before
     */
    Uni<Response> handOut(
            PaperKind kind, @Nullable String format, Function<Caller, Uni<PaperOrder>> order) {
        Caller caller = callers.current();
        PaperFormat wanted = PaperFormat.of(kind, format);
        return order.apply(caller).chain(found -> handOut(caller, found, wanted));
    }

    private Uni<Response> handOut(Caller caller, PaperOrder order, PaperFormat format) {
        return files.find(order.id(), format)
                .chain(
                        found ->
                                found.isPresent()
                                        ? audit(caller, order, found.get())
                                                .replaceWith(file(order, found.get()))
                                        : Uni.createFrom().item(() -> notYet(order)));
    }

    /**
     * A missing font is told at once, though the printing is still tried: another format may do
     * meanwhile.
     */
    private Response notYet(PaperOrder order) {
        if (FontMissing.CODE.equals(order.problemCode())) {
            throw new FontMissing(font);
        }
        if (order.state() == PaperState.FAILED) {
            throw new PaperFailed(order.attempts());
        }
        return Response.status(Response.Status.ACCEPTED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.RETRY_AFTER, ASK_AGAIN_SECONDS)
                .entity(PaperProgress.of(order))
                .build();
    }

    private Uni<Void> audit(Caller caller, PaperOrder order, KeptFile file) {
        return audit.record(
                caller,
                AuditEntry.of("paper.hand-out", "paper", order.id().toString())
                        .changing(null, Map.of("format", file.format().name(), "sm3", file.sm3())));
    }

    private static Response file(PaperOrder order, KeptFile file) {
        return Response.ok(file.content(), file.format().mediaType())
                .header("Content-Disposition", disposition(order, file.format()))
                .header("Document-SM3", file.sm3())
                .header("Document-SHA256", file.sha256())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** The name in UTF-8 (RFC 6266), and a plain one for programs that know no better. */
    private static String disposition(PaperOrder order, PaperFormat format) {
        String plain = order.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String name = order.kind().zh() + order.paperNo() + "." + format.extension();
        return "attachment; filename=\""
                + plain
                + "."
                + format.extension()
                + "\"; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
