package io.mingjian.kit.imports;

import io.mingjian.kit.imports.ImportRows.Fresh;
import io.mingjian.kit.imports.RowSource.Given;
import io.mingjian.kit.imports.RowSource.Kept;
import io.mingjian.kit.table.Unreadable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Stages rows that did not come as a file, as many in each transaction as are entered at once. How
 * far it is stands at their source and is written in the same transaction, so that whoever goes on
 * after a death stages no row twice and leaves none out. Nobody looks at the rows here: they are
 * judged when they are entered.
 */
final class SourceReading<J extends ImportJob<?>> {
    /** Of text in one slice, unless one row alone has more: rows are written on the event loop. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private final ImportTables tables;
    private final ImportLease<J> lease;
    private final ImportRows rows;
    private final Consumer<Duration> stepBack;
    private final Clock clock;

    SourceReading(
            ImportTables tables,
            ImportLease<J> lease,
            ImportRows rows,
            Consumer<Duration> stepBack,
            Clock clock) {
        this.tables = tables;
        this.lease = lease;
        this.rows = rows;
        this.stepBack = stepBack;
        this.clock = clock;
    }

    /**
     * @throws Lost if the job is no longer this worker's
     */
    <R> void read(J job, RowMeaning<J, R> meaning, RowSource<J> source, UUID worker) {
        try {
            stage(job, meaning, source, worker);
        } catch (Unreadable unreadable) {
            lease.fail(job, worker, String.valueOf(unreadable.getMessage()), source);
        }
    }

    private <R> void stage(J job, RowMeaning<J, R> meaning, RowSource<J> source, UUID worker) {
        Kept kept = source.read(job);
        List<Fresh> all = rows(job, meaning, kept.rows());
        for (int from = kept.taken(); from < all.size(); ) {
            Instant began = clock.instant();
            int begin = from;
            int end = end(all, from, meaning.enteredAtOnce());
            lease.heldGettingOn(
                    job,
                    worker,
                    () ->
                            source.taken(job, begin, end)
                                    .invoke(ImportLease::requireMine)
                                    .chain(
                                            () ->
                                                    rows.add(
                                                            tables.machine(),
                                                            job.id(),
                                                            all.subList(begin, end))));
            from = end;
            stepBack.accept(Duration.between(began, clock.instant()));
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
                                                        found -> go(found, source))));
    }

    /** Whoever handed the rows in wants them entered. */
    private void go(J job, RowSource<J> source) {
        job.show(tables.machine(), source.columns());
        job.commit(job.sender());
    }

    /** Of all rows, so that a key that comes twice is seen over the borders of slices. */
    private static <J, R> List<Fresh> rows(J job, RowMeaning<J, R> meaning, List<Given> given) {
        RowReader<J, R> reader = new RowReader<>(meaning, job);
        List<Fresh> rows = new ArrayList<>(given.size());
        for (Given each : given) {
            ReadRow<R> read =
                    reader.read(rows.size() + 1, each.texts(), each.form(), each.faults());
            rows.add(Fresh.of(meaning, read, Outcome.good()));
        }
        return rows;
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
}
