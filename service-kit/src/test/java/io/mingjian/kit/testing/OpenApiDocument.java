package io.mingjian.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Fails when a service's OpenAPI description differs from {@code docs/openapi/<service>.json}, or
 * when it breaks what a client of a release relies on ({@code
 * docs/openapi/released/<version>/<service>.json}).
 *
 * <p>With {@code -Dmingjian.update-docs=true} the current description is written; those of releases
 * never are. The repository is found by the system property {@code mingjian.root}. Servers are left
 * out of the file: they belong to an installation, not to the contract.
 */
public final class OpenApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private final Path folder;
    private final boolean updating;

    OpenApiDocument(Path root, boolean updating) {
        this.folder = root.resolve("docs/openapi");
        this.updating = updating;
    }

    /**
     * Compares what the service says about itself with the checked-in files.
     *
     * @param service the file's name without its ending, for example {@code registry}
     * @param json the description as the running service serves it
     */
    public static void check(String service, String json) throws IOException {
        Path root =
                Path.of(
                        Objects.requireNonNull(
                                System.getProperty("mingjian.root"),
                                "run by Maven, or set -Dmingjian.root to the repository"));
        new OpenApiDocument(root, Boolean.getBoolean("mingjian.update-docs")).verify(service, json);
    }

    /**
     * Names every change between two descriptions that a client of the old one can stumble over, in
     * the order of the old one's operations; empty when there is none.
     */
    public static List<String> breaks(String old, String now) throws IOException {
        return new OpenApiBreaks(JSON.readTree(old), JSON.readTree(now)).list();
    }

    void verify(String service, String json) throws IOException {
        String printed = printed(json);
        Path file = folder.resolve(service + ".json");
        if (updating) {
            Files.createDirectories(folder);
            Files.writeString(file, printed);
        }
        assertThat(file)
                .as("stale; run the test once with -Dmingjian.update-docs=true")
                .exists()
                .hasContent(printed);
        List<Path> releases = releases(service);
        assertThat(releases).as("released descriptions of " + service).isNotEmpty();
        for (Path release : releases) {
            assertThat(breaks(Files.readString(release), printed))
                    .as("breaks clients of release " + release.getParent().getFileName())
                    .isEmpty();
        }
    }

    /** The description with sorted keys and steady line ends. */
    static String printed(String json) throws IOException {
        JsonNode document = sorted(JSON.readTree(json));
        ((ObjectNode) document).remove("servers");
        return JSON.writer(
                                new DefaultPrettyPrinter()
                                        .withObjectIndenter(INDENT)
                                        .withArrayIndenter(INDENT))
                        .writeValueAsString(document)
                + "\n";
    }

    private List<Path> releases(String service) throws IOException {
        Path released = folder.resolve("released");
        if (!Files.isDirectory(released)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(released)) {
            return versions.map(version -> version.resolve(service + ".json"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(
                            entry ->
                                    copy.set(
                                            entry.getKey(),
                                            entry.getKey().equals("required")
                                                    ? inOrder(entry.getValue())
                                                    : sorted(entry.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(sorted(item)));
            return copy;
        }
        return node;
    }

    /** A list of required fields is a set; its order says nothing. */
    private static JsonNode inOrder(JsonNode required) {
        if (!required.isArray()) {
            return sorted(required);
        }
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        StreamSupport.stream(required.spliterator(), false)
                .sorted(Comparator.comparing(JsonNode::asText))
                .forEach(copy::add);
        return copy;
    }
}
