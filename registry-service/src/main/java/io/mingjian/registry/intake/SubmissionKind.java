package io.mingjian.registry.intake;

/** What a filer hands in; a mixed one is split into a complaint and a report (Order 121 Art 9). */
public enum SubmissionKind {
    COMPLAINT,
    REPORT,
    MIXED;

    boolean asksForMediation() {
        return this != REPORT;
    }

    boolean givesAClue() {
        return this != COMPLAINT;
    }
}
