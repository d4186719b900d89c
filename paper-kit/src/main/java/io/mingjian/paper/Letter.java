package io.mingjian.paper;

import io.mingjian.kit.audit.Sm3;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says, line by line; PDF, DOCX and the page on the screen are all made of it.
 *
 * @param letterhead name of the bureau above the red line
 * @param addressee with a colon, as the letter begins
 * @param address of a person, in the copy that goes to that person
 * @param paragraphs without indentation or line breaks
 * @param table rows of a form that follows them; empty for a letter in words alone
 * @param remarks paragraphs after the form
 * @param closing bureau with the words that mark the place of the seal
 * @param date in Chinese
 */
public record Letter(
        String letterhead,
        String title,
        String number,
        String addressee,
        @Nullable String address,
        List<String> paragraphs,
        List<Row> table,
        List<String> remarks,
        String closing,
        String date) {

    /** Where the seal goes; the seal itself is put on paper or by the bureau's own system. */
    public static final String SEAL = "（印章）";

    public Letter {
        paragraphs = List.copyOf(paragraphs);
        table = List.copyOf(table);
        remarks = List.copyOf(remarks);
    }

    /** A letter in words alone. */
    public Letter(
            String letterhead,
            String title,
            String number,
            String addressee,
            @Nullable String address,
            List<String> paragraphs,
            String closing,
            String date) {
        this(
                letterhead,
                title,
                number,
                addressee,
                address,
                paragraphs,
                List.of(),
                List.of(),
                closing,
                date);
    }

    /** A name and what is entered beside it. */
    public record Row(String name, String value) {}

    /** Everything that it says, from top to bottom. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(letterhead, title, number, addressee));
        if (address != null) {
            lines.add(address);
        }
        lines.addAll(paragraphs);
        for (Row row : table) {
            lines.add(row.name());
            lines.add(row.value());
        }
        lines.addAll(remarks);
        lines.add(closing);
        lines.add(date);
        return lines;
    }

    /** Shows whether a later hand-out says the same. */
    public String sm3() {
        return Sm3.hex(String.join("\n", lines()));
    }

    /** The same letter, with every text put down in another way. */
    Letter spelt(UnaryOperator<String> spelling) {
        return new Letter(
                spelling.apply(letterhead),
                spelling.apply(title),
                spelling.apply(number),
                spelling.apply(addressee),
                address == null ? null : spelling.apply(address),
                paragraphs.stream().map(spelling).toList(),
                table.stream()
                        .map(
                                row ->
                                        new Row(
                                                spelling.apply(row.name()),
                                                spelling.apply(row.value())))
                        .toList(),
                remarks.stream().map(spelling).toList(),
                spelling.apply(closing),
                spelling.apply(date));
    }
}
