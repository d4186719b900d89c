package io.mingjian.kit.imports;

import io.mingjian.kit.imports.GivenRows.Given;
import io.mingjian.kit.imports.GivenRows.Kept;
import io.mingjian.kit.imports.ImportRows.Fresh;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Stages rows that came in another way than in a file, in slices of one transaction each. How far
 * it is stands where the rows lie and is written in the same transaction, so that whoever goes on
 * after a death stages no row twice and leaves none out. Nobody looks at the rows here: they are
 * judged when they are entered, which follows at once and in the name of whoever handed them in.
 */
final class GivenReading<J extends ImportJob<?>> {
    /** Of text in one slice, unless one row alone has more: rows are written on the event loop. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private final ImportTables tables;
    private final ImportLease<J> lease;
    private final ImportRows rows;

    GivenReading(ImportTables tables, ImportLease<J> lease, ImportRows rows) {
        this.tables = tables;
        this.lease = lease;
        this.rows = rows;
    }

    /**
     * @throws Lost if the job is no longer this worker's
     */
    void read(J job, RowMeaning<J, ?> meaning, GivenRows<J> source, UUID worker) {
        Kept kept = source.read(job);
        List<Fresh> all = fresh(job, meaning, kept.rows());
        for (int from = kept.taken(); from < all.size(); ) {
            int to = end(all, from, meaning.enteredAtOnce());
            keep(job, source, worker, all, from, to);
            from = to;
        }
        lease.held(
                job,
                worker,
                () ->
                        source.end(job)
                                .chain(
                                        () ->
                                                lease.end(
                                                        job,
                                                        worker,
                                                        "read",
                                                        found -> enterAll(found, source))));
    }

    private void enterAll(J job, GivenRows<J> source) {
        job.show(tables.machine(), source.columns());
        job.commit(job.sender());
    }

    private void keep(
            J job, GivenRows<J> source, UUID worker, List<Fresh> all, int from, int to) {
        lease.heldGettingOn(
                job,
                worker,
                () ->
                        source.taken(job, from, to)
                                .invoke(
                                        asBelieved -> {
                                            if (!asBelieved) {
                                                throw new Lost();
                                            }
                                        })
                                .chain(
                                        () ->
                                                rows.add(
                                                        tables.machine(),
                                                        job.id(),
                                                        all.subList(from, to))));
    }

    private static int end(List<Fresh> all, int from, int most) {
        int to = from + 1;
        int characters = size(all.get(from));
        while (to < all.size() && to - from < most) {
            characters += size(all.get(to));
            if (characters > MOST_CHARACTERS) {
                return to;
            }
            to++;
        }
        return to;
    }

    private static int size(Fresh row) {
        return row.content().texts().stream().mapToInt(String::length).sum();
    }

    /** Of all rows, so that a key that comes twice is seen over the borders of slices. */
    private <R> List<Fresh> fresh(J job, RowMeaning<J, R> meaning, List<Given> given) {
        RowReader<J, R> reader = new RowReader<>(meaning, job);
        List<Fresh> fresh = new ArrayList<>(given.size());
        for (Given each : given) {
            ReadRow<R> read =
                    reader.read(fresh.size() + 1, each.texts(), each.form(), each.faults());
            fresh.add(
                    new Fresh(
                            read.rowNo(),
                            meaning.number(read.form()),
                            new RowContent(read.texts(), read.form()),
                            read.row() == null ? Outcome.bad(read.faults()) : Outcome.good()));
        }
        return fresh;
    }
}
