package io.mingjian.registry.document;

import io.mingjian.kit.audit.Sm3;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a notice says, line by line; PDF, DOCX and the page on the screen are all made of it.
 *
 * @param letterhead name of the bureau above the red line
 * @param addressee with a colon, as the letter begins
 * @param address of a filer, in the copy that goes to that filer
 * @param paragraphs without indentation or line breaks
 * @param closing bureau with the words that mark the place of the seal
 * @param date in Chinese
 */
record Letter(
        String letterhead,
        String title,
        String number,
        String addressee,
        @Nullable String address,
        List<String> paragraphs,
        String closing,
        String date) {

    /** Where the seal goes; the seal itself is put on paper or by the bureau's own system. */
    static final String SEAL = "（印章）";

    Letter {
        paragraphs = List.copyOf(paragraphs);
    }

    /** Everything that it says, from top to bottom. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(letterhead, title, number, addressee));
        if (address != null) {
            lines.add(address);
        }
        lines.addAll(paragraphs);
        lines.add(closing);
        lines.add(date);
        return lines;
    }

    /** Shows whether a later hand-out says the same. */
    String sm3() {
        return Sm3.hex(String.join("\n", lines()));
    }
}
