package io.mingjian.stack;

import io.mingjian.stack.kafka.KafkaBroker;
import io.mingjian.stack.keycloak.Keycloak;
import io.mingjian.stack.postgres.Postgres;
import io.mingjian.stack.process.Child;
import io.mingjian.stack.process.ChildSpec;
import io.mingjian.stack.process.Children;
import io.mingjian.stack.process.JavaCommand;
import io.mingjian.stack.process.LauncherLock;
import io.mingjian.stack.process.Leftovers;
import io.mingjian.stack.process.Memory;
import io.mingjian.stack.process.PortCheck;
import io.mingjian.stack.process.Progress;
import io.mingjian.stack.process.Readiness;
import io.mingjian.stack.process.StackFailure;
import io.mingjian.stack.process.StopSignal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A running stack: started here, stopped by {@link #close} or when this JVM ends.
 *
 * <p>For acceptance tests and benchmarks it can also lose its parts, as they get lost in life:
 * {@link #kill} is {@code kill -9}.
 */
public final class LocalStack implements AutoCloseable {
    private static final Duration SERVICE_LIMIT = Duration.ofMinutes(8);
    private static final int INFRASTRUCTURE_MIB = 800;
    private static final int SERVICE_MIB = 250;

    private final StackOptions options;
    private final Addresses addresses;
    private final LauncherLock lock;
    private final Children children = new Children();
    private final Postgres postgres;
    private final KafkaBroker kafka;
    private final Keycloak keycloak;
    private final StartPlan plan;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread hook = new Thread(this::stop, "stop the stack");
    private final Map<String, String> databasePasswords;

    private LocalStack(StackOptions options, LauncherLock lock) {
        Secrets secrets = Secrets.in(options.home());
        this.options = options;
        this.lock = lock;
        this.addresses = new Addresses(options, secrets);
        this.postgres = new Postgres(Parts.postgres(options, secrets));
        this.kafka = new KafkaBroker(Parts.kafka(options));
        this.keycloak = new Keycloak(Parts.keycloak(options, secrets));
        this.databasePasswords = Parts.databasePasswords(secrets);
        this.plan = new StartPlan(options.progress());
    }

    /**
     * Starts everything that the options name and returns when each part serves.
     *
     * @throws StackFailure one line that says what is wrong; nothing is left running then
     */
    public static LocalStack start(StackOptions options) {
        Parts.closeToOthers(options.home());
        LauncherLock lock = LauncherLock.take(options.run()).orElseThrow(() -> running(options));
        try {
            LocalStack stack = new LocalStack(options, lock);
            stack.begin();
            return stack;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Stops what an earlier start left in this home and deletes its data, logs and secrets; for
     * tests that want an empty stack in the same place each time.
     */
    public static void forget(StackOptions options) {
        if (LauncherLock.holder(options.run()).isPresent()) {
            throw running(options);
        }
        Leftovers.reap(options.run());
        Parts.forget(options.home());
    }

    private static StackFailure running(StackOptions options) {
        String pid =
                LauncherLock.holder(options.run()).map(p -> " (pid " + p.pid() + ")").orElse("");
        return new StackFailure(
                "the stack in %s is already running%s".formatted(options.home(), pid));
    }

    private void begin() {
        List<String> reaped = Leftovers.reap(options.run());
        if (!reaped.isEmpty()) {
            say("stopped what an earlier start had left: " + String.join(", ", reaped));
        }
        Memory.require(
                Memory.available(), INFRASTRUCTURE_MIB + SERVICE_MIB * options.services().size());
        PortCheck.requireFree(options.ports().byName(options.services()));
        Parts.requireBuilt(options);
        Parts.turnLogs(options);
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            startAll();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startAll() {
        boolean anew = keycloak.layOut(addresses.realm().json());
        plan.part("postgres", this::startPostgres);
        plan.part("kafka", this::startKafka);
        plan.part(
                "keycloak",
                () -> keycloak.prepare(options.progress()),
                () -> serveRealm(anew),
                "postgres");
        for (Service service : options.services()) {
            String[] needs =
                    service.hasDatabase() ? new String[] {"postgres", "kafka"} : new String[0];
            plan.part(service.label(), () -> start(service), needs);
        }
        plan.run();
    }

    private void serveRealm(boolean anew) {
        if (anew) {
            options.progress().say("keycloak", "the realm has changed: importing it anew");
            postgres.drop("keycloak");
            postgres.ensureDatabases(databasePasswords);
        }
        startKeycloak();
    }

    public Addresses addresses() {
        return addresses;
    }

    /** How long each part took from its start to its readiness. */
    public Map<String, Duration> startTimes() {
        return plan.times();
    }

    /** Starts a service and returns when it is ready. */
    public void start(Service service) {
        Path jar =
                new Deployment(
                                service.build(options.root()),
                                options.home().resolve("app").resolve(service.label()))
                        .refresh();
        Child child = children.start(spec(service, jar));
        Readiness.await(child, SERVICE_LIMIT, () -> Readiness.trouble(addresses.health(service)));
    }

    /** Ends a service in good order. */
    public void stop(Service service) {
        children.stop(service.label());
    }

    /** {@code kill -9}. */
    public void kill(Service service) {
        children.kill(service.label());
    }

    public boolean isAlive(Service service) {
        return children.find(service.label()).filter(Child::isAlive).isPresent();
    }

    public void startKafka() {
        kafka.start(children::start);
    }

    public void stopKafka() {
        children.stop("kafka");
    }

    public void killKafka() {
        children.kill("kafka");
    }

    public void startPostgres() {
        postgres.start(children::start);
        postgres.ensureDatabases(databasePasswords);
    }

    public void stopPostgres() {
        children.stop("postgres");
    }

    /** A fast shutdown, as an administrator would do it, and a start. */
    public void restartPostgres() {
        stopPostgres();
        startPostgres();
    }

    public void startKeycloak() {
        keycloak.start(children::start);
    }

    public void stopKeycloak() {
        children.stop("keycloak");
    }

    /** Returns when the stack was closed; tells of processes that ended by themselves. */
    public void watch() throws InterruptedException {
        while (!closed.get()) {
            for (Child child : children.takeUnexpectedlyEnded()) {
                if (!closed.get()) {
                    tellOfEnd(child);
                }
            }
            Thread.sleep(1000);
        }
    }

    private void tellOfEnd(Child child) {
        options.progress()
                .say(
                        child.name(),
                        "ended by itself with status %d, see %s"
                                .formatted(child.exitStatus(), child.log()));
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending already and the hook has done or is doing the same.
        }
    }

    private void stop() {
        if (closed.getAndSet(true)) {
            return;
        }
        long begun = System.nanoTime();
        say("stopping");
        plan.cancel();
        children.stopAll();
        lock.close();
        say("all stopped after " + Progress.seconds(Progress.since(begun)) + "; the data is kept");
    }

    private void say(String text) {
        options.progress().say("stack", text);
    }

    private ChildSpec spec(Service service, Path jar) {
        return new ChildSpec(
                service.label(),
                new JavaCommand(options.home(), service.label())
                        .options(service.jvmOptions(options.brief()).toArray(String[]::new))
                        .jar(jar)
                        .words(),
                addresses.contract().environment(service),
                options.home(),
                options.log(service.label()),
                options.run(),
                StopSignal.TERM,
                JavaCommand.marks(options.home(), service.label()));
    }
}
