package io.mingjian.detection.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one implicit label (隐式标识, GB 45438-2025 annex E), as far as they are there.
 *
 * @param fields members as written
 * @param level what {@code Label} says, empty when it is none of 1, 2 and 3
 * @param deviations how the fields differ from the standard
 */
record GbLabel(Map<String, String> fields, Optional<Level> level, List<String> deviations) {
    static final String LABEL = "Label";
    private static final Set<String> PROVIDERS =
            Set.of(
                    "ContentProducer",
                    "ProduceID",
                    "ContentPropagator",
                    "PropagateID",
                    "ServiceProvider");
    private static final Set<String> STANDARD =
            Set.of(
                    LABEL,
                    "ContentProducer",
                    "ProduceID",
                    "ReservedCode1",
                    "ContentPropagator",
                    "PropagateID",
                    "ReservedCode2");

    /** Value of {@code Label}. */
    enum Level {
        /** 属于: the generator's statement. */
        GENERATED("1"),
        /** 可能: a propagator passes on a user's declaration. */
        POSSIBLE("2"),
        /** 疑似: a propagator saw traces. */
        SUSPECTED("3");

        private final String value;

        Level(String value) {
            this.value = value;
        }

        private static Optional<Level> of(String value) {
            for (Level level : values()) {
                if (level.value.equals(value)) {
                    return Optional.of(level);
                }
            }
            return Optional.empty();
        }
    }

    GbLabel {
        deviations = List.copyOf(deviations);
    }

    /** Outside an exact place, only an object of this shape is a label. */
    static boolean looksLikeLabel(Json json) {
        return json.has(LABEL) && PROVIDERS.stream().anyMatch(json::has);
    }

    static GbLabel of(Json json) {
        List<String> deviations = new ArrayList<>();
        Optional<Level> level = Level.of(json.get(LABEL).orElse("").strip());
        if (!json.has(LABEL)) {
            deviations.add("LABEL_MISSING");
        } else if (level.isEmpty()) {
            deviations.add("INVALID_LABEL");
        } else if (json.numbers().contains(LABEL)) {
            deviations.add("NUMERIC_LABEL");
        }
        producer(json, deviations);
        if (json.get("ProduceID").orElse("").isEmpty()) {
            deviations.add("PRODUCE_ID_MISSING");
        }
        propagator(json, deviations);
        if (json.hasDuplicates()) {
            deviations.add("DUPLICATE_KEY");
        }
        json.values().forEach((name, value) -> characters(name, value, deviations));
        return new GbLabel(json.values(), level, deviations);
    }

    private static void producer(Json json, List<String> deviations) {
        String producer = json.get("ContentProducer").orElse("");
        if (producer.isEmpty()) {
            deviations.add("PRODUCER_MISSING");
        } else {
            codeOrName(producer, "PRODUCER", deviations);
        }
        boolean variant = json.values().keySet().stream().anyMatch(n -> !STANDARD.contains(n));
        if (variant) {
            deviations.add("SCHEMA_VARIANT");
        }
    }

    private static void propagator(Json json, List<String> deviations) {
        String propagator = json.get("ContentPropagator").orElse("");
        if (propagator.isEmpty()) {
            deviations.add("PROPAGATOR_EMPTY");
            return;
        }
        codeOrName(propagator, "PROPAGATOR", deviations);
        if (!propagator.equals(json.get("ContentProducer").orElse(""))) {
            deviations.add("PROPAGATOR_DIFFERS");
        }
    }

    private static void codeOrName(String value, String who, List<String> deviations) {
        Optional<ProviderCode> code = ProviderCode.of(value);
        if (code.isEmpty()) {
            deviations.add(who + (value.matches("00[0-9A-Z]{25}") ? "_OTHER_SUBJECT" : "_IS_NAME"));
        } else if (!code.get().isChecked()) {
            deviations.add(who + "_CODE_FAILS_CHECK");
        }
    }

    /** Annex E allows 0x21, 0x23–0x5B and 0x5D–0x7E; protection data needs quotes. */
    private static void characters(String name, String value, List<String> deviations) {
        boolean protection = name.startsWith("ReservedCode");
        boolean odd =
                value.chars()
                        .anyMatch(
                                c ->
                                        c < 0x21
                                                || c > 0x7E
                                                || !protection && (c == 0x22 || c == 0x5C));
        if (odd) {
            deviations.add("CHARACTERS_" + name);
        }
    }

    /** True when both say the same in every field. */
    boolean agreesWith(GbLabel other) {
        return fields.equals(other.fields);
    }

    Optional<ProviderCode> producerCode() {
        return Optional.ofNullable(fields.get("ContentProducer")).flatMap(ProviderCode::of);
    }

    boolean hasSecurityData() {
        return fields.entrySet().stream()
                .anyMatch(
                        e ->
                                e.getKey().startsWith("ReservedCode")
                                        && e.getValue().contains("SecurityData"));
    }
}
