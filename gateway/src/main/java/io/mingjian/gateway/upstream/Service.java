package io.mingjian.gateway.upstream;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A service behind the door. Outside its paths start with {@link #prefix()}, inside they do not.
 */
public enum Service {
    REGISTRY,
    DETECTION,
    MONITORING;

    /** Name in paths, metrics and messages, as {@code registry}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * First letter upper case, as {@code Registry}; starts the names of its schemas in the merged
     * description.
     */
    public String title() {
        return name().charAt(0) + label().substring(1);
    }

    /** As {@code /api/registry}. */
    public String prefix() {
        return "/api/" + label();
    }

    /** The service whose prefix this outside path carries. */
    public static Optional<Service> of(String path) {
        return Arrays.stream(values())
                .filter(service -> path.startsWith(service.prefix() + "/"))
                .findFirst();
    }
}
