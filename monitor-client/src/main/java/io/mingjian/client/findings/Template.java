package io.mingjian.client.findings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** One example finding in each form that the client reads. */
public final class Template {
    private Template() {}

    /**
     * @param format {@code jsonl}, {@code json} or {@code csv}
     */
    public static String in(String format) {
        try {
            ObjectNode example = example();
            return switch (format) {
                case "csv" -> csv(example);
                case "json" ->
                        Json.MAPPER
                                        .writerWithDefaultPrettyPrinter()
                                        .writeValueAsString(
                                                Json.MAPPER.createArrayNode().add(example))
                                + "\n";
                default -> Json.MAPPER.writeValueAsString(example) + "\n";
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode example() throws IOException {
        try (InputStream stream = Template.class.getResourceAsStream("example.json")) {
            return (ObjectNode) Json.MAPPER.readTree(java.util.Objects.requireNonNull(stream));
        }
    }

    private static String csv(ObjectNode example) throws IOException {
        Map<String, String> cells = Columns.toCells(example);
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
            printer.printRecord(cells.keySet());
            printer.printRecord(cells.values());
        }
        return text.toString();
    }
}
