package io.mingjian.registry.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.registry.imports.Table.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one file, one after the other: each cell into the form, the form by the rules
 * of its kind, and the number of origin against the rows before.
 */
final class RowReader<R> {
    private final Headings headings;
    private final RowKind<R> kind;
    private final Caller sender;
    private final Map<Origin, Integer> seen = new HashMap<>();

    RowReader(Headings headings, RowKind<R> kind, Caller sender) {
        this.headings = headings;
        this.kind = kind;
        this.sender = sender;
    }

    /**
     * A row as it was read.
     *
     * @param texts its cells in the order of the headings
     * @param origin absent if the row is faulty or carries no number
     */
    record ReadRow(
            int rowNo,
            List<String> texts,
            JsonNode form,
            @Nullable Origin origin,
            List<RowFault> faults) {

        ReadRow with(RowFault fault) {
            List<RowFault> more = new ArrayList<>(faults);
            more.add(fault);
            return new ReadRow(rowNo, texts, form, origin, List.copyOf(more));
        }

        boolean isGood() {
            return faults.isEmpty();
        }
    }

    ReadRow read(Line line) {
        List<RowFault> faults = new ArrayList<>();
        CellReader cells = new CellReader(faults);
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        List<String> texts = new ArrayList<>(headings.names().size());
        for (int i = 0; i < headings.columns().size(); i++) {
            Cell cell = i < line.cells().size() ? line.cells().get(i) : Cell.BLANK;
            Column column = headings.columns().get(i);
            texts.add(cell.text());
            cells.read(column, cell).ifPresent(value -> put(form, column.pointer(), value));
        }
        refuseExtraCells(line, faults);
        Optional<R> read = faults.isEmpty() ? read(form, faults) : Optional.empty();
        return new ReadRow(
                line.rowNo(),
                texts,
                form,
                read.flatMap(row -> origin(line, row, faults)).orElse(null),
                List.copyOf(faults));
    }

    private Optional<R> read(ObjectNode form, List<RowFault> faults) {
        try {
            return Optional.of(kind.read(sender, form));
        } catch (Invalid invalid) {
            invalid.errors().stream().map(kind.columns()::fault).forEach(faults::add);
            return Optional.empty();
        }
    }

    /** A number that an earlier row has makes this row faulty, not that one. */
    private Optional<Origin> origin(Line line, R row, List<RowFault> faults) {
        Optional<Origin> origin = kind.origin(row);
        Integer earlier = origin.map(each -> seen.putIfAbsent(each, line.rowNo())).orElse(null);
        if (earlier != null) {
            faults.add(
                    new RowFault(
                            kind.numbered().heading(),
                            "twice-in-file",
                            "与第" + earlier + "行的来源和编号相同。"));
            return Optional.empty();
        }
        return origin;
    }

    private void refuseExtraCells(Line line, List<RowFault> faults) {
        for (int i = headings.width(); i < line.cells().size(); i++) {
            if (!line.cells().get(i).text().isBlank()) {
                faults.add(new RowFault("", "extra-cell", "第" + (i + 1) + "列没有表头，却有内容。"));
                return;
            }
        }
    }

    private static void put(ObjectNode form, String pointer, JsonNode value) {
        String[] path = pointer.substring(1).split("/");
        ObjectNode node = form;
        for (int i = 0; i < path.length - 1; i++) {
            node = node.withObjectProperty(path[i]);
        }
        node.set(path[path.length - 1], value);
    }
}
