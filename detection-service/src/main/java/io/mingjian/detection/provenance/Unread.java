package io.mingjian.detection.provenance;

import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.CouldNotRead;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A place that could not be read.
 *
 * @param code {@code LIMIT}, {@code DAMAGED}, {@code DTD} or {@code UNSUPPORTED}
 * @param place name of the place
 * @param offset where
 * @param length bytes, 0 when unknown
 */
record Unread(String code, String place, int offset, int length) {

    CouldNotRead asFinding(AnalyzerId by) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("place", place);
        facts.put("offset", offset);
        facts.put("length", length);
        return new CouldNotRead(by, code, zhReason(), facts);
    }

    private String zhReason() {
        return switch (code) {
            case "LIMIT" -> "元数据超出处理限额，未继续读取，无法判定。";
            case "DTD" -> "元数据中含有文档类型声明，出于安全未予解析，无法判定。";
            case "UNSUPPORTED" -> "元数据采用尚不支持的存放方式，未能读取，无法判定。";
            default -> "文件结构异常，部分内容无法读取，无法判定。";
        };
    }
}
