package io.mingjian.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.Finding;
import io.mingjian.acceptance.actor.MonitoringAgency;
import io.mingjian.acceptance.client.AgencyDesk;
import io.mingjian.acceptance.picture.Pictures;
import io.mingjian.stack.Addresses;
import io.mingjian.stack.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Findings of an agency in batches of a hundred through the gateway with all their checks, beside
 * the same lead rows inserted into a copy of the table in the same database: a hundred in a
 * transaction, as the batches are, with nothing else done.
 */
final class SubmitFigures {
    private static final String AGENCY = "monitor-jingwei";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int FINDINGS = 10_000;
    private static final int BATCH = 100;
    private static final int WARM_UP_BATCHES = 40;
    private static final int PICTURES = 20;
    private static final double TARGET_SECONDS = 60;

    private final Addresses addresses;
    private final Actors actors;
    private final MonitoringAgency agency;
    private final Path work;
    private final Path root;
    private final String run = Long.toString(System.currentTimeMillis() / 1000, 36);
    private final List<Answer> evidence = new ArrayList<>();

    SubmitFigures(Addresses addresses, Path root) {
        this.addresses = addresses;
        this.actors = new Actors(addresses);
        this.agency = actors.jingwei();
        this.root = root;
        this.work = root.resolve("benchmarks/target/submit");
    }

    void print() throws Exception {
        String instruction = instruction();
        upload();
        send(instruction, "w", WARM_UP_BATCHES, 1);
        Report.title(
                "%,d findings in batches of %d through the gateway (form, hashes, URL, subject, duplicates, number, clocks, outbox, audit), target %.0f s"
                        .formatted(FINDINGS, BATCH, TARGET_SECONDS),
                "way",
                "seconds",
                "findings/s",
                "a batch, p50",
                "a batch, p99");
        Map<String, Duration> before = StackProcess.processorTimes();
        Sent one = send(instruction, "a", FINDINGS / BATCH, 1);
        Map<String, Duration> after = StackProcess.processorTimes();
        row("one sender", one);
        row("two senders", send(instruction, "b", FINDINGS / BATCH, 2));
        client(instruction);
        settled();
        try (Plain plain = new Plain()) {
            plainRow("plain inserts of the same row, one connection", plain, 1);
            plainRow("plain inserts of the same row, two connections", plain, 2);
        }
        processors(before, after);
    }

    private String instruction() {
        LocalDate today = LocalDate.now(SHANGHAI);
        String id =
                actors.cityReviewer()
                        .issuesInstruction(today, today.plusDays(10), AGENCY)
                        .textAt("/id");
        agency.acknowledges(id);
        return id;
    }

    /** Analyses are over before anything is measured. */
    private void upload() {
        for (int i = 0; i < PICTURES; i++) {
            evidence.add(agency.uploads(Pictures.small(run.hashCode() * 1_000L + i)));
        }
        evidence.forEach(each -> agency.awaitsAnalysis(each.textAt("/id"), any -> true));
    }

    /** How long some batches took together and each. */
    private record Sent(double seconds, int findings, Latencies latencies) {
        double perSecond() {
            return findings / seconds;
        }
    }

    private Sent send(String instruction, String series, int batches, int senders)
            throws InterruptedException {
        List<Map<String, List<ObjectNode>>> bodies = new ArrayList<>();
        for (int batch = 0; batch < batches; batch++) {
            bodies.add(Map.of("items", batch(series, batch)));
        }
        Latencies latencies = new Latencies();
        AtomicInteger next = new AtomicInteger();
        long begun = System.nanoTime();
        together(
                senders,
                () -> {
                    for (int at = next.getAndIncrement();
                            at < batches;
                            at = next.getAndIncrement()) {
                        send(instruction, bodies.get(at), latencies);
                    }
                });
        return new Sent((System.nanoTime() - begun) / 1e9, batches * BATCH, latencies);
    }

    private void send(String instruction, Object body, Latencies latencies) {
        long begun = System.nanoTime();
        Answer answer =
                agency.door()
                        .post(
                                "/api/monitoring/v1/instructions/" + instruction + "/lead-batches",
                                body,
                                Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                        .require(207);
        latencies.add(System.nanoTime() - begun);
        List<String> statuses = answer.each("/items", "status");
        if (statuses.size() != BATCH || !statuses.stream().allMatch("201"::equals)) {
            throw new IllegalStateException("not every finding was taken: " + answer.text());
        }
    }

    /** Each finding of another page and subject name, as in life. */
    private List<ObjectNode> batch(String series, int batch) {
        OffsetDateTime now = OffsetDateTime.now(SHANGHAI).truncatedTo(ChronoUnit.SECONDS);
        List<ObjectNode> items = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            int number = batch * BATCH + i;
            ObjectNode finding =
                    new Finding(
                                    "B%s-%s-%05d".formatted(run, series, number),
                                    evidence.get(number % PICTURES),
                                    now)
                            .json();
            finding.put(
                    "contentSummary",
                    "店铺 %s-%d 出售用生成图伪造商品破损的教程，标价 %d 元，附操作步骤 %d 项"
                            .formatted(series, number, 5 + number % 90, 3 + number % 11));
            items.add(finding);
        }
        return items;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void together(int threads, Work work) {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(
                    CompletableFuture.runAsync(
                            () -> {
                                try {
                                    work.run();
                                } catch (Exception failure) {
                                    throw new CompletionException(failure);
                                }
                            }));
        }
        all.forEach(CompletableFuture::join);
    }

    private static void row(String name, Sent sent) {
        Report.row(
                name,
                sent.seconds(),
                sent.perSecond(),
                sent.latencies().millis(50),
                sent.latencies().millis(99));
    }

    /**
     * The whole of what an agency waits for: its own checks, hashing, files and journal as well.
     */
    private void client(String instruction) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(work.resolve(run));
        AgencyDesk desk = new AgencyDesk(folder, root, addresses, AGENCY);
        desk.laysOut(
                "K" + run,
                FINDINGS,
                PICTURES,
                OffsetDateTime.now(SHANGHAI).truncatedTo(ChronoUnit.SECONDS));
        long begun = System.nanoTime();
        int status = desk.submits(instruction).waitFor();
        double seconds = (System.nanoTime() - begun) / 1e9;
        JsonNode report = new ObjectMapper().readTree(Files.readAllBytes(desk.report()));
        if (status != 0) {
            throw new IllegalStateException("the client ended with " + status + ": " + report);
        }
        Report.row(
                "the agencies' client, start to end, %d pictures".formatted(PICTURES),
                seconds,
                FINDINGS / seconds,
                "–",
                "–");
    }

    private static void plainRow(String name, Plain plain, int connections) {
        long begun = System.nanoTime();
        plain.insert(connections);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Report.row(name, seconds, FINDINGS / seconds, "–", "–");
    }

    /** A copy of the table without other effects, and one real row to copy. */
    private final class Plain implements AutoCloseable {
        private final String insert;

        Plain() throws SQLException {
            try (Connection connection = addresses.database(Service.MONITORING);
                    Statement statement = connection.createStatement()) {
                statement.execute("drop table if exists lead_bench, lead_seed");
                statement.execute("create table lead_bench (like lead including all)");
                statement.execute("create table lead_seed as select * from lead limit 1");
                try (var columns =
                        statement.executeQuery(
                                "select string_agg(column_name, ', ' order by ordinal_position),"
                                        + " string_agg(case column_name when 'id' then 'gen_random_uuid()'"
                                        + " when 'lead_no' then 'gen_random_uuid()::text'"
                                        + " when 'finding_no' then 'gen_random_uuid()::text' else column_name end, ', '"
                                        + " order by ordinal_position)"
                                        + " from information_schema.columns where table_name = 'lead'"
                                        + " and table_schema = current_schema() and is_generated = 'NEVER'")) {
                    columns.next();
                    insert =
                            "insert into lead_bench (%s) select %s from lead_seed"
                                    .formatted(columns.getString(1), columns.getString(2));
                }
            }
        }

        void insert(int connections) {
            AtomicInteger next = new AtomicInteger();
            together(
                    connections,
                    () -> {
                        try (Connection connection = addresses.database(Service.MONITORING);
                                PreparedStatement row = connection.prepareStatement(insert)) {
                            connection.setAutoCommit(false);
                            while (next.getAndIncrement() < FINDINGS / BATCH) {
                                for (int i = 0; i < BATCH; i++) {
                                    row.executeUpdate();
                                }
                                connection.commit();
                            }
                        }
                    });
        }

        @Override
        public void close() throws SQLException {
            try (Connection connection = addresses.database(Service.MONITORING);
                    Statement statement = connection.createStatement()) {
                statement.execute("drop table lead_bench, lead_seed");
            }
        }
    }

    /** What was promised to others is said as well: no row waits in the outbox. */
    private void settled() throws Exception {
        long begun = System.nanoTime();
        Waiting.until("the outbox", Duration.ofMinutes(5), () -> outbox() == 0);
        Report.row(
                "outbox empty after the last of them",
                (System.nanoTime() - begun) / 1e9,
                "–",
                "–",
                "–");
    }

    private long outbox() throws SQLException {
        try (Connection connection = addresses.database(Service.MONITORING);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from outbox")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void processors(Map<String, Duration> before, Map<String, Duration> after) {
        Report.title(
                "Processor time with one sender, a finding; two processors have 12 ms at the target",
                "part",
                "ms a finding");
        double sum = 0;
        for (var part : after.entrySet()) {
            Duration used =
                    part.getValue().minus(before.getOrDefault(part.getKey(), Duration.ZERO));
            double each = used.toNanos() / 1e6 / FINDINGS;
            sum += each;
            Report.row(part.getKey(), each);
        }
        Report.row("**sum, load generator included**", sum);
    }
}
