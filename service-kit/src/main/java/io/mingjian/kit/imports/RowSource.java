package io.mingjian.kit.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.table.RowFault;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Where the rows of a job lie that did not come as a file, until they are staged. Somebody has
 * looked at them before and confirmed them.
 */
public interface RowSource<J> {
    /** A row with what is wrong with it already. */
    record Given(List<String> texts, JsonNode form, List<RowFault> faults) {}

    /**
     * The rows of a job.
     *
     * @param rows all of them, in their order
     * @param taken how many of them are staged already
     */
    record Kept(List<Given> rows, int taken) {}

    /** What stands above their texts in a file of errors. */
    List<String> columns();

    /** Reads them on the thread that calls, outside any transaction; never on an event loop. */
    Kept read(J job);

    /**
     * Notes, in the transaction that stages them, that the rows up to there are.
     *
     * @return whether as many were until now as the caller believed
     */
    Uni<Boolean> taken(J job, int from, int to);

    /** All of them are staged; nobody will read them here again. */
    Uni<Void> end(J job);

    /**
     * The job comes to its end before all of them are staged, in the running transaction: none of
     * them is entered, and they are to be had again. Called when all else of the transaction is
     * done but for its audit entry, so that another may be written here.
     */
    Uni<Void> stopped(J job);
}
