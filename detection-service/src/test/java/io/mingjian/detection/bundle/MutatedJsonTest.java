package io.mingjian.detection.bundle;

import static io.mingjian.detection.bundle.BundleFixture.sample;
import static io.mingjian.detection.bundle.BundleFixture.verify;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.detection.bundle.Verdict.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents of a bundle in their form, but with another content: there is always a verdict. */
class MutatedJsonTest {
    private static final long SEED = 20261129;
    private static final int ROUNDS = 600;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> VALUES =
            List.of(
                    NODES.nullNode(),
                    NODES.booleanNode(true),
                    NODES.numberNode(0),
                    NODES.numberNode(-1),
                    NODES.numberNode(Integer.MAX_VALUE),
                    NODES.numberNode(Long.MAX_VALUE),
                    NODES.numberNode(Long.MIN_VALUE),
                    NODES.numberNode(1.5),
                    NODES.textNode(""),
                    NODES.textNode("zz"),
                    NODES.textNode("../x"),
                    NODES.textNode("-999999999-01-01T00:00:00Z"),
                    NODES.textNode("+1000000000-12-31T23:59:59.999999999Z"),
                    NODES.arrayNode(),
                    NODES.arrayNode().add(NODES.nullNode()),
                    NODES.objectNode());

    private final JsonMapper json = new JsonMapper();
    private final Random random = new Random(SEED);

    @TempDir Path folder;

    @Test
    void whateverTheDocumentsSayTheVerdictIsReached() throws IOException {
        Path whole = sample().with("second").write(folder.resolve("whole.zip"));
        byte[] bytes = Files.readAllBytes(whole);
        List<String> documents =
                Packed.names(whole).stream().filter(name -> name.endsWith(".json")).toList();
        Path bundle = folder.resolve("mutated.zip");
        for (int round = 0; round < ROUNDS; round++) {
            String name = documents.get(random.nextInt(documents.size()));
            byte[] document = Packed.entry(whole, name);
            byte[] mutated = mutated(document);
            Files.write(bundle, bytes);
            Packed.rewrite(bundle, (each, was) -> each.equals(name) ? mutated : was);
            if (!Arrays.equals(document, mutated)) {
                assertThat(verify(bundle).state())
                        .as(
                                "seed %d, round %d, %s: %s",
                                SEED, round, name, new String(mutated, UTF_8))
                        .isEqualTo(State.NOT_INTACT);
            }
        }
    }

    private byte[] mutated(byte[] document) throws IOException {
        JsonNode root = json.readTree(document);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            List<JsonNode> containers = new ArrayList<>();
            containers(root, containers);
            JsonNode place = containers.get(random.nextInt(containers.size()));
            if (place instanceof ObjectNode object) {
                change(object);
            } else if (place instanceof ArrayNode array) {
                change(array);
            }
        }
        return Canonical.rewrite(json.writeValueAsBytes(root));
    }

    private void change(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || random.nextInt(8) == 0) {
            object.set("unknown", value());
        } else if (random.nextInt(4) == 0) {
            object.remove(names.get(random.nextInt(names.size())));
        } else {
            object.set(names.get(random.nextInt(names.size())), value());
        }
    }

    private void change(ArrayNode array) {
        int at = array.isEmpty() ? 0 : random.nextInt(array.size());
        switch (random.nextInt(4)) {
            case 0 -> array.removeAll();
            case 1 -> array.insert(at, array.isEmpty() ? value() : array.get(at).deepCopy());
            case 2 -> {
                if (!array.isEmpty()) {
                    array.remove(at);
                }
            }
            default -> array.insert(at, value());
        }
    }

    private JsonNode value() {
        return VALUES.get(random.nextInt(VALUES.size())).deepCopy();
    }

    private static void containers(JsonNode node, List<JsonNode> found) {
        if (node.isContainerNode()) {
            found.add(node);
            node.forEach(child -> containers(child, found));
        }
    }
}
