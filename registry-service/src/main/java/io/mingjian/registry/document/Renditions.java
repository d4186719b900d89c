package io.mingjian.registry.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was handed out first in each format, against which every later file is held. */
@ApplicationScoped
class Renditions {
    private static final String KEEP =
            """
            insert into document_rendition (document_id, format, text_sm3, sm3, sha256, font, rendered_at, rendered_by)
            values (:document, :format, :text, :sm3, :sha256, :font, :at, :by)
            on conflict (document_id, format) do nothing
            """;

    private static final String FIRST =
            "select text_sm3, sm3 from document_rendition where document_id = :document and format = :format";

    private static final String OF =
            """
            select format, sm3, sha256, font, rendered_at, rendered_by from document_rendition
            where document_id = :document order by format
            """;

    private final Clock clock;

    Renditions(Clock clock) {
        this.clock = clock;
    }

    /** How a file compares with the one that was handed out first. */
    enum Against {
        /** This is the first. */
        FIRST,
        /** Byte for byte the same. */
        SAME,
        /** It says the same, but another font or version of the service made it. */
        SAME_TEXT,
        /** It says something else: what the filer said about itself was changed meanwhile. */
        OTHER_TEXT
    }

    /** The file that was handed out first. */
    @Schema(name = "DocumentRendition", description = "首次出具的文件 / The file first handed out")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rendition(
            Format format,
            String sm3,
            String sha256,
            String madeWith,
            OffsetDateTime handedOutAt,
            String handedOutBy) {}

    /** Keeps the hashes of the first file, and compares each later one with them. */
    Uni<Against> compare(Caller caller, Document document, MadeFile file) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(KEEP)
                                        .setParameter("document", document.id())
                                        .setParameter("format", file.format().name())
                                        .setParameter("text", file.textSm3())
                                        .setParameter("sm3", file.sm3())
                                        .setParameter("sha256", file.sha256())
                                        .setParameter("font", file.madeWith())
                                        .setParameter("at", clock.instant())
                                        .setParameter("by", caller.name())
                                        .executeUpdate()
                                        .chain(
                                                kept ->
                                                        kept == 1
                                                                ? Uni.createFrom()
                                                                        .item(Against.FIRST)
                                                                : session.createNativeQuery(
                                                                                FIRST, Tuple.class)
                                                                        .setParameter(
                                                                                "document",
                                                                                document.id())
                                                                        .setParameter(
                                                                                "format",
                                                                                file.format()
                                                                                        .name())
                                                                        .getSingleResult()
                                                                        .map(
                                                                                first ->
                                                                                        against(
                                                                                                first,
                                                                                                file))));
    }

    /** The hashes of what was handed out first. The caller must be allowed to see the notice. */
    Uni<List<Rendition>> of(Caller caller, UUID documentId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(OF, Tuple.class)
                                        .setParameter("document", documentId)
                                        .getResultList())
                .map(rows -> rows.stream().map(Renditions::rendition).toList());
    }

    private static Against against(Tuple first, MadeFile file) {
        if (first.get("sm3", String.class).equals(file.sm3())) {
            return Against.SAME;
        }
        return first.get("text_sm3", String.class).equals(file.textSm3())
                ? Against.SAME_TEXT
                : Against.OTHER_TEXT;
    }

    private static Rendition rendition(Tuple row) {
        return new Rendition(
                Format.valueOf(row.get("format", String.class)),
                row.get("sm3", String.class),
                row.get("sha256", String.class),
                row.get("font", String.class),
                Rows.instant(row, "rendered_at").atZone(LegalDay.ZONE).toOffsetDateTime(),
                row.get("rendered_by", String.class));
    }
}
