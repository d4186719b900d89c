package io.mingjian.detection.analysis;

import io.mingjian.detection.finding.NotApplicable;
import java.util.List;

/** How much of a file was looked for elsewhere; the notes of its report tell it. */
enum Searched {
    WHOLE(""),
    IN_PART("NOT_ALL_SEARCHED"),
    NOT("NOT_SEARCHED");

    private final String code;

    Searched(String code) {
        this.code = code;
    }

    /** Of the note that says so; empty where there is nothing to say. */
    String code() {
        return code;
    }

    static Searched of(List<PanelReport.Note> notes) {
        if (NOT.isTold(notes)) {
            return NOT;
        }
        return IN_PART.isTold(notes) ? IN_PART : WHOLE;
    }

    private boolean isTold(List<PanelReport.Note> notes) {
        return notes.stream().anyMatch(note -> note.code().equals(code));
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
