package io.mingjian.detection.media;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a PDF file (ISO 32000), as far as pictures need it; texts are not kept. */
sealed interface PdfValue {
    record Name(String name) implements PdfValue {}

    record Whole(long value) implements PdfValue {}

    record Reference(int object) implements PdfValue {}

    record Items(List<PdfValue> values) implements PdfValue {}

    /** A dictionary, without the stream that may follow it. */
    record Entries(Map<String, PdfValue> values) implements PdfValue {
        Optional<PdfValue> get(String key) {
            return Optional.ofNullable(values.get(key));
        }

        boolean is(String key, String name) {
            return new Name(name).equals(values.get(key));
        }
    }

    /** Texts, fractions, truth values and nothing. */
    record Other() implements PdfValue {}
}
