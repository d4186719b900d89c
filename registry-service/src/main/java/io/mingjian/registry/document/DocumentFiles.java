package io.mingjian.registry.document;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.registry.document.Renditions.Against;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: notices as files, with the filer's name. Every hand-out is audited. */
@Path("/v1/documents/{id}/file")
@Tag(name = "文书 Documents")
public class DocumentFiles {
    private static final int LONGEST_PURPOSE = 500;
    private static final String USUAL_PURPOSE = "制作文书，供送达或者归档";

    private final Documents documents;
    private final Letters letters;
    private final LetterPress press;
    private final Renditions renditions;
    private final Audit audit;
    private final Callers callers;

    DocumentFiles(
            Documents documents,
            Letters letters,
            LetterPress press,
            Renditions renditions,
            Audit audit,
            Callers callers) {
        this.documents = documents;
        this.letters = letters;
        this.press = press;
        this.renditions = renditions;
        this.audit = audit;
        this.callers = callers;
    }

    /**
     * The file in a format. {@code Document-Rendition} says how it compares with the one that was
     * handed out first; {@code Document-SM3} is its hash.
     */
    @GET
    @WithTransaction
    @Produces({"application/pdf", Format.WORD})
    @RolesAllowed({"HANDLER", "REVIEWER"})
    @Operation(summary = "下载文书（pdf 或者 docx，留痕） / A notice as a file; audited")
    @APIResponse(
            responseCode = "200",
            description =
                    "Document-Rendition: FIRST、SAME、SAME_TEXT（字体或版本不同）、OTHER_TEXT（内容已变） / against the"
                            + " first hand-out",
            content = {@Content(mediaType = "application/pdf"), @Content(mediaType = Format.WORD)})
    public Uni<Response> file(
            @PathParam("id") String id,
            @QueryParam("format") @Nullable String asked,
            @QueryParam("purpose") @Nullable String purpose) {
        Caller caller = callers.current();
        Format format = Format.of(asked == null ? Format.PDF.extension() : asked);
        String why = purpose(purpose);
        return documents
                .require(caller, Documents.parse(id))
                .chain(seen -> handOut(caller, seen.document(), format, why));
    }

    private Uni<Response> handOut(Caller caller, Document document, Format format, String why) {
        return letters.open(caller, document)
                .chain(letter -> press.print(letter, document.issuedOn(), format))
                .chain(
                        file ->
                                renditions
                                        .compare(caller, document, file)
                                        .call(
                                                against ->
                                                        audit(caller, document, file, against, why))
                                        .map(against -> answer(document, file, against)));
    }

    private Uni<Void> audit(
            Caller caller, Document document, MadeFile file, Against against, String why) {
        return audit.record(
                caller,
                AuditEntry.of("document.hand-out", "document", document.id().toString())
                        .forPurpose(why)
                        .changing(
                                null,
                                Map.of(
                                        "format",
                                        file.format(),
                                        "sm3",
                                        file.sm3(),
                                        "against",
                                        against)));
    }

    private static String purpose(@Nullable String purpose) {
        if (purpose == null || purpose.isBlank()) {
            return USUAL_PURPOSE;
        }
        if (purpose.strip().length() > LONGEST_PURPOSE) {
            throw new Invalid("/purpose", "too-long", "目的不得超过500个字符。", "At most 500 characters.");
        }
        return purpose.strip();
    }

    private static Response answer(Document document, MadeFile file, Against against) {
        return Response.ok(file.content(), file.format().mediaType())
                .header("Content-Disposition", disposition(document, file.format()))
                .header("Document-Rendition", against.name())
                .header("Document-SM3", file.sm3())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** The name in UTF-8 (RFC 6266), and a plain one for programs that know no better. */
    private static String disposition(Document document, Format format) {
        String name =
                (document.withdrawnAt() == null ? "" : "（已撤回）")
                        + document.documentNo()
                        + document.kind().zh()
                        + "-"
                        + document.addressee().zh();
        String plain = document.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return "attachment; filename=\""
                + plain
                + "."
                + format.extension()
                + "\"; filename*=UTF-8''"
                + URLEncoder.encode(name + "." + format.extension(), StandardCharsets.UTF_8)
                        .replace("+", "%20");
    }
}
