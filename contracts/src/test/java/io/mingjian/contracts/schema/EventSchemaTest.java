package io.mingjian.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.mingjian.contracts.CloudEvent;
import io.mingjian.contracts.EventType;
import io.mingjian.contracts.EvidenceAnalyzed;
import io.mingjian.contracts.IndicationBand;
import io.mingjian.contracts.LabelVerdict;
import io.mingjian.contracts.SignalStrength;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventSchemaTest {
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(SerializationFeature.INDENT_OUTPUT);
    private static final Path MODULE =
            Path.of(System.getProperty("mingjian.root", "..")).resolve("contracts");

    @ParameterizedTest
    @EnumSource
    void theFileInTheRepositoryIsWhatTheRecordSays(EventType type) throws IOException {
        Path file = MODULE.resolve("src/main/resources/schemas/" + type.code() + ".json");
        String schema = JSON.writeValueAsString(EventSchema.of(type)) + "\n";
        if (Boolean.getBoolean("mingjian.update-docs")) {
            Files.writeString(file, schema);
        }
        assertThat(file).as("run with -Dmingjian.update-docs=true").hasContent(schema);
    }

    /**
     * Released schemas lie in {@code contracts/released/<release>}; a release copies the current
     * ones there.
     */
    @ParameterizedTest
    @EnumSource
    void neighbouringReleasesUnderstandEachOther(EventType type) throws IOException {
        Path released = MODULE.resolve("released/0.1/" + type.code() + ".json");
        if (Files.exists(released)) {
            assertThat(Compatibility.breaks(JSON.readTree(released.toFile()), EventSchema.of(type)))
                    .isEmpty();
        } else {
            assertThat(MODULE.resolve("released/0.1")).as("the released schemas").isDirectory();
        }
    }

    @Test
    void noReleasedEventIsForgotten() throws IOException {
        try (var released = Files.list(MODULE.resolve("released/0.1"))) {
            List<String> codes = List.of(EventType.values()).stream().map(EventType::code).toList();
            assertThat(
                            released.map(
                                    file ->
                                            file.getFileName()
                                                    .toString()
                                                    .replaceAll("\\.json$", "")))
                    .isNotEmpty()
                    .allSatisfy(code -> assertThat(codes).contains(code));
        }
    }

    @Nested
    class AnEvent {
        @Test
        void keepsItsSchema() throws IOException {
            assertThat(faults(analyzed())).isEmpty();
        }

        @Test
        void withoutItsBandDoesNot() throws IOException {
            ObjectNode event = analyzed();
            ((ObjectNode) event.get("data")).remove("band");
            assertThat(faults(event)).anyMatch(fault -> fault.contains("band"));
        }

        @Test
        void withAnUnknownBandDoesNot() throws IOException {
            ObjectNode event = analyzed();
            ((ObjectNode) event.get("data")).put("band", "CERTAIN");
            assertThat(faults(event)).isNotEmpty();
        }

        private static List<String> faults(JsonNode event) {
            Schema schema =
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(
                                    EventSchema.of(EventType.EVIDENCE_ANALYZED).toString(),
                                    InputFormat.JSON);
            return schema.validate(event.toString(), InputFormat.JSON).stream()
                    .map(Object::toString)
                    .toList();
        }

        private static ObjectNode analyzed() {
            UUID id = UUID.fromString("019a0000-0000-7000-8000-000000000001");
            OffsetDateTime at = OffsetDateTime.parse("2026-11-24T09:00:00+08:00");
            EvidenceAnalyzed data =
                    new EvidenceAnalyzed(
                            id,
                            "samr-shanghai",
                            IndicationBand.DECLARED_OR_REUSED,
                            LabelVerdict.CONFIRMED_BY_METADATA,
                            List.of(
                                    new EvidenceAnalyzed.Signal(
                                            "labels", "1", "GB_LABEL", SignalStrength.STRONG)),
                            0,
                            at,
                            List.of());
            ObjectNode node = JSON.valueToTree(data);
            node.remove("aggregateId");
            return JSON.valueToTree(
                    new CloudEvent(
                            "1.0",
                            "e1",
                            "/mingjian/detection",
                            "evidence.analyzed.v1",
                            id.toString(),
                            at,
                            "application/json",
                            null,
                            1,
                            node));
        }
    }

    @Nested
    class Compatible {
        private final ObjectNode released = EventSchema.of(EventType.FILING_ROUTED);
        private final ObjectNode current = released.deepCopy();

        @Test
        void isAFieldMore() {
            properties().putObject("note").put("type", "string");
            assertThat(Compatibility.breaks(released, current)).isEmpty();
        }

        @Test
        void isNotAFieldLess() {
            properties().remove("districtCode");
            assertThat(Compatibility.breaks(released, current))
                    .anyMatch(text -> text.contains("districtCode"));
        }

        @Test
        void isNotAnotherType() {
            properties().putObject("districtCode").put("type", "integer");
            assertThat(Compatibility.breaks(released, current))
                    .anyMatch(text -> text.contains("type changed"));
        }

        @Test
        void isNotANewDemand() {
            properties().putObject("note").put("type", "string");
            required().add("note");
            assertThat(Compatibility.breaks(released, current))
                    .anyMatch(text -> text.contains("old senders"));
        }

        @Test
        void isNotADemandLess() {
            required().remove(0);
            assertThat(Compatibility.breaks(released, current))
                    .anyMatch(text -> text.contains("old readers"));
        }

        @Test
        void isNotACodeLess() {
            ((ArrayNode) properties().path("kind").path("enum")).remove(0);
            assertThat(Compatibility.breaks(released, current))
                    .anyMatch(text -> text.contains("COMPLAINT"));
        }

        private ObjectNode properties() {
            return (ObjectNode) current.path("properties").path("data").path("properties");
        }

        private ArrayNode required() {
            return (ArrayNode) current.path("properties").path("data").path("required");
        }
    }
}
