package io.mingjian.monitoring.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.paper.PaperFiles.Hashes;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire in this room. */
final class PaperViews {
    private PaperViews() {}

    /** How far the printing has come. */
    @Schema(description = "文书尚在打印 / the paper is being printed; ask again")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PaperProgress(
            PaperState state,
            String stateZh,
            @Schema(description = "已处理的行数 / rows that were read") long done,
            @Schema(description = "总行数，未知时为0 / all rows, 0 while unknown") long total,
            int attempts,
            @Nullable String problemCode,
            OffsetDateTime orderedAt) {
        static PaperProgress of(PaperOrder order) {
            return new PaperProgress(
                    order.state(),
                    order.state().zh(),
                    order.partsDone(),
                    order.partsAll(),
                    order.attempts(),
                    order.problemCode(),
                    LegalTime.outside(order.orderedAt()));
        }
    }

    /** A paper of the bureau with the hashes of its files. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PaperView(
            UUID id,
            PaperKind kind,
            String kindZh,
            String paperNo,
            UUID subjectId,
            int edition,
            String addressee,
            int templateVersion,
            PaperState state,
            String stateZh,
            int attempts,
            long done,
            long total,
            @Nullable String problemCode,
            @Nullable String problem,
            List<FileView> files,
            OffsetDateTime orderedAt,
            @Nullable OffsetDateTime endedAt) {
        static PaperView of(PaperOrder order, List<Hashes> files) {
            return new PaperView(
                    order.id(),
                    order.kind(),
                    order.kind().zh(),
                    order.paperNo(),
                    order.subjectId(),
                    order.edition(),
                    order.addressee(),
                    order.templateVersion(),
                    order.state(),
                    order.state().zh(),
                    order.attempts(),
                    order.partsDone(),
                    order.partsAll(),
                    order.problemCode(),
                    order.problem(),
                    files.stream().map(FileView::of).toList(),
                    LegalTime.outside(order.orderedAt()),
                    order.endedAt() == null ? null : LegalTime.outside(order.endedAt()));
        }
    }

    /** A file that is kept. */
    @Schema(name = "PaperFile")
    record FileView(PaperFormat format, int size, String sm3, String sha256, String madeWith) {
        static FileView of(Hashes file) {
            return new FileView(
                    file.format(), file.size(), file.sm3(), file.sha256(), file.madeWith());
        }
    }
}
