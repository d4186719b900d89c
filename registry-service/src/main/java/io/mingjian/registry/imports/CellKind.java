package io.mingjian.registry.imports;

import static java.util.stream.Collectors.toMap;

import io.mingjian.registry.code.District;
import io.mingjian.registry.code.IdType;
import io.mingjian.registry.form.Channel;
import io.mingjian.registry.form.Claim;
import io.mingjian.registry.form.RespondentKind;
import io.mingjian.registry.intake.SubmissionKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What a column holds. Codes may be written as people say them or as the interface does.
 *
 * @see CellReader how each kind is read
 */
enum CellKind {
    TEXT,
    DAY,
    TIME,
    AMOUNT,
    YES_NO(yesNo()),
    IDS,
    SUBMISSION_KIND(words(SubmissionKind.values(), CellKind::zh)),
    CHANNEL(words(Channel.values(), Channel::zh)),
    ID_TYPE(words(IdType.values(), IdType::zh)),
    RESPONDENT_KIND(words(RespondentKind.values(), RespondentKind::zh)),
    CLAIMS(words(Claim.values(), Claim::zh)),
    DISTRICT(
            Arrays.stream(District.values())
                    .collect(toMap(District::zh, District::code, (a, b) -> a, LinkedHashMap::new)));

    private final Map<String, String> codes;

    CellKind() {
        this(Map.of());
    }

    CellKind(Map<String, String> codes) {
        this.codes = codes;
    }

    /**
     * Words that people use, with the codes of the form, in the order in which they are offered;
     * empty where the text itself counts.
     */
    Map<String, String> codes() {
        return codes;
    }

    private static Map<String, String> yesNo() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("是", "true");
        words.put("否", "false");
        return words;
    }

    private static String zh(SubmissionKind kind) {
        return switch (kind) {
            case COMPLAINT -> "投诉";
            case REPORT -> "举报";
            case MIXED -> "投诉举报";
        };
    }

    private static <E extends Enum<E>> Map<String, String> words(E[] all, Function<E, String> zh) {
        Map<String, String> words = new LinkedHashMap<>();
        for (E each : all) {
            words.put(zh.apply(each), each.name());
        }
        return words;
    }
}
