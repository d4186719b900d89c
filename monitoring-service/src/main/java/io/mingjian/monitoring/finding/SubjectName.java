package io.mingjian.monitoring.finding;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The name of a subject, written so that the same name compares equal. */
public final class SubjectName {
    private SubjectName() {}

    /** Without spaces, in one width and case; an absent name is the empty text. */
    public static String of(@Nullable String written) {
        return written == null
                ? ""
                : Normalizer.normalize(written, Normalizer.Form.NFKC)
                        .replaceAll("\\s", "")
                        .toLowerCase(Locale.ROOT);
    }
}
