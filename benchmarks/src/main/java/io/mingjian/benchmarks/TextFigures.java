package io.mingjian.benchmarks;

import io.mingjian.registry.ledger.TextSignature;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finding texts that are nearly the same among a million: MinHash signatures as the registry keeps
 * them, with an index over arrays or over rows of bands, against trigrams of PostgreSQL; and how
 * well SimHash would tell. In tables of its own, which are dropped again.
 */
final class TextFigures {
    private static final long SEED = 121;
    private static final int QUESTIONS = 1_000;
    private static final int SLOW_QUESTIONS = 100;

    /** Of those that take seconds each. */
    private static final int FEW_QUESTIONS = 24;

    private static final int BATCH = 5_000;

    private final Connection database;
    private final int texts;

    TextFigures(Connection database, int texts) {
        this.database = database;
        this.texts = texts;
    }

    /** An edited copy of one of the kept texts. */
    private record Copy(long of, String text, boolean same) {}

    void print() throws SQLException {
        run(
                "create extension if not exists pg_trgm",
                "drop table if exists bench_text, bench_band",
                "create table bench_text (id bigint primary key, words text not null, signature bytea not null,"
                        + " bands int[] not null)",
                "create table bench_band (band int not null, id bigint not null)");
        List<Copy> copies = fill();
        Report.title(
                "Finding nearly the same among " + texts + " texts (seed " + SEED + ")",
                "how",
                "index built, s",
                "index, MB",
                "look-up p50, ms",
                "p99, ms",
                "insert p50, ms",
                "found of those alike",
                "right among those found");
        bandRows(copies);
        trigrams(copies.subList(0, SLOW_QUESTIONS));
        minHash(copies.subList(0, FEW_QUESTIONS));
        simHash();
        run("drop table bench_text, bench_band");
    }

    private List<Copy> fill() throws SQLException {
        SyntheticTexts made = new SyntheticTexts(SEED);
        List<Copy> copies = new ArrayList<>();
        database.setAutoCommit(false);
        try (PreparedStatement text =
                        database.prepareStatement(
                                "insert into bench_text values (?, ?, ?, cast(? as int[]))");
                PreparedStatement band =
                        database.prepareStatement("insert into bench_band values (?, ?)")) {
            for (int id = 0; id < texts; id++) {
                String fresh = made.fresh();
                TextSignature signature = signature(fresh);
                text.setLong(1, id);
                text.setString(2, fresh);
                text.setBytes(3, signature.bytes());
                text.setString(4, array(signature));
                text.addBatch();
                for (int each : signature.bands()) {
                    band.setInt(1, each);
                    band.setLong(2, id);
                    band.addBatch();
                }
                if (id % (texts / QUESTIONS) == 0 && copies.size() < QUESTIONS) {
                    String copy = made.edited(fresh, copies.size() % 12);
                    boolean same = SyntheticTexts.likeness(fresh, copy) >= TextSignature.SAME;
                    copies.add(new Copy(id, copy, same));
                }
                if (id % BATCH == BATCH - 1) {
                    text.executeBatch();
                    band.executeBatch();
                    database.commit();
                }
            }
            text.executeBatch();
            band.executeBatch();
        }
        database.commit();
        database.setAutoCommit(true);
        run("vacuum analyze bench_text", "vacuum analyze bench_band");
        return copies;
    }

    private void minHash(List<Copy> copies) throws SQLException {
        double built =
                timed(
                        "create index bench_bands on bench_text using gin (bands) with (fastupdate = off)");
        report(
                "MinHash, GIN over arrays of 16 bands",
                built,
                "bench_bands",
                copies,
                "select id, signature from bench_text where bands && cast(? as int[]) limit 200",
                copy -> array(signature(copy.text())),
                true);
        run("drop index bench_bands");
    }

    private void bandRows(List<Copy> copies) throws SQLException {
        double built = timed("create index bench_band_rows on bench_band (band, id)");
        report(
                "MinHash, B-tree over 16 rows a text",
                built,
                "bench_band_rows",
                copies,
                "select distinct t.id, t.signature from unnest(cast(? as int[])) as b (band)"
                        + " join bench_band k on k.band = b.band join bench_text t on t.id = k.id limit 200",
                copy -> array(signature(copy.text())),
                true);
        run("drop index bench_band_rows");
    }

    private void trigrams(List<Copy> copies) throws SQLException {
        double built =
                timed("create index bench_words on bench_text using gin (words gin_trgm_ops)");
        run("set pg_trgm.similarity_threshold = " + TextSignature.SAME);
        report(
                "pg_trgm, GIN over the whole text",
                built,
                "bench_words",
                copies,
                "select id, signature from bench_text where words % ? limit 200",
                Copy::text,
                false);
        run("drop index bench_words");
    }

    private interface Asked {
        String of(Copy copy);
    }

    private void report(
            String how,
            double built,
            String index,
            List<Copy> copies,
            String lookUp,
            Asked asked,
            boolean bySignature)
            throws SQLException {
        long[] nanos = new long[copies.size()];
        int alike = copies.stream().mapToInt(copy -> copy.same() ? 1 : 0).sum();
        int found = 0;
        int right = 0;
        int told = 0;
        try (PreparedStatement query = database.prepareStatement(lookUp)) {
            for (int i = 0; i < nanos.length; i++) {
                Copy copy = copies.get(i);
                TextSignature mine = signature(copy.text());
                long start = System.nanoTime();
                Optional<Long> nearest = nearest(query, asked.of(copy), mine, bySignature);
                nanos[i] = System.nanoTime() - start;
                boolean it = nearest.filter(id -> id == copy.of()).isPresent();
                told += nearest.isPresent() ? 1 : 0;
                found += it && copy.same() ? 1 : 0;
                right += it && copy.same() ? 1 : 0;
            }
        }
        double mb =
                Double.parseDouble(value("select pg_relation_size('" + index + "') / 1048576.0"));
        double insert = insert();
        Arrays.sort(nanos);
        Report.row(
                how,
                built,
                mb,
                milliseconds(nanos, 0.5),
                milliseconds(nanos, 0.99),
                insert,
                percent(found, alike),
                percent(right, told));
    }

    private static Optional<Long> nearest(
            PreparedStatement query, String asked, TextSignature mine, boolean bySignature)
            throws SQLException {
        query.setString(1, asked);
        Optional<Long> best = Optional.empty();
        double likeness = bySignature ? TextSignature.SAME : -1;
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                double here = mine.likeness(TextSignature.of(rows.getBytes(2)));
                if (here >= likeness) {
                    likeness = here;
                    best = Optional.of(rows.getLong(1));
                }
            }
        }
        return best;
    }

    /** The median of inserting one more text, each in a transaction of its own, synchronously. */
    private double insert() throws SQLException {
        SyntheticTexts made = new SyntheticTexts(SEED + 1);
        long[] nanos = new long[SLOW_QUESTIONS];
        try (PreparedStatement text =
                database.prepareStatement(
                        "insert into bench_text values (?, ?, ?, cast(? as int[]))")) {
            for (int i = 0; i < nanos.length; i++) {
                String fresh = made.fresh();
                TextSignature signature = signature(fresh);
                text.setLong(1, texts + i);
                text.setString(2, fresh);
                text.setBytes(3, signature.bytes());
                text.setString(4, array(signature));
                long start = System.nanoTime();
                text.executeUpdate();
                nanos[i] = System.nanoTime() - start;
            }
        }
        run("delete from bench_text where id >= " + texts);
        Arrays.sort(nanos);
        return milliseconds(nanos, 0.5);
    }

    /** Needs no table to be judged: how far apart copies and strangers lie. */
    private static void simHash() {
        SyntheticTexts again = new SyntheticTexts(SEED);
        Report.title(
                "How well SimHash of 64 bits would tell copies",
                "bits apart at most",
                "found of those alike");
        List<Integer> apart = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            String text = again.fresh();
            String copy = again.edited(text, i % 12);
            if (SyntheticTexts.likeness(text, copy) >= TextSignature.SAME) {
                apart.add(Long.bitCount(simHash(text) ^ simHash(copy)));
            }
        }
        for (int bits : new int[] {3, 6, 10}) {
            long found = apart.stream().filter(each -> each <= bits).count();
            Report.row(bits, percent((int) found, apart.size()));
        }
    }

    private static long simHash(String text) {
        int[] votes = new int[Long.SIZE];
        for (String run : SyntheticTexts.runs(text)) {
            long hash = run.hashCode() * 0x9E3779B97F4A7C15L;
            hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
            hash ^= hash >>> 32;
            for (int bit = 0; bit < Long.SIZE; bit++) {
                votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
            }
        }
        long sign = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            sign |= votes[bit] > 0 ? 1L << bit : 0;
        }
        return sign;
    }

    private static TextSignature signature(String text) {
        return TextSignature.of(text, List.of()).orElseThrow();
    }

    private static String array(TextSignature signature) {
        return Arrays.stream(signature.bands())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static double milliseconds(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    private static String percent(int part, int whole) {
        return whole == 0 ? "–" : "%.1f %%".formatted(100.0 * part / whole);
    }

    private double timed(String sql) throws SQLException {
        long start = System.nanoTime();
        run(sql);
        return (System.nanoTime() - start) / 1e9;
    }

    private void run(String... statements) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private String value(String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
