package io.mingjian.monitoring.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.monitor.Agencies;
import io.mingjian.paper.PdfFont;
import io.mingjian.paper.SheetFile;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * One try at one order, on a worker thread. Each file is kept as soon as it is printed: a further
 * try goes on with what is missing.
 */
final class PrintJob {
    private static final int PAGE = 500;

    private final PressRoom room;
    private final PaperOrder order;
    private final UUID worker;
    private final PaperTemplate template;

    PrintJob(PressRoom room, PaperOrder order, UUID worker) {
        this.room = room;
        this.order = order;
        this.worker = worker;
        this.template = PaperTemplates.SHIPPED.version(order.kind(), order.templateVersion());
    }

    /** What all jobs share. */
    record PressRoom(
            PaperOrders orders,
            PaperFiles files,
            ReportRows rows,
            Agencies agencies,
            PdfFont font,
            ObjectMapper json,
            LegalTime time,
            Lease lease) {}

    /** Somebody else has the order by now. */
    static final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** For how long an order is the worker's. */
    record Lease(Duration length) {}

    /**
     * Prints what is missing.
     *
     * @throws LeaseLost if another worker has taken the order up
     */
    void run() throws IOException {
        for (PaperFormat format : order.kind().formats()) {
            if (Waiting.session(() -> room.files().find(order.id(), format)).isEmpty()) {
                print(format);
            }
        }
    }

    private void print(PaperFormat format) throws IOException {
        if (order.kind() != PaperKind.CLOSING_REPORT) {
            keep(
                    format == PaperFormat.DOCX
                            ? LetterPaper.docx(order, template)
                            : LetterPaper.pdf(order, template, room.font()));
        } else if (format == PaperFormat.XLSX) {
            workbook();
        } else {
            report();
        }
    }

    /** Reads all leads once: into the list as they come, and into the figures. */
    private void workbook() throws IOException {
        long all = Waiting.session(() -> room.rows().count(order.subjectId()));
        Tally tally = new Tally();
        try (ReportSheets sheets = new ReportSheets(order)) {
            long done = 0;
            UUID after = null;
            do {
                UUID from = after;
                ReportRows.Some some =
                        Waiting.session(() -> room.rows().page(order.subjectId(), from, PAGE));
                for (LeadLine lead : some.lines()) {
                    tally.add(lead);
                    sheets.add(lead);
                }
                done += some.lines().size();
                hold(done, all);
                after = some.last();
            } while (after != null);
            Map<String, String> names =
                    Waiting.session(() -> room.agencies().namesOf(tally.agencies()));
            Figures figures = tally.figures(room.time().instant(), names);
            byte[] content = sheets.end(order, template, figures);
            keep(KeptFile.of(PaperFormat.XLSX, content, SheetFile.MAKER), Optional.of(figures));
        }
    }

    /** Made of the figures that were kept with the workbook, so that both say the same. */
    private void report() throws IOException {
        String kept =
                Waiting.session(() -> room.orders().gathered(order.id()))
                        .orElseThrow(() -> new IllegalStateException("no figures were kept"));
        try (TrueTypeFont outlines = room.font().open()) {
            byte[] content = new ReportPdf(order, template, read(kept)).print(outlines);
            keep(
                    KeptFile.of(
                            PaperFormat.PDF, content, ReportPdf.MAKER + ", " + outlines.getName()));
        }
    }

    private void hold(long done, long all) {
        if (!Waiting.transaction(
                () -> room.orders().hold(order.id(), worker, until(), done, all))) {
            throw new LeaseLost();
        }
    }

    private void keep(KeptFile file) {
        keep(file, Optional.empty());
    }

    /** Only who still has the order keeps a file of it. */
    private void keep(KeptFile file, Optional<Figures> figures) {
        boolean held =
                Waiting.transaction(
                        () ->
                                room.orders()
                                        .heldBy(order.id(), worker, until())
                                        .call(
                                                mine ->
                                                        mine
                                                                ? write(file, figures)
                                                                : Uni.createFrom().voidItem()));
        if (!held) {
            throw new LeaseLost();
        }
    }

    private Uni<Void> write(KeptFile file, Optional<Figures> figures) {
        Uni<Void> kept = room.files().keep(order.id(), file, room.time().instant());
        return figures.isEmpty()
                ? kept
                : kept.chain(() -> room.orders().gathered(order.id(), written(figures.get())));
    }

    private Instant until() {
        return room.time().instant().plus(room.lease().length());
    }

    private Figures read(String kept) throws JsonProcessingException {
        return room.json().readValue(kept, Figures.class);
    }

    private String written(Figures figures) {
        try {
            return room.json().writeValueAsString(figures);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
