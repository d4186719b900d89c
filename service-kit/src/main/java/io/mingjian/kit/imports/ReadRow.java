package io.mingjian.kit.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.table.RowFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it was read.
 *
 * @param texts its cells in the order of the headings
 * @param row absent if it has faults
 */
record ReadRow<R>(
        int rowNo, List<String> texts, JsonNode form, @Nullable R row, List<RowFault> faults) {}
