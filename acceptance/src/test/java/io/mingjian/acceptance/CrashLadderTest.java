package io.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjian.acceptance.LoopPath.Act;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.stack.Addresses;
import io.mingjian.stack.LocalStack;
import io.mingjian.stack.Service;
import io.mingjian.stack.process.StackFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Parts of the stack die at the worst moments under a bounded stream of filings and uploads, and
 * {@link CrashAuditor} proves afterwards that nothing was lost and nothing happened twice. One line
 * is printed for each rung.
 *
 * <p>{@code MINGJIAN_CRASH_SEED} repeats a run's traffic; {@code MINGJIAN_KAFKA_AWAY_SECONDS} keeps
 * Kafka away for longer than the usual 20 seconds.
 */
@Order(2) // Leaves hundreds of filings behind, so it comes after the console.
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.MINUTES) // On a busy machine a start takes long.
class CrashLadderTest {
    private static final Duration AWAY =
            Duration.ofSeconds(Long.parseLong(environment("MINGJIAN_KAFKA_AWAY_SECONDS", "20")));
    private static final Duration WHOLE_MINUTE = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final int BACKLOG = 80;

    /** Some requests are one of seventeen of their stream, and some wait for a timer. */
    private static final Duration UNTIL_THE_RAREST_COMES = Duration.ofMinutes(5);

    /** Each kill costs a start; one that comes just after an answer cuts nothing. */
    private static final int MOST_KILLS = 36;

    /** Milliseconds; most requests are answered within them. */
    private static final int LONGEST_UNDER_WAY = 20;

    /** Enough for several transactions, so that the kill comes between the first and the last. */
    private static final int ROWS_OF_A_FILE = 1_500;

    private LocalStack stack;
    private Events events;
    private Stored stored;
    private FileAuditor files;
    private CrashAuditor auditor;
    private Traffic traffic;
    private Random random;

    @BeforeAll
    void trafficIsReady(LocalStack running, Addresses addresses, Actors actors) {
        long seed =
                Long.parseLong(
                        environment("MINGJIAN_CRASH_SEED", String.valueOf(System.nanoTime())));
        System.out.printf(
                "crash ladder: seed %d (repeat with MINGJIAN_CRASH_SEED=%d)%n", seed, seed);
        random = new Random(seed);
        stack = running;
        events = new Events(addresses.kafkaBootstrapServers());
        stored = new Stored(addresses);
        files = new FileAuditor(stored, actors.huangpuIntake());
        auditor = new CrashAuditor(addresses, actors);
        traffic = new Traffic(actors, seed);
        traffic.uploads(3);
        traffic.files(3);
    }

    /** A rung that failed half-way must not pull down those after it. */
    @AfterEach
    void everythingRunsAgain() {
        for (Service service : Service.values()) {
            if (!stack.isAlive(service)) {
                stack.start(service);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Service.class,
            names = {"REGISTRY", "DETECTION", "MONITORING"})
    void aServiceIsKilledBetweenCommitAndPublish(Service service) {
        Answer page = traffic.aPage();
        stack.stopKafka();
        try {
            switch (service) {
                case REGISTRY -> traffic.files(5);
                case DETECTION -> traffic.uploads(5);
                default -> traffic.submits(page);
            }
            assertThat(auditor.outbox(service)).as("committed and not published").isPositive();
            stack.kill(service);
        } finally {
            stack.startKafka();
        }
        stack.start(service);
        rung(service + " killed between commit and publish");
    }

    /**
     * Lets messages pile up while the consumer is down, and kills it again as soon as it has taken
     * in some and not all.
     */
    @ParameterizedTest
    @EnumSource(
            value = Service.class,
            names = {"REGISTRY", "DETECTION", "MONITORING"})
    void aServiceIsKilledBetweenReceiveAndCommit(Service service) {
        if (service == Service.REGISTRY) {
            // It would have to be up to take filings in: what piles up for it is what detection
            // says.
            stack.kill(service);
            traffic.uploads(BACKLOG / 2);
        } else if (service == Service.DETECTION) {
            stack.kill(service);
            traffic.files(BACKLOG);
        } else {
            stack.kill(service);
            traffic.uploads(BACKLOG / 2);
        }
        await("the others to have published")
                .atMost(PATIENCE)
                .until(
                        () ->
                                auditor.outbox(
                                                service == Service.DETECTION
                                                        ? Service.REGISTRY
                                                        : Service.DETECTION)
                                        == 0);
        long before = auditor.taken(service);
        Thread start = new Thread(() -> startedInVain(service), "start " + service);
        start.start();
        await("the first messages to be taken in")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> auditor.taken(service) > before);
        stack.kill(service);
        long after = auditor.taken(service);
        awaitEnd(start);
        stack.start(service);
        rung(
                () ->
                        "%s killed between receive and commit, after %d of %d messages"
                                .formatted(
                                        service, after - before, auditor.taken(service) - before));
    }

    /** Officers decide while the registry dies under their hands. */
    enum Decision {
        ACCEPT {
            @Override
            void take(Traffic traffic) {
                traffic.accepts();
            }
        },
        TERMINATE {
            @Override
            void take(Traffic traffic) {
                traffic.terminates();
            }
        },
        MERGE {
            @Override
            void take(Traffic traffic) {
                traffic.merges();
            }
        },
        JOIN_FILERS {
            @Override
            void take(Traffic traffic) {
                traffic.joins();
            }
        },
        NOTICE {
            @Override
            void take(Traffic traffic) {
                traffic.notices();
            }
        },
        LISTING {
            @Override
            void take(Traffic traffic) {
                traffic.lists();
            }
        },
        REVOCATION {
            @Override
            void take(Traffic traffic) {
                traffic.revokes();
            }
        };

        abstract void take(Traffic traffic);
    }

    @ParameterizedTest
    @EnumSource(Decision.class)
    void theRegistryIsKilledWhileOfficersDecide(Decision decision) {
        int before = traffic.decisions().size();
        Runnable decides = () -> decision.take(traffic);
        Traffic.Running stream = traffic.begins(decides, decides, decides);
        await("decisions").atMost(PATIENCE).until(() -> traffic.decisions().size() > before + 5);
        stack.kill(Service.REGISTRY);
        stack.start(Service.REGISTRY);
        int then = traffic.decisions().size();
        await("decisions to go on")
                .atMost(PATIENCE)
                .until(() -> stream.done().isDone() || traffic.decisions().size() > then + 5);
        stream.ends();
        rung("REGISTRY killed during " + decision);
    }

    /**
     * Findings go through the loop on each of its ways, two streams each, so that each kill comes
     * at many steps at once and few are needed. Monitoring dies while those kinds of requests are
     * under way that no kill has cut off before.
     */
    @Test
    void monitoringIsKilledAtEachStepOfTheLoop(Actors actors) throws TimeoutException {
        UnderWay underWay = new UnderWay();
        LoopTraffic loop = new LoopTraffic(traffic, actors, underWay);
        Traffic.Running stream =
                traffic.begins(
                        Stream.of(LoopPath.values())
                                .flatMap(
                                        path ->
                                                Collections.nCopies(
                                                        LoopTraffic.STREAMS_ON_A_WAY, path)
                                                        .stream())
                                .map(loop::along)
                                .toArray(Runnable[]::new));
        int kills = 0;
        try {
            for (List<Act> left = left(underWay);
                    !left.isEmpty() && kills < MOST_KILLS;
                    left = left(underWay)) {
                underWay.awaits(
                        left.get(0),
                        Duration.ofMillis(random.nextInt(LONGEST_UNDER_WAY)),
                        UNTIL_THE_RAREST_COMES);
                fallsAndRises(underWay, loop, stream);
                kills++;
            }
        } finally {
            stream.ends();
        }
        assertThat(left(underWay)).as("kinds of requests that no kill has cut off").isEmpty();
        auditor.everythingComesToRest();
        new LoopAuditor(stored, events, actors).proves(loop.runs(), traffic);
        rung(
                ("MONITORING killed %d times in the loop, %d requests of all %d kinds cut off, %d of them"
                                + " steps that had been taken; %d leads closed on %d ways")
                        .formatted(
                                kills,
                                underWay.cuts(),
                                Act.values().length,
                                loop.answersLost(),
                                loop.runs().size(),
                                LoopPath.values().length));
    }

    /** The next kill waits until every stream goes on, so that it comes at all of them. */
    private void fallsAndRises(UnderWay underWay, LoopTraffic loop, Traffic.Running stream) {
        underWay.falls();
        stack.kill(Service.MONITORING);
        stack.start(Service.MONITORING);
        Map<LoopPath, Integer> then = loop.progress();
        await("every stream to go on")
                .atMost(PATIENCE)
                .until(() -> stream.done().isDone() || loop.haveAllMovedSince(then));
    }

    /** In an order that the seed decides. */
    private List<Act> left(UnderWay underWay) {
        List<Act> left = new ArrayList<>(EnumSet.complementOf(underWay.cut()));
        Collections.shuffle(left, random);
        return left;
    }

    /** The rows of a file are entered some at a time; whoever starts next goes on with the rest. */
    @Test
    void theRegistryIsKilledWhileAFileIsEntered() {
        String file = traffic.imports(ROWS_OF_A_FILE);
        await("the first rows to be entered")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> traffic.entered(file) > 0);
        stack.kill(Service.REGISTRY);
        long entered = files.entered(file);
        assertThat(entered).as("rows entered before the kill").isBetween(1L, ROWS_OF_A_FILE - 1L);
        stack.start(Service.REGISTRY);
        rung("REGISTRY killed after %d of %d rows of a file".formatted(entered, ROWS_OF_A_FILE));
    }

    @Test
    void kafkaIsAwayWhilePeopleGoOnWorking() {
        int filings = traffic.filings().size();
        stack.stopKafka();
        long begun = System.nanoTime();
        Traffic.Running stream = traffic.begins();
        try {
            await("Kafka's absence")
                    .atMost(AWAY.plusSeconds(60))
                    .until(
                            () ->
                                    Duration.ofNanos(System.nanoTime() - begun).compareTo(AWAY) >= 0
                                            && traffic.filings().size() > filings + 10);
            assertThat(auditor.outbox(Service.REGISTRY))
                    .as("waiting in the registry's outbox")
                    .isPositive();
        } finally {
            stack.startKafka();
            stream.ends();
        }
        rung("Kafka away for %d s under traffic".formatted(AWAY.toSeconds()));
        if (AWAY.compareTo(WHOLE_MINUTE) < 0) {
            System.out.printf(
                    "rung: Kafka away for 60 s: skipped to save time; MINGJIAN_KAFKA_AWAY_SECONDS=60 runs it instead of %d s%n",
                    AWAY.toSeconds());
        }
    }

    @Test
    void postgresRestartsUnderTraffic() {
        int filings = traffic.filings().size();
        Traffic.Running stream = traffic.begins();
        await("traffic").atMost(PATIENCE).until(() -> traffic.filings().size() > filings + 5);
        stack.restartPostgres();
        int then = traffic.filings().size();
        await("traffic to go on")
                .atMost(PATIENCE)
                .until(() -> stream.done().isDone() || traffic.filings().size() > then + 5);
        stream.ends();
        rung("PostgreSQL restarted under traffic");
    }

    @Test
    void theSameMessageComesThreeTimes() {
        traffic.uploads(1);
        traffic.files(2);
        auditor.proves(traffic);
        List<Events.Message> known = Events.distinct(events.all(Events.FILING, Events.EVIDENCE));
        List<Events.Message> again = known.subList(Math.max(0, known.size() - 10), known.size());
        for (Events.Message message : again) {
            events.send(
                    message.topic(),
                    message.key(),
                    List.of(message.text(), message.text(), message.text()));
        }
        String fresh = UUID.randomUUID().toString();
        String evidence = UUID.randomUUID().toString();
        String text = analyzed(fresh, evidence, 1, "SOME_SIGNS");
        events.send(Events.EVIDENCE, evidence, List.of(text, text, text));
        awaitIndication(evidence, "1 SOME_SIGNS");
        rung("the same message three times, " + (again.size() + 1) + " messages");
    }

    @Test
    void messagesComeOutOfOrder() {
        String evidence = UUID.randomUUID().toString();
        events.send(
                Events.EVIDENCE,
                evidence,
                List.of(
                        analyzed(UUID.randomUUID().toString(), evidence, 3, "STRONG_SIGNS"),
                        analyzed(UUID.randomUUID().toString(), evidence, 2, "NO_SIGN"),
                        analyzed(UUID.randomUUID().toString(), evidence, 1, "SOME_SIGNS")));
        awaitIndication(evidence, "3 STRONG_SIGNS");
        rung("messages out of order: the newest revision stays");
    }

    private void awaitIndication(String evidence, String revisionAndBand) {
        await("the indication")
                .atMost(PATIENCE)
                .until(
                        () ->
                                stored.column(
                                                Service.REGISTRY,
                                                "select revision || ' ' || band from evidence_indication where"
                                                        + " evidence_id = cast(? as uuid)",
                                                evidence)
                                        .contains(revisionAndBand));
    }

    private static String analyzed(String eventId, String evidence, int revision, String band) {
        return """
               {"specversion":"1.0","id":"%s","source":"/mingjian/detection","type":"evidence.analyzed.v1",
                "subject":"%s","time":"2026-11-24T10:00:00+08:00","datacontenttype":"application/json","revision":%d,
                "data":{"evidenceId":"%s","organisation":"samr-huangpu","band":"%s","labelVerdict":"NONE_FOUND",
                        "signals":[],"reuseCount":0,"analyzedAt":"2026-11-24T10:00:00+08:00"}}"""
                .formatted(eventId, evidence, revision, evidence, band);
    }

    private void rung(String what) {
        rung(() -> what);
    }

    private void rung(Supplier<String> what) {
        long begun = System.nanoTime();
        String figures = auditor.proves(traffic);
        System.out.printf(
                "rung: %s: nothing lost, nothing twice (%s; healed and proven in %d s)%n",
                what.get(), figures, Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    /** The kill comes while the start still waits for readiness, or just after. */
    private void startedInVain(Service service) {
        try {
            stack.start(service);
        } catch (StackFailure killed) {
            System.out.println(
                    "the start of " + service + " ended as meant: " + killed.getMessage());
        }
    }

    private static void awaitEnd(Thread thread) {
        await("the start to give up").atMost(PATIENCE).until(() -> !thread.isAlive());
    }

    private static String environment(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
