package io.mingjian.registry.document;

import io.mingjian.kit.refusal.Invalid;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The files that a notice is handed out as. */
enum Format {
    PDF("application/pdf"),
    DOCX(Format.WORD);

    static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws Invalid if it is none
     */
    static Format of(@Nullable String text) {
        return Arrays.stream(values())
                .filter(each -> each.extension().equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Invalid(
                                        "/format",
                                        "unknown-code",
                                        "请选择文书格式：pdf 或者 docx。",
                                        "Use one of: pdf, docx."));
    }
}
