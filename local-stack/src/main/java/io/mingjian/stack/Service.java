package io.mingjian.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The four services of Mingjian, with the port offset and the memory that each one gets. */
public enum Service {
    /**
     * A young generation that fills in hundreds of requests, so that not one in a hundred waits.
     */
    REGISTRY("registry-service", 81, "-Xms96m", "-Xmx224m", "-Xmn48m"),
    /** Decodes pictures of up to 60 megapixels: four bytes each, twice. */
    DETECTION("detection-service", 82, "-Xms32m", "-Xmx768m"),
    MONITORING("monitoring-service", 83, "-Xms32m", "-Xmx224m"),
    GATEWAY("gateway", 80, "-Xms32m", "-Xmx128m");

    /** A service that lives for seconds or minutes spends them on compiling otherwise. */
    private static final List<String> QUICKLY_COMPILED =
            List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=96m");

    private static final List<String> JVM =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:MinHeapFreeRatio=10",
                    "-XX:MaxHeapFreeRatio=30",
                    "-XX:+ExitOnOutOfMemoryError");

    private final String module;
    private final int offset;
    private final List<String> heap;

    Service(String module, int offset, String... heap) {
        this.module = module;
        this.offset = offset;
        this.heap = List.of(heap);
    }

    /** Name of its process, its log and (except for the gateway) its database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean hasDatabase() {
        return this != GATEWAY;
    }

    int port(int base) {
        return base + offset;
    }

    /** The runnable form that the build leaves behind. */
    Path build(Path root) {
        return root.resolve(module).resolve("target/quarkus-app");
    }

    List<String> jvmOptions(boolean brief) {
        return Stream.of(heap, JVM, brief ? QUICKLY_COMPILED : List.<String>of())
                .flatMap(List::stream)
                .toList();
    }
}
