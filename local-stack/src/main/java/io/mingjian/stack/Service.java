package io.mingjian.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The four services of Mingjian, with the port offset and the memory that each one gets. */
public enum Service {
    REGISTRY("registry-service", 81, "-Xmx192m"),
    /** Decodes pictures of up to 60 megapixels: four bytes each, twice. */
    DETECTION("detection-service", 82, "-Xmx768m"),
    MONITORING("monitoring-service", 83, "-Xmx160m"),
    GATEWAY("gateway", 80, "-Xmx128m");

    private final String module;
    private final int offset;
    private final String heap;

    Service(String module, int offset, String heap) {
        this.module = module;
        this.offset = offset;
        this.heap = heap;
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

    List<String> jvmOptions() {
        return List.of(
                "-Xms32m",
                heap,
                "-XX:+UseSerialGC",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=30",
                "-XX:+ExitOnOutOfMemoryError");
    }
}
