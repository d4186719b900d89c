package io.mingjian.kit.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.table.RowFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one file, one after the other: the form by the rules of its kind, and its key
 * against the rows before. A key that an earlier row has makes this row faulty, not that one.
 */
final class RowReader<J, R> {
    private final RowMeaning<J, R> meaning;
    private final J job;
    private final Map<Object, Integer> seen = new HashMap<>();

    RowReader(RowMeaning<J, R> meaning, J job) {
        this.meaning = meaning;
        this.job = job;
    }

    /**
     * @param known faults of single cells; the row is read only if there are none
     */
    ReadRow<R> read(int rowNo, List<String> texts, JsonNode form, List<RowFault> known) {
        List<RowFault> faults = new ArrayList<>(known);
        R row = faults.isEmpty() ? read(rowNo, form, faults) : null;
        return new ReadRow<>(rowNo, texts, form, row, List.copyOf(faults));
    }

    private @Nullable R read(int rowNo, JsonNode form, List<RowFault> faults) {
        try {
            R row = meaning.read(job, form);
            Integer earlier =
                    meaning.key(row).map(key -> seen.putIfAbsent(key, rowNo)).orElse(null);
            if (earlier == null) {
                return row;
            }
            faults.add(meaning.twice(earlier));
        } catch (Invalid invalid) {
            invalid.errors().stream().map(meaning.columns()::fault).forEach(faults::add);
        }
        return null;
    }
}
