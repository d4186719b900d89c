package io.mingjian.kit.imports;

import io.mingjian.kit.imports.ImportRows.Fresh;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Keeps rows beside what would become of them if they were entered now. */
final class RowStaging<J extends ImportJob<?>> {
    private final ImportTables tables;
    private final ImportRows rows;

    RowStaging(ImportTables tables, ImportRows rows) {
        this.tables = tables;
        this.rows = rows;
    }

    <R> Uni<Void> keep(J job, RowMeaning<J, R> meaning, List<ReadRow<R>> read) {
        List<R> legible = read.stream().map(ReadRow::row).filter(Objects::nonNull).toList();
        Uni<List<Outcome>> told =
                legible.isEmpty() ? Uni.createFrom().item(List.of()) : meaning.look(job, legible);
        return told.map(outcomes -> fresh(meaning, read, outcomes.iterator()))
                .chain(fresh -> rows.add(tables.machine(), job.id(), fresh));
    }

    private static <J, R> List<Fresh> fresh(
            RowMeaning<J, R> meaning, List<ReadRow<R>> read, Iterator<Outcome> told) {
        List<Fresh> fresh = new ArrayList<>(read.size());
        for (ReadRow<R> each : read) {
            Outcome outcome = each.row() == null ? Outcome.bad(each.faults()) : told.next();
            fresh.add(Fresh.of(meaning, each, outcome));
        }
        return fresh;
    }
}
