package io.mingjian.benchmarks;

import io.mingjian.acceptance.actor.Door;
import io.mingjian.acceptance.actor.Filing;
import io.mingjian.acceptance.actor.Person;
import io.mingjian.stack.Addresses;
import io.mingjian.stack.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Filings through the gateway with all their effects, beside pgbench inserting the same row into
 * the same server.
 */
final class FilingFigures {
    private static final int CALLERS = 8;
    private static final double TARGET_PER_SECOND = 100;

    /** The bureaus of the example that have an intake unit; each has running numbers of its own. */
    private static final List<String> INTAKE =
            List.of("huangpu.intake", "pudong.intake", "city.intake");

    /** Until the compilers of four new services leave the processors to the work. */
    private static final Duration WARM_UP = Duration.ofMinutes(4);

    private final Addresses addresses;
    private final List<Door> intake;
    private final long run = System.currentTimeMillis() / 1000;

    FilingFigures(Addresses addresses) {
        this.addresses = addresses;
        this.intake = INTAKE.stream().map(user -> door(addresses, user)).toList();
    }

    private static Door door(Addresses addresses, String user) {
        return new Door(addresses.gateway(), () -> addresses.tokens().ofUser(user));
    }

    void print() throws InterruptedException, SQLException, IOException {
        Load.closed(CALLERS, WARM_UP, number -> file("w", number));
        Report.title(
                "Filings through the gateway (validation, filer, routing, number, clocks, outbox, audit)",
                "load",
                "filings/s",
                "failed",
                "p50",
                "p95",
                "p99");
        row(
                "closed, " + CALLERS + " callers",
                Load.closed(CALLERS, Duration.ofSeconds(30), number -> file("c", number)));
        Map<String, Duration> before = StackProcess.processorTimes();
        Load.Result open =
                Load.open(TARGET_PER_SECOND, Duration.ofSeconds(60), number -> file("o", number));
        Map<String, Duration> after = StackProcess.processorTimes();
        row("open, " + (int) TARGET_PER_SECOND + "/s for 60 s", open);
        double peer = pgbench();
        Report.row(
                "pgbench, the same complaint row alone, " + CALLERS + " clients",
                peer,
                0,
                "–",
                "–",
                "–");
        Report.row("outbox rows left 10 s later", waiting(), "–", "–", "–", "–");
        processors(before, after, open.done());
    }

    /** Where the time goes: processor time of each part during the open load. */
    private static void processors(
            Map<String, Duration> before, Map<String, Duration> after, long filings) {
        Report.title("Processor time during the open load, a filing", "part", "ms a filing");
        double sum = 0;
        for (var part : after.entrySet()) {
            Duration used =
                    part.getValue().minus(before.getOrDefault(part.getKey(), Duration.ZERO));
            double each = used.toNanos() / 1e6 / filings;
            sum += each;
            Report.row(part.getKey(), each);
        }
        Report.row("**sum, load generator included; two processors have 20 ms at 100/s**", sum);
    }

    private void row(String name, Load.Result result) {
        Latencies latencies = result.latencies();
        Report.row(
                name,
                result.perSecond(),
                result.failed(),
                latencies.millis(50),
                latencies.millis(95),
                latencies.millis(99));
    }

    private void file(String series, long number) {
        Filing filing =
                Filing.aComplaint(
                        Person.numbered("王小明", run * 7919 + number), series + run + "-" + number);
        intake.get((int) (number % intake.size()))
                .post(
                        "/api/registry/v1/filings",
                        filing.json(),
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                .require(201);
    }

    /**
     * A copy of the table without other effects; every statement inserts a copy of one real row
     * under a new key.
     */
    private double pgbench() throws SQLException, IOException, InterruptedException {
        try (Connection connection = addresses.database(Service.REGISTRY);
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists complaint_bench");
            statement.execute("create table complaint_bench (like complaint including all)");
            statement.execute(
                    "create table if not exists complaint_seed as select * from complaint limit 1");
        }
        Path script = Files.createTempFile("insert", ".sql");
        Files.writeString(script, insert());
        Path program = program();
        ProcessBuilder pgbench =
                new ProcessBuilder(
                        program.toString(),
                        "-n",
                        "-c",
                        String.valueOf(CALLERS),
                        "-j",
                        "2",
                        "-T",
                        "15",
                        "-f",
                        script.toString(),
                        "-h",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(port()),
                        "-U",
                        "registry",
                        "registry");
        pgbench.environment().put("PGPASSWORD", addresses.databasePassword(Service.REGISTRY));
        Process process = pgbench.redirectErrorStream(true).start();
        String output =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        Files.delete(script);
        try (Connection connection = addresses.database(Service.REGISTRY);
                Statement statement = connection.createStatement()) {
            statement.execute("drop table complaint_bench, complaint_seed");
        }
        Matcher rate = Pattern.compile("tps = ([0-9.]+)").matcher(output);
        if (!rate.find()) {
            throw new IllegalStateException("pgbench did not measure:\n" + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    private String insert() throws SQLException {
        try (Connection connection = addresses.database(Service.REGISTRY);
                Statement statement = connection.createStatement();
                var columns =
                        statement.executeQuery(
                                "select string_agg(column_name, ', ' order by ordinal_position),"
                                        + " string_agg(case column_name when 'id' then 'gen_random_uuid()'"
                                        + " when 'registration_no' then 'gen_random_uuid()::text' else column_name end, ', '"
                                        + " order by ordinal_position)"
                                        + " from information_schema.columns where table_name = 'complaint'"
                                        + " and is_generated = 'NEVER'")) {
            columns.next();
            return "insert into complaint_bench (%s) select %s from complaint_seed;"
                    .formatted(columns.getString(1), columns.getString(2));
        }
    }

    private int port() {
        Matcher port = Pattern.compile(":(\\d+)/").matcher(addresses.jdbcUrl(Service.REGISTRY));
        if (!port.find()) {
            throw new IllegalStateException("no port in the database's address");
        }
        return Integer.parseInt(port.group(1));
    }

    private static Path program() throws IOException {
        Path debian = Path.of("/usr/lib/postgresql");
        List<Path> found;
        if (Files.isDirectory(debian)) {
            try (var files = Files.find(debian, 3, (file, facts) -> file.endsWith("bin/pgbench"))) {
                found = files.sorted().toList();
            }
        } else {
            found = List.of();
        }
        if (found.isEmpty()) {
            throw new IllegalStateException(
                    "pgbench is missing (Debian: apt-get install postgresql)");
        }
        return found.get(found.size() - 1);
    }

    private long waiting() throws SQLException, InterruptedException {
        Thread.sleep(Duration.ofSeconds(10).toMillis());
        try (Connection connection = addresses.database(Service.REGISTRY);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from outbox")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
