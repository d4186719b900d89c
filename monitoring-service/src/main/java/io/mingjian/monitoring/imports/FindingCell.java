package io.mingjian.monitoring.imports;

import io.mingjian.kit.table.CellForm;
import io.mingjian.kit.table.CellShape;
import io.mingjian.monitoring.finding.EvidenceKind;
import io.mingjian.monitoring.finding.ViolationTypes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the columns of a file of findings hold. Codes may be written as words or as codes. */
enum FindingCell implements CellShape {
    TEXT(CellForm.TEXT, Map.of(), "文本"),
    TIME(CellForm.TIME, Map.of(), "时间，如 2026-04-15 09:30；北京时间，也可带时区"),
    AMOUNT(CellForm.AMOUNT, Map.of(), "数字，单位元"),
    WHOLE(CellForm.WHOLE, Map.of(), "整数"),
    LIST(CellForm.LIST, Map.of(), "可填多项，用逗号或顿号分开"),
    LINES(CellForm.LINES, Map.of(), "可填多项，一行一项或用分号分开"),
    YES_NO(CellForm.YES_NO, words("是", "true", "否", "false"), "是或否"),
    PLATFORM_TYPE(
            CellForm.CODE,
            words(
                    "网店", "SHOP",
                    "网站", "WEBSITE",
                    "应用程序", "APP",
                    "小程序", "MINI_PROGRAM",
                    "公众号", "OFFICIAL_ACCOUNT",
                    "直播间", "LIVE_ROOM",
                    "本地生活", "LOCAL_LIFE"),
            "代码"),
    VIOLATION(CellForm.CODE, violations(), "代码"),
    RISK(CellForm.CODE, words("低", "LOW", "中", "MEDIUM", "高", "HIGH"), "代码"),
    EVIDENCE_KIND(CellForm.CODE, kinds(), "代码");

    private final CellForm form;
    private final Map<String, String> codes;
    private final String hint;

    FindingCell(CellForm form, Map<String, String> codes, String hint) {
        this.form = form;
        this.codes = codes;
        this.hint = hint;
    }

    @Override
    public CellForm form() {
        return form;
    }

    @Override
    public Map<String, String> codes() {
        return codes;
    }

    /** How to fill it in, for the legend. */
    String hint() {
        return codes.isEmpty() ? hint : "可填：" + String.join("、", codes.keySet());
    }

    private static Map<String, String> words(String... pairs) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            words.put(pairs[at], pairs[at + 1]);
        }
        return words;
    }

    private static Map<String, String> kinds() {
        Map<String, String> words = new LinkedHashMap<>();
        for (EvidenceKind each : EvidenceKind.values()) {
            words.put(each.zh(), each.name());
        }
        return words;
    }

    private static Map<String, String> violations() {
        Map<String, String> words = new LinkedHashMap<>();
        ViolationTypes.SHIPPED.rows().values().stream()
                .sorted(Comparator.comparing(ViolationTypes.Row::code))
                .forEach(row -> words.put(row.zh(), row.code()));
        return words;
    }
}
