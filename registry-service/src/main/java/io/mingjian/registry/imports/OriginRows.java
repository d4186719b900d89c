package io.mingjian.registry.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.imports.Outcome;
import io.mingjian.kit.imports.RowMeaning;
import io.mingjian.kit.table.Column;
import io.mingjian.kit.table.RowFault;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows that are told apart by a number and by who gave it. */
interface OriginRows<R> extends RowMeaning<ImportJob, R> {
    /** The column of the number. */
    Column numbered();

    @Override
    Optional<Origin> key(R row);

    /** Which of these were entered before, and as what. */
    Uni<Map<Origin, String>> known(Caller sender, Set<Origin> asked);

    @Override
    default RowFault twice(int earlierRow) {
        return new RowFault(
                numbered().heading(), "twice-in-file", "与第" + earlierRow + "行的来源和编号相同。");
    }

    /** What was entered before is not entered again. */
    @Override
    default Uni<List<Outcome>> look(ImportJob job, List<R> rows) {
        Set<Origin> asked =
                rows.stream().flatMap(row -> key(row).stream()).collect(Collectors.toSet());
        Uni<Map<Origin, String>> known =
                asked.isEmpty() ? Uni.createFrom().item(Map.of()) : known(job.sender(), asked);
        return known.map(
                found ->
                        rows.stream()
                                .map(
                                        row ->
                                                key(row).map(found::get)
                                                        .map(as -> Outcome.bad(before(as)))
                                                        .orElseGet(Outcome::good))
                                .toList());
    }

    /** That a row was entered before, under a number that may be unknown. */
    default RowFault before(String as) {
        return new RowFault(
                numbered().heading(),
                "registered-before",
                "该编号的记录已经登记" + (as.isEmpty() ? "" : "（" + as + "）") + "。");
    }
}
