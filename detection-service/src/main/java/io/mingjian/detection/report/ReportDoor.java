package io.mingjian.detection.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.detection.evidence.EvidenceIssues;
import io.mingjian.detection.evidence.EvidenceIssues.Issue;
import io.mingjian.detection.evidence.EvidenceIssues.Making;
import io.mingjian.detection.report.ReportDesk.Draft;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Malformed;
import io.mingjian.paper.PdfFont;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where an indication is fetched as a document. */
@Path("/v1/evidence/{id}/report")
@Tag(name = "analysis")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
public class ReportDoor {
    private static final String JSON = "application/json";
    private static final String PDF = "application/pdf";
    private static final String SVG = "image/svg+xml";

    private final Callers callers;
    private final ReportDesk desk;
    private final EvidenceIssues issues;
    private final PdfFont font;
    private final ObjectMapper json;

    ReportDoor(
            Callers callers,
            ReportDesk desk,
            EvidenceIssues issues,
            PdfFont font,
            ObjectMapper json) {
        this.callers = callers;
        this.desk = desk;
        this.issues = issues;
        this.font = font;
        this.json = json;
    }

    /** What is wanted. */
    private record Wish(UUID id, @Nullable Integer revision, String purpose) {}

    /**
     * The report.
     *
     * @param accept JSON if it names JSON and not PDF
     * @param format {@code pdf} or {@code json}, where a header cannot be set
     * @param revision of the indication, for bureaus; the latest if absent
     */
    @GET
    @Produces({PDF, JSON, "application/problem+json"})
    @Operation(summary = "证据图像分析报告（PDF 或 JSON）/ Report on the indication, as PDF or JSON")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = PDF,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = JSON, schema = @Schema(implementation = Report.class))
            })
    public Uni<Response> report(
            @PathParam("id") String id,
            @HeaderParam("Accept") @Nullable String accept,
            @QueryParam("format") @Nullable String format,
            @QueryParam("revision") @Nullable Integer revision,
            @QueryParam("purpose") @DefaultValue("办案查看") String purpose) {
        Wish wish = wish(id, revision, purpose);
        return isJson(accept, format)
                ? made(
                        wish,
                        JSON,
                        "json",
                        draft -> copies -> json.writeValueAsBytes(draft.report()))
                : made(wish, PDF, "pdf", draft -> copies -> pdf(draft, copies));
    }

    /**
     * The regions of the signals, numbered as in the report.
     *
     * <p>409 {@code not-displayable} where there is no picture, as of a document.
     *
     * @param picture whether the copy lies below; without it this can be laid over the served copy
     */
    @GET
    @Path("/overlay.svg")
    @Produces({SVG, "application/problem+json"})
    @Operation(summary = "标注图（SVG，按报告编号标出区域）/ Overlay with the numbered regions")
    public Uni<Response> overlay(
            @PathParam("id") String id,
            @QueryParam("picture") @DefaultValue("true") boolean picture,
            @QueryParam("revision") @Nullable Integer revision,
            @QueryParam("purpose") @DefaultValue("办案查看") String purpose) {
        return made(
                wish(id, revision, purpose),
                SVG,
                "overlay",
                draft ->
                        copies ->
                                OverlaySvg.of(
                                        draft.report(),
                                        picture
                                                ? copies.jpeg(OverlaySvg.LONGEST_SIDE)
                                                : Optional.empty()));
    }

    private byte[] pdf(Draft draft, EvidenceIssues.Copies copies) throws IOException {
        return new ReportPdf(font)
                .of(draft.report(), copies.jpeg(ReportPdf.LONGEST_SIDE), draft.heatMap());
    }

    private static Wish wish(String id, @Nullable Integer revision, String purpose) {
        if (revision != null && revision < 1) {
            throw new Malformed(
                    new FieldError(
                            "/revision", "range", "修订号从 1 起。", "Revisions are counted from 1."));
        }
        return new Wish(Ids.parse(id, "证据", "evidence"), revision, purpose);
    }

    private Uni<Response> made(
            Wish wish, String mediaType, String kind, Function<Draft, Making> making) {
        Caller caller = callers.current();
        return desk.draft(caller, wish.id(), Optional.ofNullable(wish.revision()))
                .chain(
                        draft ->
                                issues.issue(
                                                caller,
                                                wish.id(),
                                                issue(wish, draft, kind),
                                                making.apply(draft))
                                        .map(bytes -> answer(bytes, mediaType, name(draft, kind))));
    }

    private static Issue issue(Wish wish, Draft draft, String kind) {
        return new Issue(
                false,
                wish.purpose(),
                "report " + kind + ", revision:" + draft.report().revision());
    }

    private static String name(Draft draft, String kind) {
        String end = kind.equals("overlay") ? "svg" : kind;
        return "report-"
                + draft.report().evidenceId()
                + "-r"
                + draft.report().revision()
                + "."
                + end;
    }

    private static Response answer(byte[] bytes, String mediaType, String name) {
        return Response.ok(bytes, mediaType)
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox")
                .header("Content-Disposition", "inline; filename=\"" + name + "\"")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private static boolean isJson(@Nullable String accept, @Nullable String format) {
        if (format == null) {
            return accept != null && accept.contains(JSON) && !accept.contains(PDF);
        }
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "json" -> true;
            case "pdf" -> false;
            default ->
                    throw new Malformed(
                            new FieldError(
                                    "/format", "unknown-code", "可用：pdf、json。", "Use pdf or json."));
        };
    }
}
