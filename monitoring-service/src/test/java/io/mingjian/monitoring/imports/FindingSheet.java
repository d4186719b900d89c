package io.mingjian.monitoring.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.kit.table.Column;
import io.mingjian.kit.table.SheetWriter;
import io.mingjian.monitoring.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A file of findings for tests: each column from the place in the finding that it stands for. */
final class FindingSheet {
    private final ObjectMapper json;
    private final List<List<String>> lines = new ArrayList<>();

    FindingSheet(ObjectMapper json) {
        this.json = json;
        lines.add(FindingColumns.ALL.all().stream().map(Column::heading).toList());
    }

    FindingSheet row(Finding finding) {
        return row(finding, Map.of());
    }

    /** A row in which some cells hold something else. */
    FindingSheet row(Finding finding, Map<String, String> cells) {
        ObjectNode tree = json.valueToTree(finding);
        lines.add(
                FindingColumns.ALL.all().stream()
                        .map(
                                column ->
                                        cells.getOrDefault(
                                                column.heading(), text(tree.at(column.pointer()))))
                        .toList());
        return this;
    }

    FindingSheet line(String... cells) {
        lines.add(List.of(cells));
        return this;
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining("；"));
        }
        return value.isBoolean() ? value.asBoolean() ? "是" : "否" : value.asText();
    }

    byte[] csv() {
        return file(SheetWriter.Format.CSV);
    }

    byte[] gb18030() {
        String text = new String(csv(), StandardCharsets.UTF_8).substring(1);
        return text.getBytes(Charset.forName("GB18030"));
    }

    byte[] xlsx() {
        return file(SheetWriter.Format.XLSX);
    }

    private byte[] file(SheetWriter.Format format) {
        try (SheetWriter writer = format.writer("线索")) {
            for (List<String> line : lines) {
                writer.line(line);
            }
            return writer.bytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
