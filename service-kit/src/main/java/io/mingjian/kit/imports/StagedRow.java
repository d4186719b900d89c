package io.mingjian.kit.imports;

import io.mingjian.kit.table.RowFault;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table; its content is opened by whoever needs it.
 *
 * @param state as the service calls it
 * @param as what it became, or what had come before
 */
public record StagedRow(
        int rowNo,
        String state,
        @Nullable String number,
        @Nullable String kept,
        List<RowFault> errors,
        @Nullable UUID as) {}
