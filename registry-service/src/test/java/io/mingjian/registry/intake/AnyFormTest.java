package io.mingjian.registry.intake;

import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aMixedFiling;
import static io.mingjian.registry.Filing.aReport;
import static io.mingjian.registry.Filing.phone;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.registry.Filing;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever stands in the fields of a form, reading it ends in a submission or in named faults. */
class AnyFormTest {
    private static final long SEED = Long.getLong("mingjian.seed", 20261128L);
    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "null",
                    "0",
                    "-1",
                    "长".repeat(5_000),
                    "\u0000",
                    "\ud800",
                    "\u202e",
                    "2026-02-30",
                    "2026-11-24T25:00:00+08:00",
                    "9999-12-31",
                    "+999999999-12-31T23:59:59Z",
                    "310221",
                    "310000",
                    "REPORT",
                    "INTERNET",
                    "RESIDENT_ID",
                    "00000000000000000X",
                    "UNREACHABLE",
                    "' or 1=1 --",
                    "=cmd|'/c calc'!A1");

    @Test
    void isReadOrRefusedByName() {
        Random random = new Random(SEED);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            Filing filing = any(random);
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                change(filing.json(), random);
            }
            try {
                assertThat(Reading.read(filing).respondent()).isNotNull();
                read++;
            } catch (Invalid faulty) {
                assertThat(faulty.errors())
                        .as("seed %d, form %d: %s", SEED, i, filing)
                        .isNotEmpty()
                        .allSatisfy(each -> assertThat(each.pointer()).startsWith("/"))
                        .allSatisfy(each -> assertThat(each.zh()).containsPattern("\\p{IsHan}"));
                refused++;
            }
        }
        assertThat(read).isGreaterThan(50);
        assertThat(refused).isGreaterThan(500);
    }

    private static Filing any(Random random) {
        Filing filing =
                switch (random.nextInt(3)) {
                    case 0 -> aComplaint();
                    case 1 -> aReport().advertisedBy("INTERNET", "310101", "310104", null);
                    default -> aMixedFiling();
                };
        if (random.nextBoolean()) {
            filing.byAgent(UUID.randomUUID());
        }
        if (random.nextInt(3) == 0) {
            filing.togetherWith("李四", phone());
        }
        return filing;
    }

    private static void change(ObjectNode form, Random random) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(form, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> texts = new ArrayList<>();
        object.fields()
                .forEachRemaining(
                        each -> {
                            if (each.getValue().isTextual()) {
                                texts.add(each.getKey());
                            }
                        });
        if (texts.isEmpty()) {
            return;
        }
        String field = texts.get(random.nextInt(texts.size()));
        if (random.nextInt(5) == 0) {
            object.putNull(field);
        } else {
            object.put(field, TEXTS.get(random.nextInt(TEXTS.size())));
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> found) {
        if (node instanceof ObjectNode object) {
            found.add(object);
            object.elements().forEachRemaining(each -> collect(each, found));
        } else if (node instanceof ArrayNode array) {
            array.elements().forEachRemaining(each -> collect(each, found));
        }
    }
}
