package io.mingjian.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reads the bill of materials that the build of each service and of the agencies' client writes. A
 * part under several licences may be used under any.
 */
class LicenceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> ALLOWED =
            Set.of(
                    "Apache-2.0",
                    "MIT",
                    "MIT-0",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "0BSD",
                    "ISC",
                    "EPL-1.0",
                    "EPL-2.0",
                    "CC0-1.0",
                    "Public Domain",
                    "Bouncy Castle Licence",
                    "LGPL-2.1",
                    "LGPL-2.1-or-later",
                    "LGPL-3.0-or-later",
                    "Unicode-3.0",
                    // The specification's own permissive terms.
                    "UPL-1.0");

    /**
     * Groups that declare another licence than the one that holds for what we ship of them: "The
     * BSD License" told as another version than its text is; wrappers told instead of the program
     * in them.
     */
    private static final Map<String, String> CORRECTED =
            Map.of(
                    "com.twelvemonkeys", "BSD-3-Clause",
                    "org.bytedeco", "LGPL-3.0-or-later");

    @ParameterizedTest
    @CsvSource({
        "registry-service, 50",
        "detection-service, 50",
        "monitoring-service, 50",
        "gateway, 50",
        "monitor-client, 5"
    })
    void whatWeShipIsUnderALicenceThatWeMayUse(String service, int least) throws IOException {
        Path bill =
                Path.of(System.getProperty("mingjian.root", ".."))
                        .resolve(service)
                        .resolve("target/bom.json");
        assertThat(bill).as("the bill of materials, written when %s is packaged", service).exists();
        JsonNode components = JSON.readTree(Files.readString(bill)).path("components");
        assertThat(components).hasSizeGreaterThan(least);
        assertThat(
                        StreamSupport.stream(components.spliterator(), false)
                                .filter(part -> !part.path("group").asText().equals("io.mingjian"))
                                .filter(part -> !allowed(part))
                                .map(part -> part.path("purl").asText() + " " + names(part)))
                .isEmpty();
    }

    @Test
    void aPartWithoutOrUnderAnotherLicenceIsNoticed() throws IOException {
        assertThat(
                        allowed(
                                JSON.readTree(
                                        "{\"licenses\":[{\"license\":{\"id\":\"AGPL-3.0-only\"}}]}")))
                .isFalse();
        assertThat(allowed(JSON.readTree("{\"licenses\":[]}"))).isFalse();
        assertThat(allowed(JSON.readTree("{\"licenses\":[{\"license\":{\"id\":\"MIT\"}}]}")))
                .isTrue();
    }

    private static boolean allowed(JsonNode part) {
        String group = part.path("group").asText();
        return CORRECTED.entrySet().stream()
                        .anyMatch(
                                entry ->
                                        group.startsWith(entry.getKey())
                                                && ALLOWED.contains(entry.getValue()))
                || names(part).stream().anyMatch(ALLOWED::contains);
    }

    private static List<String> names(JsonNode part) {
        return StreamSupport.stream(part.path("licenses").spliterator(), false)
                .map(
                        entry ->
                                entry.has("expression")
                                        ? entry.path("expression").asText()
                                        : entry.path("license")
                                                .path("id")
                                                .asText(
                                                        entry.path("license")
                                                                .path("name")
                                                                .asText()))
                .toList();
    }
}
