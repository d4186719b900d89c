package io.mingjian.detection.analysis;

import static io.mingjian.contracts.IndicationBand.DECLARED_OR_REUSED;
import static io.mingjian.contracts.IndicationBand.NO_SIGN;
import static io.mingjian.contracts.IndicationBand.SOME_SIGNS;
import static io.mingjian.contracts.IndicationBand.STRONG_SIGNS;
import static io.mingjian.detection.analysis.FusionRules.Group.FILE;
import static io.mingjian.detection.analysis.FusionRules.Group.LABEL;
import static io.mingjian.detection.analysis.FusionRules.Group.PIXELS;
import static io.mingjian.detection.analysis.FusionRules.Group.REUSE;

import io.mingjian.contracts.IndicationBand;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How far each signal moves the indication: one row a code. The weights are likelihood ratios,
 * generated or altered against ordinary; where a ratio was not measured it is a proposal, and the
 * row says so.
 *
 * <p>1 means shown and not counted. Absence of a mark has no row, because it says nothing. A row's
 * ceiling is the highest band that this signal can lead to, alone or with others of its kind.
 */
final class FusionRules {
    /** Grows when the same signals may give another indication. */
    static final int VERSION = 2;

    /** From this ratio on a signal of a declaring kind stands for itself. */
    static final double DECLARES = 20;

    /** Ratios from which the bands begin. */
    static final double STRONG_FROM = 10;

    static final double SOME_FROM = 2;

    /** Signals of one kind that tend to come together; of each kind only the weightiest counts. */
    enum Group {
        /** What the file declares about itself. */
        LABEL,
        /** The same picture elsewhere. */
        REUSE,
        /** How the file was written. */
        FILE,
        /** What the pixels look like. */
        PIXELS
    }

    /**
     * One row.
     *
     * @param weight likelihood ratio
     * @param ceiling highest band that this signal can lead to
     * @param ask what to ask for when the signal is there; empty when there is nothing to ask
     * @param basis where the weight comes from
     */
    record Row(
            String code,
            Group group,
            double weight,
            IndicationBand ceiling,
            String ask,
            String basis) {}

    /** Codes that say that a label may have been taken away. */
    static final Set<String> LABEL_REMOVAL = Set.of("LABEL_RESIDUE", "LABEL_TAMPERING_TRACES");

    private static final String ASK_ORIGIN = "请提交人说明该图片的来源、是否经人工智能工具生成或处理，并提供未经处理的原始照片。";
    private static final String ASK_OTHER = "请调取并比对载有同一图片的其他材料，核对提交人、订单和时间，分别听取说明。";
    private static final String ASK_FILE = "请提供设备中的原始文件（非截图、非转发件）。";
    private static final String NONE = "";

    private static final String SIGNED = "signed and trusted, LR 200";
    private static final String UNSIGNED = "unsigned text, LR 20";
    private static final String PROPOSED = "proposed, not measured";
    private static final String FACT = "a fact without direction";
    private static final String COUNTER = "shown beside, takes nothing away";

    static final List<Row> ROWS =
            List.of(
                    row(
                            "CREDENTIALS_TRUSTED_GENERATED",
                            LABEL,
                            200,
                            DECLARED_OR_REUSED,
                            ASK_ORIGIN,
                            SIGNED),
                    row(
                            "CREDENTIALS_UNTRUSTED_GENERATED",
                            LABEL,
                            20,
                            DECLARED_OR_REUSED,
                            ASK_ORIGIN,
                            UNSIGNED),
                    row(
                            "CREDENTIALS_TAMPERED_GENERATED",
                            LABEL,
                            20,
                            DECLARED_OR_REUSED,
                            ASK_ORIGIN,
                            UNSIGNED),
                    row(
                            "CREDENTIALS_TRUSTED_AI_EDITED",
                            LABEL,
                            10,
                            STRONG_SIGNS,
                            ASK_ORIGIN,
                            PROPOSED),
                    row(
                            "CREDENTIALS_UNTRUSTED_AI_EDITED",
                            LABEL,
                            10,
                            STRONG_SIGNS,
                            ASK_ORIGIN,
                            PROPOSED),
                    row(
                            "CREDENTIALS_TAMPERED_AI_EDITED",
                            LABEL,
                            10,
                            STRONG_SIGNS,
                            ASK_ORIGIN,
                            PROPOSED),
                    row("CREDENTIALS_BROKEN_GENERATED", LABEL, 5, SOME_SIGNS, ASK_ORIGIN, PROPOSED),
                    row("CREDENTIALS_BROKEN_AI_EDITED", LABEL, 5, SOME_SIGNS, ASK_ORIGIN, PROPOSED),
                    row("CREDENTIALS_TAMPERED", LABEL, 2, SOME_SIGNS, ASK_FILE, PROPOSED),
                    row("CREDENTIALS_BROKEN", LABEL, 2, SOME_SIGNS, ASK_FILE, PROPOSED),
                    row("CREDENTIALS_UNTRUSTED", LABEL, 1, NO_SIGN, NONE, FACT),
                    row("CREDENTIALS_TRUSTED", LABEL, 1, NO_SIGN, NONE, FACT),
                    row("CREDENTIALS_TRUSTED_CAMERA", LABEL, 1, NO_SIGN, NONE, COUNTER),
                    row("GB_LABEL_CONFIRMED", LABEL, 20, DECLARED_OR_REUSED, ASK_ORIGIN, UNSIGNED),
                    row(
                            "GENERATOR_PARAMETERS",
                            LABEL,
                            20,
                            DECLARED_OR_REUSED,
                            ASK_ORIGIN,
                            UNSIGNED),
                    row("PROMPT_NAMES_DAMAGE", LABEL, 20, DECLARED_OR_REUSED, ASK_ORIGIN, UNSIGNED),
                    row(
                            "SOURCE_TYPE_GENERATED",
                            LABEL,
                            20,
                            DECLARED_OR_REUSED,
                            ASK_ORIGIN,
                            UNSIGNED),
                    row(
                            "SOURCE_TYPE_PARTLY_GENERATED",
                            LABEL,
                            10,
                            STRONG_SIGNS,
                            ASK_ORIGIN,
                            PROPOSED),
                    row("GB_LABEL_SUSPECTED", LABEL, 6, SOME_SIGNS, ASK_ORIGIN, PROPOSED),
                    row("GB_LABEL_POSSIBLE", LABEL, 5, SOME_SIGNS, ASK_ORIGIN, PROPOSED),
                    row("GENERATOR_PATTERN", LABEL, 5, SOME_SIGNS, ASK_ORIGIN, PROPOSED),
                    row("INVISIBLE_WATERMARK", LABEL, 5, SOME_SIGNS, ASK_ORIGIN, PROPOSED),
                    row("AI_EDIT_RECORD", LABEL, 5, SOME_SIGNS, ASK_ORIGIN, PROPOSED),
                    row("APP_LABEL_FIELD", LABEL, 3, SOME_SIGNS, ASK_ORIGIN, PROPOSED),
                    row("GB_LABEL_INVALID", LABEL, 2, SOME_SIGNS, ASK_FILE, PROPOSED),
                    row("GB_LABEL_MALFORMED", LABEL, 2, SOME_SIGNS, ASK_FILE, PROPOSED),
                    row("GB_LABEL_CONFLICT", LABEL, 2, SOME_SIGNS, ASK_FILE, PROPOSED),
                    row("LABEL_RESIDUE", LABEL, 2, SOME_SIGNS, ASK_FILE, PROPOSED),
                    row("LABEL_TAMPERING_TRACES", LABEL, 2, SOME_SIGNS, ASK_FILE, PROPOSED),
                    row(
                            "GB_LABEL_SIGNATURE_FITS",
                            LABEL,
                            1,
                            NO_SIGN,
                            NONE,
                            "signed with a key that the file brings along"),
                    row("GB_LABEL_DUPLICATE", LABEL, 1, NO_SIGN, NONE, FACT),
                    row("CONTENT_CREDENTIALS_REMOTE", LABEL, 1, NO_SIGN, NONE, "never fetched"),
                    row("SOURCE_TYPE_COMPUTER_MADE", LABEL, 1, NO_SIGN, NONE, FACT),
                    row("SOURCE_TYPE_SCREEN", FILE, 1, NO_SIGN, ASK_FILE, FACT),
                    row("SOURCE_TYPE_OTHER", LABEL, 1, NO_SIGN, NONE, FACT),
                    row("SOURCE_TYPE_CAMERA", FILE, 1, NO_SIGN, NONE, COUNTER),
                    row(
                            "REUSED_IN_OTHER_MATTER",
                            REUSE,
                            100,
                            DECLARED_OR_REUSED,
                            ASK_OTHER,
                            "LR 100"),
                    row("REUSED_IN_SAME_MATTER", REUSE, 1, NO_SIGN, NONE, "filed again, LR 1"),
                    row("EDITOR_SAVED", FILE, 1.5, SOME_SIGNS, ASK_FILE, "file history, LR 0.7-2"),
                    row(
                            "SOURCE_TYPE_MIXED",
                            FILE,
                            1.5,
                            SOME_SIGNS,
                            ASK_FILE,
                            "file history, LR 0.7-2"),
                    row(
                            "SOURCE_TYPE_EDITED",
                            FILE,
                            1.5,
                            SOME_SIGNS,
                            ASK_FILE,
                            "file history, LR 0.7-2"),
                    row("CAMERA_DATA_COHERENT", FILE, 1, NO_SIGN, NONE, COUNTER),
                    row("CAMERA_DATA_PARTIAL", FILE, 1, NO_SIGN, NONE, FACT),
                    row("NO_CAMERA_DATA", FILE, 1, NO_SIGN, NONE, "messengers strip it, LR 1"),
                    row("SCREENSHOT", FILE, 1, NO_SIGN, ASK_FILE, FACT),
                    row("TRAILING_DATA", FILE, 1, NO_SIGN, NONE, FACT),
                    row(
                            "SATURATION_MEASURED",
                            PIXELS,
                            1,
                            NO_SIGN,
                            NONE,
                            "measured, AUC 0.63: LR 1"));

    private static final Map<String, Row> BY_CODE =
            ROWS.stream().collect(Collectors.toMap(Row::code, Function.identity()));

    private FusionRules() {}

    /**
     * The row of a code.
     *
     * @throws IllegalArgumentException if the code has none; a test keeps rows and analyzers in
     *     step
     */
    static Row of(String code) {
        Row row = BY_CODE.get(code);
        if (row == null) {
            throw new IllegalArgumentException("no fusion rule for signal " + code);
        }
        return row;
    }

    private static Row row(
            String code,
            Group group,
            double weight,
            IndicationBand ceiling,
            String ask,
            String basis) {
        return new Row(code, group, weight, ceiling, ask, basis);
    }
}
