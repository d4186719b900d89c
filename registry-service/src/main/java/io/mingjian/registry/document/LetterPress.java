package io.mingjian.registry.document;

import io.mingjian.paper.DocxLetter;
import io.mingjian.paper.Letter;
import io.mingjian.paper.PdfFont;
import io.mingjian.paper.PdfLetter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the files, on a few threads of its own: setting a page takes a good part of a second. */
@ApplicationScoped
class LetterPress {
    private final PdfFont font;
    private final WorkerExecutor workers;

    LetterPress(
            PdfFont font,
            Vertx vertx,
            @ConfigProperty(name = "mingjian.document.workers") int workers) {
        this.font = font;
        this.workers = vertx.createSharedWorkerExecutor("letter-press", workers);
    }

    /** Makes the file on a worker; what follows runs where the caller was. */
    Uni<MadeFile> print(Letter letter, LocalDate issuedOn, Format format) {
        return Uni.createFrom()
                .completionStage(
                        () ->
                                workers.executeBlocking(
                                                () ->
                                                        switch (format) {
                                                            case PDF -> pdf(letter, issuedOn);
                                                            case DOCX -> docx(letter, issuedOn);
                                                        },
                                                false)
                                        .toCompletionStage());
    }

    private MadeFile pdf(Letter letter, LocalDate issuedOn) throws IOException {
        try (TrueTypeFont outlines = font.open()) {
            byte[] content = new PdfLetter(outlines).of(letter, issuedOn);
            String made = PdfLetter.MAKER + ", " + outlines.getName();
            return MadeFile.of(Format.PDF, content, letter, made);
        }
    }

    private static MadeFile docx(Letter letter, LocalDate issuedOn) {
        byte[] content = DocxLetter.of(letter, issuedOn);
        return MadeFile.of(Format.DOCX, content, letter, DocxLetter.MAKER);
    }

    @PreDestroy
    void close() {
        workers.close();
    }
}
