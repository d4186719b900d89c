package io.mingjian.monitoring.paper;

import io.mingjian.kit.refusal.Invalid;
import io.mingjian.paper.SheetFile;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files that a paper is handed out as. */
enum PaperFormat {
    PDF(PaperFormat.PORTABLE),
    DOCX(PaperFormat.WORD),
    XLSX(SheetFile.MEDIA_TYPE);

    static final String PORTABLE = "application/pdf";
    static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final String mediaType;

    PaperFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What is asked for; PDF if nothing is.
     *
     * @throws Invalid if the paper has no such format
     */
    static PaperFormat of(PaperKind kind, @Nullable String text) {
        String wanted = text == null ? PDF.extension() : text;
        return kind.formats().stream()
                .filter(each -> each.extension().equals(wanted))
                .findFirst()
                .orElseThrow(() -> unknown(kind.formats()));
    }

    private static Invalid unknown(List<PaperFormat> formats) {
        String names =
                formats.stream().map(PaperFormat::extension).collect(Collectors.joining(", "));
        return new Invalid(
                "/format",
                "unknown-code",
                "请选择文书格式：" + names.replace(", ", " 或者 ") + "。",
                "Use one of: " + names + ".");
    }
}
