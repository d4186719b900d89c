package io.mingjian.monitoring;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.OptionalLong;

/**
 * How large a request body may be, as the gateway has it. The server's own limit is far above,
 * because files and bundles come in as well; their doors count for themselves.
 */
@ConfigMapping(prefix = "mingjian.body")
interface BodyBounds {
    List<String> FILES = List.of("/lead-imports", "/lead-bundles");
    List<String> BATCHES = List.of("/lead-batches", "/lead-assignments");

    /** One JSON document; {@code mingjian.door.body.json} at the gateway. */
    @WithDefault("1M")
    MemorySize json();

    /** Up to 100 of them; {@code mingjian.door.body.batch} at the gateway. */
    @WithDefault("2M")
    MemorySize batch();

    /**
     * The limit for a path, by its last step.
     *
     * @return nothing for files
     */
    default OptionalLong of(String path) {
        if (FILES.stream().anyMatch(path::endsWith)) {
            return OptionalLong.empty();
        }
        MemorySize most = BATCHES.stream().anyMatch(path::endsWith) ? batch() : json();
        return OptionalLong.of(most.asLongValue());
    }
}
