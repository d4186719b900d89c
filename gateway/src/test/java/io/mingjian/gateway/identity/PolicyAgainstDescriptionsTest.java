package io.mingjian.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingjian.gateway.upstream.Service;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table and the services' own descriptions name the same operations, in both directions. */
class PolicyAgainstDescriptionsTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @ParameterizedTest
    @EnumSource
    void theTableNamesExactlyWhatTheServiceOffers(Service service) throws IOException {
        Path description =
                Path.of(
                        System.getProperty("mingjian.root"),
                        "docs",
                        "openapi",
                        service.label() + ".json");
        boolean there = Files.exists(description);
        if (!there) {
            System.out.println(
                    "skipped: " + service.label() + " has checked in no description yet");
        }
        assumeTrue(there, "no " + description.getFileName());
        Set<String> offered = offered(new JsonObject(Files.readString(description)));
        Set<String> named =
                Operations.TABLE.stream()
                        .filter(row -> row.service() == service)
                        .map(row -> nameless(row.label()))
                        .collect(Collectors.toSet());
        assertThat(named)
                .as("operations of " + service.label())
                .containsExactlyInAnyOrderElementsOf(offered);
    }

    private static Set<String> offered(JsonObject description) {
        JsonObject paths = description.getJsonObject("paths");
        return paths.fieldNames().stream()
                .filter(path -> path.startsWith("/v1/"))
                .flatMap(
                        path ->
                                paths.getJsonObject(path).fieldNames().stream()
                                        .filter(METHODS::contains)
                                        .map(
                                                method ->
                                                        nameless(
                                                                method.toUpperCase(Locale.ROOT)
                                                                        + " "
                                                                        + path)))
                .collect(Collectors.toSet());
    }

    private static String nameless(String label) {
        return label.replaceAll("\\{[^}]+}", "{}");
    }
}
