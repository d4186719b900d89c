package io.mingjian.registry.imports;

import static java.util.stream.Collectors.toMap;

import io.mingjian.kit.table.CellForm;
import io.mingjian.kit.table.CellShape;
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
 * @see io.mingjian.kit.table.CellReader how each kind is read
 */
enum CellKind implements CellShape {
    TEXT(CellForm.TEXT),
    DAY(CellForm.DAY),
    TIME(CellForm.TIME),
    AMOUNT(CellForm.AMOUNT),
    YES_NO(CellForm.YES_NO, yesNo()),
    IDS(CellForm.LIST),
    SUBMISSION_KIND(CellForm.CODE, words(SubmissionKind.values(), CellKind::zh)),
    CHANNEL(CellForm.CODE, words(Channel.values(), Channel::zh)),
    ID_TYPE(CellForm.CODE, words(IdType.values(), IdType::zh)),
    RESPONDENT_KIND(CellForm.CODE, words(RespondentKind.values(), RespondentKind::zh)),
    CLAIMS(CellForm.CODES, words(Claim.values(), Claim::zh)),
    DISTRICT(
            CellForm.CODE,
            Arrays.stream(District.values())
                    .collect(
                            toMap(District::zh, District::code, (a, b) -> a, LinkedHashMap::new))) {
        /** Any code of a district, also of one elsewhere. */
        @Override
        public boolean isCode(String text) {
            return text.matches("\\d{6}") || super.isCode(text);
        }
    };

    private final CellForm form;
    private final Map<String, String> codes;

    CellKind(CellForm form) {
        this(form, Map.of());
    }

    CellKind(CellForm form, Map<String, String> codes) {
        this.form = form;
        this.codes = codes;
    }

    @Override
    public CellForm form() {
        return form;
    }

    @Override
    public Map<String, String> codes() {
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
