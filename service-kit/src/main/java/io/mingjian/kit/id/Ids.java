package io.mingjian.kit.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import io.mingjian.kit.refusal.NotFound;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes and reads ids. */
public final class Ids {
    private static final TimeBasedEpochRandomGenerator GENERATOR =
            Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    /** A new UUIDv7. */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /**
     * Reads an id from a path. What is no id names nothing, so it is not found.
     *
     * @throws NotFound if the text is no UUID
     */
    public static UUID parse(String text, String zh, String en) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound(zh, en);
        }
    }

    /** With commas between them, as statements take several: {@code string_to_array}. */
    public static String joined(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }
}
