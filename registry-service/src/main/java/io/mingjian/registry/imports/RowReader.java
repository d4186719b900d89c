package io.mingjian.registry.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.table.FormReader;
import io.mingjian.kit.table.Headings;
import io.mingjian.kit.table.RowFault;
import io.mingjian.kit.table.Table.Line;
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
    private final FormReader forms;
    private final RowKind<R> kind;
    private final Caller sender;
    private final Map<Origin, Integer> seen = new HashMap<>();

    RowReader(Headings headings, RowKind<R> kind, Caller sender) {
        this.forms = new FormReader(headings);
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
        FormReader.Form cells = forms.read(line);
        List<RowFault> faults = cells.faults();
        Optional<R> read = faults.isEmpty() ? read(cells.form(), faults) : Optional.empty();
        return new ReadRow(
                line.rowNo(),
                cells.texts(),
                cells.form(),
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
}
