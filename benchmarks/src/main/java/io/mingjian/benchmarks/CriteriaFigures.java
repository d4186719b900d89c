package io.mingjian.benchmarks;

import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.Door;
import io.mingjian.benchmarks.history.Habit;
import io.mingjian.benchmarks.history.HistoryRows;
import io.mingjian.benchmarks.history.Person;
import io.mingjian.benchmarks.history.Person.Decided;
import io.mingjian.benchmarks.history.Population;
import io.mingjian.stack.Addresses;
import io.mingjian.stack.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * Filers, criteria and the list over histories of three sizes, each ten times the one before: what
 * one filing, one night and one back-test cost, and how that grows.
 */
final class CriteriaFigures {
    private static final long SEED = 298;
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);
    private static final long[] SIZES = {100_000, 1_000_000, 10_000_000};
    private static final int WARM_UP = 5_000;
    private static final int REQUESTS = 600;

    /** Look-ups that the agreements that are shipped allow in a day. */
    private static final int A_DAY = 200;

    private static final int EVALUATIONS = 100;

    /** Who files as often in a year is a frequent filer. */
    private static final int FREQUENT = 10;

    private static final Duration PATIENCE = Duration.ofMinutes(40);

    private static final String PAST =
            "select count(*) from abnormal_filer_entry where state = 'LISTED' and term_until < current_date";

    private final Addresses addresses;
    private final HistoryRows rows;
    private final QueueRows sql;
    private final EvaluationFigures evaluations;

    CriteriaFigures(Addresses addresses) {
        this.addresses = addresses;
        this.rows = new HistoryRows(addresses);
        this.sql = new QueueRows(addresses);
        this.evaluations = new EvaluationFigures(addresses);
    }

    /** Prints how everything grows. */
    void print() throws Exception {
        Report.title(
                "Filers, criteria and the list over a made-up history (seed " + SEED + ")",
                "filings of the history",
                "filers",
                "filled in s",
                "one row committed p50",
                "one row committed p99",
                "look-up p50 ms",
                "look-up p99 ms",
                "filer page p50 ms",
                "filer page p99 ms",
                "a filing of an occasional filer, database ms",
                "of a frequent filer, database ms",
                "first night s",
                "a night s",
                "back-test of a year s");
        List<double[]> grown = new ArrayList<>();
        for (long size : SIZES) {
            grown.add(measured(new Population(SEED, size, LAST_DAY)));
        }
        exponent("night", grown, 0);
        exponent("back-test", grown, 1);
        rows.clear();
    }

    /** Look-ups of listed people alone, when the service has warmed up. */
    void printLookups() throws Exception {
        Population population = new Population(SEED, SIZES[1], LAST_DAY);
        fill(population);
        lookups(population);
        Report.title("Look-ups of listed people, one at a time", "what", "p50", "p99");
        Latencies lookup = lookups(population);
        Latencies commit = commits();
        Report.row("a look-up with flags", lookup.millis(50), lookup.millis(99));
        Report.row("one row committed, the disk alone", commit.millis(50), commit.millis(99));
        rows.clear();
    }

    private double[] measured(Population population) throws Exception {
        double filled = fill(population);
        Latencies lookup = lookups(population);
        Latencies commit = commits();
        Latencies page = pages(population);
        double occasional = evaluation(population, CriteriaFigures::isOccasional);
        double frequent = evaluation(population, CriteriaFigures::isFrequent);
        double firstNight = night();
        double night = night();
        double backTest = seconds(() -> backTest());
        Report.row(
                population.filings(),
                population.persons(),
                filled,
                commit.millis(50),
                commit.millis(99),
                lookup.millis(50),
                lookup.millis(99),
                page.millis(50),
                page.millis(99),
                occasional,
                frequent,
                firstNight,
                night,
                backTest);
        return new double[] {night, backTest};
    }

    private double evaluation(Population population, Predicate<Person> who) throws Exception {
        return evaluations.millis(
                population.stream().filter(who).limit(EVALUATIONS).map(Person::id).toList());
    }

    private static boolean isOccasional(Person person) {
        return person.habit() == Habit.OCCASIONAL;
    }

    /** Whether somebody filed often in the last year of the history. */
    private static boolean isFrequent(Person person) {
        LocalDate from = LAST_DAY.minusDays(364);
        return person.filings().stream().filter(each -> !each.day().isBefore(from)).count()
                >= FREQUENT;
    }

    /** Slope of the logarithms by least squares: 1 is linear. */
    private static void exponent(String what, List<double[]> grown, int which) {
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < SIZES.length; i++) {
            double x = Math.log(SIZES[i]);
            double y = Math.log(Math.max(0.001, grown.get(i)[which]));
            sx += x;
            sy += y;
            sxx += x * x;
            sxy += x * y;
        }
        double slope = (SIZES.length * sxy - sx * sy) / (SIZES.length * sxx - sx * sx);
        System.out.printf(
                Locale.ROOT, "%nGrowth of the %s: size to the power of %.2f.%n", what, slope);
    }

    /**
     * Fills when today's roll-over is over, so that it does not look at half a history; then waits
     * until listings of the history whose term has passed have ended.
     */
    private double fill(Population population) throws Exception {
        awaitRollover();
        rows.clear();
        double filled =
                seconds(
                        () -> {
                            rows.fill(population);
                            return null;
                        });
        Waiting.until("end of old listings", PATIENCE, () -> sql.value(PAST).equals("0"));
        return filled;
    }

    /** The report of a back-test, for people to read. */
    void backTestReport(long filings, Path into) throws Exception {
        Population population = new Population(SEED, filings, LAST_DAY);
        fill(population);
        String report = backTest();
        Files.createDirectories(into.getParent());
        Files.writeString(into, report);
        System.out.println(report);
        System.out.println("Written to " + into);
        rows.clear();
    }

    private Door city() {
        return new Door(
                addresses.of(Service.REGISTRY), () -> addresses.tokens().ofUser("city.reviewer"));
    }

    /** Tries higher lines for FREQ_12M on the last year of the history; answers the report. */
    private String backTest() throws Exception {
        Answer version =
                city().post(
                                "/v1/criteria/FREQ_12M/versions",
                                Map.of(
                                        "windowDays", 365,
                                        "watch", 20,
                                        "review", 50,
                                        "basis", "基准测试",
                                        "validFrom", LocalDate.now().plusDays(30).toString()))
                        .require(201);
        Answer trial =
                city().post(
                                "/v1/criteria-trials",
                                Map.of(
                                        "kind", "BACK_TEST",
                                        "code", "FREQ_12M",
                                        "version", version.at("/version").asInt(),
                                        "from", LAST_DAY.minusDays(364).toString(),
                                        "to", LAST_DAY.toString()))
                        .require(202);
        String path = "/v1/criteria-trials/" + trial.textAt("/id");
        Waiting.until(
                "back-test",
                PATIENCE,
                () -> !city().get(path).require(200).at("/finishedAt").isMissingNode());
        return city().get(path + "/report").require(200).text();
    }

    private Latencies lookups(Population population) throws SQLException {
        sql.run("update lookup_agreement set daily_limit = 1000000");
        List<String> numbers =
                population.stream()
                        .map(Person::decided)
                        .filter(Objects::nonNull)
                        .filter(CriteriaFigures::isListed)
                        .limit(50)
                        .map(HistoryRows::entryNo)
                        .toList();
        Door police =
                new Door(
                        addresses.of(Service.REGISTRY),
                        () -> addresses.tokens().ofUser("police.officer"));
        Latencies latencies = new Latencies();
        for (int i = 0; i < WARM_UP + REQUESTS; i++) {
            if (i % A_DAY == 0) {
                sql.run("truncate lookup_log");
                // The server plans its statements anew for an emptied table: that is the
                // benchmark's doing.
                lookUp(police, numbers.get(0));
            }
            long begun = System.nanoTime();
            lookUp(police, numbers.get(i % numbers.size()));
            if (i >= WARM_UP) {
                latencies.add(System.nanoTime() - begun);
            }
        }
        return latencies;
    }

    private static void lookUp(Door who, String entryNo) {
        who.post(
                        "/v1/abnormal-filer-lookups",
                        Map.of(
                                "entryNo", entryNo,
                                "purposeCode", "CRIMINAL_CLUE",
                                "purpose", "基准测试查询",
                                "legalBasis", "《政务数据共享条例》",
                                "caseNo", "BENCH"))
                .require(200);
    }

    /** What the disk alone takes: one row, committed. */
    private Latencies commits() throws SQLException {
        Latencies latencies = new Latencies();
        try (Connection connection = addresses.database(Service.REGISTRY);
                var statement = connection.createStatement()) {
            statement.execute("create table bench_commit (n int)");
            for (int i = 0; i < REQUESTS; i++) {
                long begun = System.nanoTime();
                statement.execute("insert into bench_commit values (1)");
                latencies.add(System.nanoTime() - begun);
            }
            statement.execute("drop table bench_commit");
        }
        return latencies;
    }

    /** Whether the listing still stands today. */
    private static boolean isListed(Decided decided) {
        return decided.outcome().equals("LISTED")
                && decided.day().plusYears(1).isAfter(LocalDate.now());
    }

    private Latencies pages(Population population) {
        List<Person> some = population.stream().limit(200).toList();
        Latencies latencies = new Latencies();
        Door city = city();
        for (int i = 0; i < WARM_UP + REQUESTS; i++) {
            long begun = System.nanoTime();
            city.get("/v1/filers/" + some.get(i % some.size()).id()).require(200);
            if (i >= WARM_UP) {
                latencies.add(System.nanoTime() - begun);
            }
        }
        return latencies;
    }

    /** Has today's roll-over done again; answers how long it took. */
    private double night() throws Exception {
        sql.run("delete from rollover");
        awaitRollover();
        return Double.parseDouble(
                sql.value(
                        "select extract(epoch from max(finished_at) - min(requested_at)) from rollover"));
    }

    private void awaitRollover() throws Exception {
        Waiting.until(
                "roll-over",
                PATIENCE,
                () -> !sql.value("select max(finished_at) from rollover").isEmpty());
    }

    private static double seconds(Callable<?> work) throws Exception {
        long begun = System.nanoTime();
        work.call();
        return (System.nanoTime() - begun) / 1e9;
    }
}
