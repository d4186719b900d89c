package io.mingjian.detection.analysis;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of the other pieces in the sets of a piece of evidence: numbers, no ids. Only what
 * was read in their own files or found of their own pictures counts, never their bands, so that two
 * pieces cannot lift each other.
 *
 * @param others pieces that stand in one set with it
 * @param declared how many of them say themselves that they were generated or edited by AI
 * @param reused how many of them show a picture that is also evidence in another matter
 * @param filesAlone whether only what the files say is told, because where else their pictures are
 *     used is not for the reader
 */
record Company(int others, int declared, int reused, boolean filesAlone) {
    static final Company NONE = new Company(0, 0, 0);

    Company(int others, int declared, int reused) {
        this(others, declared, reused, false);
    }

    private static final String ANALYZER = "set";
    private static final int VERSION = 1;

    /** For a reader who may not know where else the pictures are used. */
    Company ofFilesAlone() {
        return new Company(others, declared, 0, true);
    }

    List<Signal> signals() {
        List<Signal> signals = new ArrayList<>();
        if (declared > 0) {
            signals.add(
                    signal(
                            "SET_MEMBER_DECLARED",
                            SignalStrength.WEAK,
                            "同一索赔或投诉的另外 " + others + " 份证据中，有 " + declared + " 份自身载明由人工智能生成或编辑。",
                            "不能说明本图片由人工智能生成或编辑；同一事项中可能既有实拍照片，也有宣传图、示意图。",
                            Map.of("others", others, "declared", declared)));
        }
        if (reused > 0) {
            signals.add(
                    signal(
                            "SET_MEMBER_REUSED",
                            SignalStrength.WEAK,
                            "同一索赔或投诉的另外 " + others + " 份证据中，有 " + reused + " 份的画面另见于其他事项。",
                            "不能说明本图片曾被使用；其他图片可能是商品公开图、说明书，或者同一纠纷在多个渠道提交。",
                            Map.of("others", others, "reused", reused)));
        }
        if (others > 0 && signals.isEmpty()) {
            signals.add(
                    signal(
                            "SET_COMPARED",
                            SignalStrength.NEUTRAL,
                            "同一索赔或投诉的另外 "
                                    + others
                                    + " 份证据中，已分析、查对的，至今未见自身载明由人工智能生成或编辑的"
                                    + elsewhere(),
                            "不能说明这些图片和本图片是实拍照片；各份是否已经分析、能否查对，见其自身的分析结果。",
                            Map.of("others", others)));
        }
        return signals;
    }

    private String elsewhere() {
        return filesAlone ? "；它们的画面是否另用于其他事项，本提示未作查对。" : "，也未见另用于其他事项的。";
    }

    private static Signal signal(
            String code,
            SignalStrength strength,
            String supports,
            String doesNotProve,
            Map<String, Object> facts) {
        return new Signal(
                ANALYZER,
                VERSION,
                code,
                strength,
                supports,
                doesNotProve,
                List.of(),
                new TreeMap<>(facts));
    }
}
