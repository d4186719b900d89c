package io.mingjian.gateway.door;

import io.mingjian.gateway.identity.BodyLimit;
import io.mingjian.gateway.identity.TimeLimit;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Sizes and times of the door. */
@ConfigMapping(prefix = "mingjian.door")
interface DoorSettings {
    Body body();

    Answer answer();

    /** A service that accepts no connection within this time is unreachable. */
    Duration connect();

    /**
     * Longest silence of a caller while its body is expected, and of a service in the middle of its
     * answer.
     */
    Duration silence();

    /** Connections to one service; a service that hangs cannot take more than these. */
    int connections();

    /** Requests that may wait for a connection to one service; further ones are refused at once. */
    int waiting();

    /** Largest body of everything that is not {@code /api}. */
    MemorySize pageBody();

    interface Body {
        MemorySize json();

        MemorySize batch();

        MemorySize evidence();

        MemorySize file();

        MemorySize bundle();
    }

    interface Answer {
        Duration quick();

        /** For uploads, batches and walks over a whole chain. */
        Duration patient();
    }

    default long bytes(BodyLimit limit) {
        return switch (limit) {
            case NONE -> 0;
            case JSON -> body().json().asLongValue();
            case BATCH -> body().batch().asLongValue();
            case EVIDENCE -> body().evidence().asLongValue();
            case FILE -> body().file().asLongValue();
            case BUNDLE -> body().bundle().asLongValue();
        };
    }

    default Duration within(TimeLimit limit) {
        return switch (limit) {
            case QUICK -> answer().quick();
            case LONG -> answer().patient();
        };
    }
}
