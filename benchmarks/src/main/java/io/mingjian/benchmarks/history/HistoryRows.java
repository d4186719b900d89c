package io.mingjian.benchmarks.history;

import io.mingjian.stack.Addresses;
import io.mingjian.stack.Service;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Puts a history into the registry of a benchmark's own stack, by COPY, and takes all filers out
 * again. It fills what the registry derives of filings (the ledger, keys of filers, ended
 * candidates), not the filings: nothing that is measured on it reads them.
 */
final class HistoryRows {
    private static final String NULL = "\\N";

    private final Addresses addresses;

    HistoryRows(Addresses addresses) {
        this.addresses = addresses;
    }

    void fill(Population population) throws SQLException {
        copy(
                "filer (id, created_at, person_id)",
                population,
                (rows, person) -> rows.row(person.id(), population.firstDay(), person.id()));
        copy(
                "filer_key (kind, key, filer_id)",
                population,
                (rows, person) -> rows.row("ID", bytes(person.id().toString()), person.id()));
        copy(
                "filer_contact (kind, key, filer_id, first_on, last_on)",
                population.stream().filter(person -> !person.filings().isEmpty()),
                HistoryRows::contact);
        copy(
                "counted_filing (filer_id, received_on, submission_id, filing_id, operator_key, goods_class,"
                        + " family_id, use_ratio, set_aside)",
                population,
                HistoryRows::filings);
        copy(
                "filer_mark (id, filer_id, kind, on_day, submission_id, source, basis, entered_by, entered_at)",
                population,
                HistoryRows::marks);
        run("analyze");
    }

    void clear() throws SQLException {
        run("truncate filer cascade", "truncate criterion_hit, queue_hint");
    }

    private static void contact(Rows rows, Person person) {
        rows.row(
                "PHONE",
                bytes("phone " + person.contact()),
                person.id(),
                person.filings().get(0).day(),
                person.filings().get(person.filings().size() - 1).day());
    }

    private static void filings(Rows rows, Person person) {
        for (Person.Filing filing : person.filings()) {
            rows.row(
                    person.id(),
                    filing.day(),
                    filing.submissionId(),
                    filing.submissionId(),
                    filing.operator(),
                    filing.goods(),
                    filing.family(),
                    filing.useRatio(),
                    filing.setAside());
        }
    }

    private static void marks(Rows rows, Person person) {
        for (Person.Mark mark : person.marks()) {
            rows.row(
                    mark.id(),
                    person.id(),
                    mark.kind(),
                    mark.day(),
                    mark.submissionId(),
                    "history:" + mark.id(),
                    "made-up history",
                    "generator",
                    mark.day());
        }
    }

    /** A key of 32 bytes that stands for this text. */
    private static String bytes(String text) {
        StringBuilder hex = new StringBuilder("\\\\x");
        long state = 298;
        for (char each : text.toCharArray()) {
            state = (state ^ each) * 0x100000001B3L;
        }
        var random = new java.util.SplittableRandom(state);
        for (int i = 0; i < 4; i++) {
            hex.append(String.format("%016x", random.nextLong()));
        }
        return hex.toString();
    }

    private void copy(String into, Population population, BiConsumer<Rows, Person> each)
            throws SQLException {
        copy(into, population.stream(), each);
    }

    private void copy(String into, Stream<Person> persons, BiConsumer<Rows, Person> each)
            throws SQLException {
        try (Connection connection = addresses.database(Service.REGISTRY);
                var out =
                        new PGCopyOutputStream(
                                connection.unwrap(PGConnection.class),
                                "copy " + into + " from stdin",
                                1 << 20);
                var rows =
                        new Rows(
                                new BufferedWriter(
                                        new OutputStreamWriter(out, StandardCharsets.UTF_8),
                                        1 << 20))) {
            persons.forEach(person -> each.accept(rows, person));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = addresses.database(Service.REGISTRY);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Lines in the text format of COPY; no value here holds a character that it escapes. */
    private record Rows(Writer out) implements AutoCloseable {
        void row(@Nullable Object... cells) {
            try {
                for (int i = 0; i < cells.length; i++) {
                    out.append(i == 0 ? "" : "\t").append(Objects.toString(cells[i], NULL));
                }
                out.append('\n');
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
