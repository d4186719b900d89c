package io.mingjian.benchmarks.history;

import io.mingjian.benchmarks.history.Person.Decided;
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
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
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
public final class HistoryRows {
    private static final String NULL = "\\N";

    private final Addresses addresses;

    public HistoryRows(Addresses addresses) {
        this.addresses = addresses;
    }

    public void fill(Population population) throws SQLException {
        copy(
                "filer (id, created_at, person_id)",
                population,
                (rows, person) -> rows.row(person.id(), population.firstDay(), person.id()));
        copy(
                "filer_key (kind, key, filer_id)",
                population,
                (rows, person) -> rows.row("ID", bytes(person.id().toString()), person.id()));
        copy(
                "filer_contact (kind, key, filer_id, masked, first_on, last_on)",
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
        copy(
                "abnormal_filer_entry (id, version, filer_id, organisation, proposed_at, state, clocks, grounds,"
                        + " entry_no, term, term_until, effective_from, effective_until, settled_on)",
                decided(population),
                HistoryRows::entry);
        copy(
                "step_taken (id, object_id, step, from_state, to_state, by_name, by_subject, organisation, at, reasons,"
                        + " article)",
                decided(population),
                HistoryRows::steps);
        run("analyze");
    }

    /**
     * Everything about filers and what they filed, of a stack that belongs to a benchmark alone.
     */
    public void clear() throws SQLException {
        run(
                "truncate filer cascade",
                "truncate abnormal_filer_entry cascade",
                "truncate criterion_hit, queue_hint, trial_proposal, complaint, queue_item",
                "delete from step_taken where by_name = 'generator'");
    }

    private static Stream<Person> decided(Population population) {
        return population.stream().filter(person -> person.decided() != null);
    }

    private static void entry(Rows rows, Person person) {
        Decided decided = Objects.requireNonNull(person.decided());
        LocalDate until = decided.day().plusYears(1).minusDays(1);
        boolean listed = !decided.outcome().equals("NOT_LISTED");
        boolean stands = decided.outcome().equals("LISTED");
        rows.row(
                decided.id(),
                0,
                person.id(),
                "samr-shanghai",
                decided.proposedOn(),
                stands ? "LISTED" : decided.outcome(),
                "{\"running\": []}",
                "{\"list\": []}",
                listed ? entryNo(decided) : null,
                listed
                        ? "{\"from\": \"%s\", \"until\": \"%s\", \"stays\": []}"
                                .formatted(decided.day(), until)
                        : null,
                listed ? until : null,
                stands ? decided.day() : null,
                stands ? until : null,
                stands ? null : decided.day());
    }

    /** The number under which a listing of the history can be asked for. */
    public static String entryNo(Decided decided) {
        return "H-" + decided.id();
    }

    private static void steps(Rows rows, Person person) {
        Decided decided = Objects.requireNonNull(person.decided());
        if (decided.outcome().equals("NOT_LISTED")) {
            step(rows, decided, "NOT_LIST", "NOT_LISTED", decided.day());
            return;
        }
        step(rows, decided, "LIST", "LISTED", decided.day());
        if (decided.outcome().equals("REVOKED")) {
            step(rows, decided, "REVOKE", "REVOKED", decided.day().plusDays(40));
        }
    }

    private static void step(Rows rows, Decided decided, String step, String to, LocalDate on) {
        rows.row(
                UUID.nameUUIDFromBytes((step + decided.id()).getBytes(StandardCharsets.UTF_8)),
                decided.id(),
                step,
                "HEARD",
                to,
                "generator",
                "generator",
                "samr-shanghai",
                on,
                "made-up history",
                "–");
    }

    private static void contact(Rows rows, Person person) {
        rows.row(
                "PHONE",
                bytes("phone " + person.contact()),
                person.id(),
                "138****0000",
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

    private void run(String... statements) throws SQLException {
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
