package io.mingjian.benchmarks;

import io.mingjian.benchmarks.analysis.AnalysisFigures;
import io.mingjian.benchmarks.reading.ReadingFigures;
import io.mingjian.stack.LocalStack;
import io.mingjian.stack.Ports;
import io.mingjian.stack.Service;
import io.mingjian.stack.StackOptions;
import io.mingjian.stack.process.Progress;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs the named benchmarks, or all, on a stack of its own. */
public final class Main {
    private static final List<String> ALL =
            List.of(
                    "stack",
                    "reading",
                    "door",
                    "filings",
                    "import",
                    "evidence",
                    "analysis",
                    "uploads",
                    "queue",
                    "recount",
                    "lookups",
                    "criteria",
                    "texts",
                    "generation",
                    "visible-label",
                    "submit",
                    "monitoring");

    /** Those that need no stack, or start and stop their own. */
    private static final Set<String> BY_THEMSELVES = Set.of("stack", "reading", "visible-label");

    /** Prints the report of a back-test over a made-up history; measures nothing. */
    private static final String BACK_TEST = "back-test";

    private static final long BACK_TEST_FILINGS = Long.getLong("mingjian.history", 1_000_000);

    /** Pictures after which the memory of an analysis is looked at. */
    private static final int PICTURES = Integer.getInteger("mingjian.analysis.pictures", 10_000);

    /** Seconds for which analyses are pressed. */
    private static final int LENGTH = Integer.getInteger("mingjian.analysis.seconds", 120);

    /**
     * Below those that the system gives to connections, which may hold any of these for a moment.
     */
    private static final int PORT_BASE = 28000;

    private static final int TEXTS = 1_000_000;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Set<String> wanted = Set.copyOf(arguments.length == 0 ? ALL : List.of(arguments));
        if (!ALL.containsAll(wanted) && !wanted.equals(Set.of(BACK_TEST))) {
            throw new IllegalArgumentException(
                    "benchmarks are %s and %s, not %s".formatted(ALL, BACK_TEST, wanted));
        }
        Path root = Path.of(System.getProperty("mingjian.root", ".")).toAbsolutePath().normalize();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("MINGJIAN_HOME", root.resolve("benchmarks/target/stack").toString());
        StackOptions options =
                StackOptions.fromEnvironment(root, environment, Progress.silent())
                        .with(new Ports(PORT_BASE));
        machine();
        if (wanted.contains("stack")) {
            StackFigures.print(options);
        }
        if (wanted.contains("reading")) {
            new ReadingFigures(root, data(root)).print();
        }
        if (wanted.contains("analysis")) {
            new AnalysisFigures(root, data(root), PICTURES, LENGTH).print();
        }
        if (wanted.contains("visible-label")) {
            new VisibleLabelFigures(data(root)).print();
        }
        if (wanted.contains(BACK_TEST)) {
            try (LocalStack stack = LocalStack.start(options)) {
                new CriteriaFigures(stack.addresses())
                        .backTestReport(
                                BACK_TEST_FILINGS, root.resolve("benchmarks/target/back-test.md"));
            }
        } else if (!BY_THEMSELVES.containsAll(wanted)) {
            measure(wanted, options, root);
        }
    }

    /** The collection of samples, which lies outside the repository. */
    private static Path data(Path root) {
        String told = System.getenv("MINGJIAN_DATA");
        return told == null ? root.resolve("../shared/data").normalize() : Path.of(told);
    }

    private static void measure(Set<String> wanted, StackOptions options, Path root)
            throws Exception {
        try (LocalStack stack = LocalStack.start(options)) {
            if (wanted.contains("door")) {
                DoorFigures.print(stack.addresses());
            }
            if (wanted.contains("filings")) {
                new FilingFigures(stack.addresses()).print();
            }
            if (wanted.contains("import")) {
                new ImportFigures(stack.addresses()).print();
            }
            if (wanted.contains("evidence")) {
                new EvidenceFigures(stack.addresses()).print();
            }
            if (wanted.contains("analysis") || wanted.contains("uploads")) {
                Path work = root.resolve("benchmarks/target/analysis");
                new AnalysisSpeed(stack.addresses(), work, data(root), LENGTH).print();
            }
            if (wanted.contains("queue")) {
                new QueueFigures(stack.addresses()).print();
            }
            if (wanted.contains("recount")) {
                new RecountFigures(stack.addresses()).print();
            }
            if (wanted.contains("lookups")) {
                new CriteriaFigures(stack.addresses()).printLookups();
            }
            if (wanted.contains("criteria")) {
                new CriteriaFigures(stack.addresses()).print();
            }
            if (wanted.contains("generation")) {
                new GenerationFigures(stack.addresses()).print();
            }
            if (wanted.contains("submit")) {
                new SubmitFigures(stack.addresses(), root).print();
            }
            if (wanted.contains("monitoring")) {
                new MonitoringFigures(stack).print();
            }
            if (wanted.contains("texts")) {
                try (Connection database = stack.addresses().database(Service.REGISTRY)) {
                    new TextFigures(database, TEXTS).print();
                }
            }
        }
    }

    private static void machine() {
        System.out.printf(
                "Machine: %d processors, Java %s; fsync on; load generator, services, brokers and"
                        + " databases share it.%n",
                Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
    }
}
