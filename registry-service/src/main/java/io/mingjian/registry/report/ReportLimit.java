package io.mingjian.registry.report;

import io.mingjian.kit.time.LimitName;

/** The limits of a report; their lengths are dated rows in {@code limits/report.yaml}. */
enum ReportLimit implements LimitName {
    /** To route anew what a bureau gave back (Art 41: promptly; the day is an assumption). */
    ROUTING("重新分送期限"),
    /** To negotiate who has authority (Order 121 Art 33). */
    AUTHORITY_DISPUTE("管辖权协商期限"),
    /** To verify a clue (Order 2 Art 18). */
    VERIFICATION("核查期限"),
    /** What the head may add to it, once (Order 2 Art 18); never a clock of its own. */
    VERIFICATION_EXTENSION("核查延长期限"),
    /** The length of {@link #VERIFICATION} for a clue found in mediation (Order 121 Art 27). */
    CLUE_VERIFICATION("调解中发现线索的核查期限"),
    /** What the head may add to that (Order 121 Art 27). */
    CLUE_EXTENSION("调解中发现线索的核查延长期限"),
    /** To decide a case (Order 2 Art 64). */
    CASE_HANDLING("办案期限"),
    /** What the head may add to it, once (Order 2 Art 64); never a clock of its own. */
    CASE_EXTENSION("办案延长期限");

    private final String zh;

    ReportLimit(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
