package io.mingjian.monitoring.imports;

import static java.util.stream.Collectors.joining;

import io.mingjian.kit.imports.Outgoing;
import io.mingjian.kit.table.Column;
import io.mingjian.kit.table.SheetWriter;
import io.mingjian.monitoring.finding.Demands;
import io.mingjian.monitoring.finding.OutputField;
import io.mingjian.monitoring.finding.ViolationTypes;
import io.mingjian.monitoring.instruction.Order;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The empty file with its legend. A workbook has the legend on a sheet of its own; a text file is
 * either the one or the other.
 */
final class LeadImportTemplate {
    static final String SHEET = "监测线索";
    private static final String LEGEND = "填写说明";

    private final Order order;

    private LeadImportTemplate(Order order) {
        this.order = order;
    }

    /** Headings and one line that is filled in; then what the order asks for. */
    static Response file(Order order, SheetWriter.Format format, boolean legendOnly)
            throws IOException {
        var template = new LeadImportTemplate(order);
        try (SheetWriter writer = format.writer(legendOnly ? LEGEND : SHEET)) {
            if (!legendOnly) {
                List<Column> columns = FindingColumns.ALL.all();
                writer.line(columns.stream().map(Column::heading).toList());
                writer.line(columns.stream().map(Column::example).toList());
            }
            if (!legendOnly && format == SheetWriter.Format.XLSX) {
                writer.sheet(LEGEND);
            }
            if (legendOnly || format == SheetWriter.Format.XLSX) {
                template.writeLegend(writer);
            }
            return Outgoing.file(writer.bytes(), format, legendOnly ? "legend" : "template");
        }
    }

    /** Each column with what it holds; then each category with what it must have. */
    private void writeLegend(SheetWriter writer) throws IOException {
        writer.line(List.of("列名", "是否必填", "填写方法", "示例"));
        for (Column column : FindingColumns.ALL.all()) {
            writer.line(
                    List.of(
                            column.heading(),
                            must(column),
                            ((FindingCell) column.kind()).hint(),
                            column.example()));
        }
        writer.line(List.of());
        writer.line(List.of("违法类型", "本指令要求填写的列", "本指令要求的证据"));
        for (String category : categories()) {
            writer.line(line(name(category), order.demandsOf(category)));
        }
        if (order.categories().isEmpty()) {
            writer.line(line(categories().isEmpty() ? "各种违法类型" : "其他违法类型", order.demands()));
        }
    }

    private String must(Column column) {
        if (column.isRequired()) {
            return "必填";
        }
        if (asks(order.demands(), column)) {
            return "本指令要求必填";
        }
        String where =
                categories().stream()
                        .filter(category -> asks(order.demandsOf(category), column))
                        .map(LeadImportTemplate::name)
                        .collect(joining("、"));
        return where.isEmpty() ? "选填" : "违法类型为" + where + "的必填";
    }

    private static boolean asks(Demands demands, Column column) {
        return demands.fields().stream().anyMatch(field -> field.isAt(column.pointer()));
    }

    /** Those that are ordered; if any may come, those of which more is asked than of others. */
    private List<String> categories() {
        return order.categories().isEmpty()
                ? List.copyOf(new TreeSet<>(order.ofCategories().keySet()))
                : order.categories();
    }

    private static String name(String category) {
        ViolationTypes.Row row = ViolationTypes.SHIPPED.rows().get(category);
        return row == null ? category : row.zh();
    }

    private static List<String> line(String name, Demands demands) {
        List<String> fields = new ArrayList<>();
        new TreeSet<>(demands.fields()).forEach(field -> fields.add(name(field)));
        String evidence =
                demands.leastEvidence().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> each.getKey().zh() + "至少" + each.getValue() + "件")
                        .collect(joining("、"));
        return List.of(
                name,
                fields.isEmpty() ? "仅必填列" : String.join("、", fields),
                evidence.isEmpty() ? "无特别要求" : evidence);
    }

    /** As the file calls it; what is asked of each piece of evidence has a column for each. */
    private static String name(OutputField field) {
        return field.isOfFixation()
                ? "每件证据的" + field.zh()
                : FindingColumns.ALL.all().stream()
                        .filter(column -> field.isAt(column.pointer()))
                        .findFirst()
                        .map(Column::heading)
                        .orElse(field.zh());
    }
}
