package io.mingjian.registry.listing;

import io.mingjian.registry.queue.FilerFlag;
import java.util.Arrays;
import java.util.List;

/**
 * What a listing asks of those who handle a filing. There is no flag that refuses, ends or delays
 * anything, and there must never be one.
 */
enum Flag {
    STRICT_ACCEPTANCE_REVIEW("受理从严审查", "受理条件须逐项核对；条件具备的，依法受理。"),
    STRICT_FILING_REVIEW("立案从严审查", "线索照常核查；立案条件须逐项核对，具备的依法立案。"),
    NO_REWARD_IF_CONDITIONS_UNMET("奖励条件从严审查", "不符合奖励条件的不予奖励；符合的依法给予。"),
    IDENTITY_VERIFICATION_REQUIRED("须核验身份", "须核验真实身份；已核验的照常办理。");

    private final String zh;
    private final String meaning;

    Flag(String zh, String meaning) {
        this.zh = zh;
        this.meaning = meaning;
    }

    String zh() {
        return zh;
    }

    /** All of them, as handlers see them on the filings of somebody who is listed. */
    static List<FilerFlag> shown() {
        return Arrays.stream(values())
                .map(
                        each ->
                                new FilerFlag(
                                        each.name(),
                                        each.zh,
                                        each.meaning + "不得仅因列入名录而不予受理、不予立案或者办结。"))
                .toList();
    }
}
