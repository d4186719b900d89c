package io.mingjian.detection.analysis;

import io.mingjian.detection.finding.NotApplicable;

/** How much of a file was looked for elsewhere; the notes of its report tell it. */
enum Searched {
    WHOLE(""),
    IN_PART("NOT_ALL_SEARCHED"),
    NOT("NOT_SEARCHED");

    private final String code;

    Searched(String code) {
        this.code = code;
    }

    static Searched of(PanelReport report) {
        if (NOT.isTold(report)) {
            return NOT;
        }
        return IN_PART.isTold(report) ? IN_PART : WHOLE;
    }

    private boolean isTold(PanelReport report) {
        return report.notes().stream().anyMatch(note -> note.code().equals(code));
    }

    /** That nothing of a file could be looked for but the very same bytes. */
    static NotApplicable not(String zhReason) {
        return new NotApplicable(ReuseLines.BY, NOT.code, "未作查重：" + zhReason + "只比对了有无完全相同的文件。");
    }

    /** That some of its pictures could not. */
    static NotApplicable notAll(String zhReason) {
        return new NotApplicable(ReuseLines.BY, IN_PART.code, "部分画面未作查重：" + zhReason);
    }
}
