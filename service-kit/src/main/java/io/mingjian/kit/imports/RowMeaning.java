package io.mingjian.kit.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.Refusal;
import io.mingjian.kit.table.Columns;
import io.mingjian.kit.table.RowFault;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know about the rows of one kind; all else an import does alike.
 *
 * @param <R> a row that may be entered
 */
public interface RowMeaning<J, R> {
    Columns columns();

    /** How many rows a file may have. */
    int mostRows();

    /** How many rows one transaction enters. */
    int enteredAtOnce();

    /**
     * A row of the form that the cells made. Waits for nothing.
     *
     * @throws Invalid naming every fault
     */
    R read(J job, JsonNode form);

    /** What no two rows of a file may have in common, if the row has it. */
    Optional<?> key(R row);

    /** What is told of a row whose key an earlier row has. */
    RowFault twice(int earlierRow);

    /** By which people tell this row apart, where the table keeps that. */
    default @Nullable String number(JsonNode form) {
        return null;
    }

    /** What would become of rows if they were entered now, in their order. */
    Uni<List<Outcome>> look(J job, List<R> rows);

    /**
     * Enters rows in the running transaction.
     *
     * @param settle to be told what became of each; before what everybody waits for, if that is
     *     possible
     */
    Uni<Void> enter(J job, List<R> rows, Function<List<Outcome>, Uni<Void>> settle);

    /** Where the rows of this job lie if it did not come as a file. */
    default @Nullable RowSource<J> source(J job) {
        return null;
    }

    /** Whether a refusal is about the import as a whole, so that no later row can be entered. */
    default boolean isEndedBy(Refusal refusal) {
        return false;
    }
}
