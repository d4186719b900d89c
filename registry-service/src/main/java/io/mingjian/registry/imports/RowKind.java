package io.mingjian.registry.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.table.Column;
import io.mingjian.kit.table.Columns;
import io.mingjian.kit.table.RowFault;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know about the rows of one kind; all else an import does alike.
 *
 * @param <R> a row that may be entered
 */
interface RowKind<R> {
    Columns columns();

    /** The column whose number tells rows apart. */
    Column numbered();

    /** How many rows a file may have. */
    int mostRows();

    /** How many rows one transaction enters. */
    int enteredAtOnce();

    /**
     * A row of the form that the cells made. Waits for nothing.
     *
     * @throws Invalid naming every fault
     */
    R read(Caller sender, JsonNode form);

    Optional<Origin> origin(R row);

    /** Which of these were entered before, and as what. */
    Uni<Map<Origin, String>> known(Caller sender, Set<Origin> asked);

    /**
     * Enters rows in the running transaction.
     *
     * @param settle to be told what became of each; before what everybody waits for, if that is
     *     possible
     */
    Uni<Void> enter(Caller sender, List<R> rows, Function<List<Entered>, Uni<Void>> settle);

    /**
     * What became of a row.
     *
     * @param as what it is now; absent if it was not entered
     * @param fault why not
     */
    record Entered(@Nullable UUID as, @Nullable RowFault fault) {
        static Entered as(UUID id) {
            return new Entered(id, null);
        }

        static Entered not(RowFault fault) {
            return new Entered(null, fault);
        }
    }

    /** That a row was entered before, under a number that may be unknown. */
    default RowFault before(String as) {
        return new RowFault(
                numbered().heading(),
                "registered-before",
                "该编号的记录已经登记" + (as.isEmpty() ? "" : "（" + as + "）") + "。");
    }
}
