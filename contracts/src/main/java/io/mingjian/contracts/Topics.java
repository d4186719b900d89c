package io.mingjian.contracts;

/**
 * Kafka topics: {@code mingjian.<service>.<aggregate>}. The dead letters of a topic lie under
 * {@link #deadLetters}.
 */
public final class Topics {
    public static final String EVIDENCE = "mingjian.detection.evidence";
    public static final String FILING = "mingjian.registry.filing";
    public static final String FILER = "mingjian.registry.filer";
    public static final String LISTING = "mingjian.registry.listing";
    public static final String INSTRUCTION = "mingjian.monitoring.instruction";
    public static final String CLUE = "mingjian.registry.clue";
    public static final String LEAD = "mingjian.monitoring.lead";
    public static final String LETTER = "mingjian.monitoring.letter";
    public static final String CAMPAIGN = "mingjian.monitoring.campaign";

    private Topics() {}

    /** Where messages of a topic go that no consumer could process. */
    public static String deadLetters(String topic) {
        return topic + ".dlq";
    }
}
