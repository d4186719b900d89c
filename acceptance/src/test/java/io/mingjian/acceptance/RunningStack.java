package io.mingjian.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingjian.acceptance.actor.Actors;
import io.mingjian.stack.Addresses;
import io.mingjian.stack.LocalStack;
import io.mingjian.stack.Ports;
import io.mingjian.stack.Service;
import io.mingjian.stack.StackOptions;
import io.mingjian.stack.process.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts one stack for all tests of a run, in {@code target/stack} and on ports from 28000 on, and
 * gives it to whoever asks for a {@link LocalStack}, its {@link Addresses} or its {@link Actors}.
 * It begins empty in every run.
 *
 * <p>With {@code MINGJIAN_ACCEPTANCE_ATTACH=1} the stack that {@code ./mingjian up} started is used
 * instead, which saves its start while one test is being written; the crash ladder is skipped then.
 */
final class RunningStack implements ParameterResolver {
    /** Until what one service has said is seen in another, on a busy machine. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final int PORT_BASE = 28000;

    /**
     * So that a bundle which is too large need not be a gigabyte; the door's limit is the usual.
     */
    static final int MOST_MEGABYTES_OF_A_BUNDLE = 32;

    private static final String ATTACH = "MINGJIAN_ACCEPTANCE_ATTACH";

    /**
     * The limits of the door have tests of their own; here they would only slow the others down, or
     * turn a request away that a busy machine is slow to answer.
     */
    private static final Map<String, String> PLENTY =
            Map.of(
                    "MINGJIAN_DOOR_ANSWER_QUICK", "60S",
                    "MINGJIAN_QUOTA_STRANGER_REQUESTS", "1000000",
                    "MINGJIAN_QUOTA_ORGANISATION_REQUESTS", "1000000",
                    "MINGJIAN_QUOTA_KIND_MERCHANT_REQUESTS", "1000000",
                    "MINGJIAN_QUOTA_KIND_MONITOR_REQUESTS", "1000000",
                    "MINGJIAN_QUOTA_KIND_PLATFORM_REQUESTS", "1000000",
                    "MINGJIAN_QUOTA_KIND_MODEL_PROVIDER_REQUESTS", "1000000",
                    "MINGJIAN_QUOTA_KIND_DISTRICT_BUREAU_REQUESTS", "1000000",
                    "MINGJIAN_QUOTA_KIND_MUNICIPAL_BUREAU_REQUESTS", "1000000");

    /**
     * The broker waits so long before it gives the partitions of a killed consumer to the next one,
     * and the services before they take over what a killed worker had begun; the usual times would
     * be most of the crash ladder's.
     */
    private static final Map<String, String> QUICK_TO_HEAL =
            Map.of(
                    "MP_MESSAGING_INCOMING_EVENTS_SESSION_TIMEOUT_MS", "6000",
                    "MP_MESSAGING_INCOMING_EVENTS_HEARTBEAT_INTERVAL_MS", "1500",
                    "MINGJIAN_ANALYSIS_LEASE", "PT15S",
                    "MINGJIAN_IMPORTS_LEASE", "PT10S",
                    "MINGJIAN_LEAD_IMPORTS_LEASE", "PT5S",
                    "MINGJIAN_PAPER_LEASE", "15s",
                    "MINGJIAN_COMPLETION_EVERY", "2s");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == LocalStack.class || type == Addresses.class || type == Actors.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == LocalStack.class) {
            assumeTrue(
                    !isAttached(),
                    ATTACH + " is set: a stack of another process cannot lose its parts here");
            return stack(context);
        }
        Addresses addresses = isAttached() ? Addresses.of(running()) : stack(context).addresses();
        return type == Addresses.class ? addresses : new Actors(addresses);
    }

    private static LocalStack stack(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RunningStack.class))
                .computeIfAbsent(LocalStack.class, key -> start(), LocalStack.class);
    }

    /** For what only the settings made here show. */
    static void assumeItsOwnSettings() {
        assumeTrue(!isAttached(), ATTACH + " is set: a stack of another process has its own");
    }

    private static boolean isAttached() {
        return System.getenv(ATTACH) != null;
    }

    private static StackOptions running() {
        return StackOptions.fromEnvironment(root(), System.getenv(), Progress.silent());
    }

    static Path root() {
        return Path.of(System.getProperty("mingjian.root", "..")).toAbsolutePath().normalize();
    }

    private static LocalStack start() {
        StackOptions options =
                StackOptions.forTests(root(), root().resolve("acceptance/target/stack"))
                        .with(new Ports(PORT_BASE))
                        .with(Progress.on(System.out));
        for (Map.Entry<String, String> quota : PLENTY.entrySet()) {
            options = options.with(Service.GATEWAY, quota.getKey(), quota.getValue());
        }
        for (Service service :
                EnumSet.of(Service.REGISTRY, Service.DETECTION, Service.MONITORING)) {
            for (Map.Entry<String, String> setting : QUICK_TO_HEAL.entrySet()) {
                options = options.with(service, setting.getKey(), setting.getValue());
            }
        }
        options =
                options.with(
                        Service.MONITORING,
                        "MINGJIAN_BUNDLES_MOST_BYTES",
                        MOST_MEGABYTES_OF_A_BUNDLE + "M");
        LocalStack.forget(options);
        return LocalStack.start(options);
    }
}
