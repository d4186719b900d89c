package io.mingjian.registry.imports;

import io.mingjian.registry.Filing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds files of entries; each is fit by default and names another person. */
final class EntrySheet {
    private final String agency;
    private final List<Map<EntryColumn, String>> rows = new ArrayList<>();

    /**
     * @param agency whose list it is; tests tell their rows by it
     */
    EntrySheet(String agency) {
        this.agency = agency;
    }

    EntrySheet row() {
        Map<EntryColumn, String> row = new EnumMap<>(EntryColumn.class);
        Arrays.stream(EntryColumn.values()).forEach(each -> row.put(each, each.example()));
        row.put(EntryColumn.AGENCY, agency);
        row.put(EntryColumn.ID_NUMBER, Filing.residentId());
        row.put(EntryColumn.DOCUMENT_NO, "异名〔2026〕" + (rows.size() + 1) + "号");
        rows.add(row);
        return this;
    }

    /** Changes the last row. */
    EntrySheet with(EntryColumn column, String text) {
        rows.get(rows.size() - 1).put(column, text);
        return this;
    }

    String last(EntryColumn column) {
        return rows.get(rows.size() - 1).getOrDefault(column, "");
    }

    byte[] csv() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(Arrays.stream(EntryColumn.values()).map(EntryColumn::heading).toList());
        rows.forEach(row -> lines.add(List.copyOf(row.values())));
        return lines.stream()
                .map(line -> String.join(",", line))
                .collect(Collectors.joining("\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
