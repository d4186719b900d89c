package io.mingjian.acceptance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.MonitoringAgency;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Findings as rows under the headings of the template that the agency was given. */
final class LeadTable {
    /** What stands in the columns that an officer of the agency fills in. */
    private static final Map<String, String> POINTERS =
            Map.ofEntries(
                    Map.entry("线索编号", "/findingNo"),
                    Map.entry("采集人员", "/collectorId"),
                    Map.entry("平台名称", "/platform"),
                    Map.entry("平台类型", "/platformType"),
                    Map.entry("店铺名称", "/shopName"),
                    Map.entry("页面网址", "/pageUrl"),
                    Map.entry("主体名称", "/subjectName"),
                    Map.entry("统一社会信用代码", "/uscc"),
                    Map.entry("违法类型", "/violationType"),
                    Map.entry("内容摘要", "/contentSummary"),
                    Map.entry("采集时间", "/collectedAt"),
                    Map.entry("证据1编号", "/evidence/0/evidenceId"),
                    Map.entry("证据1保管人", "/evidence/0/preserver"),
                    Map.entry("证据1固证工具", "/evidence/0/tool"),
                    Map.entry("证据1工具版本", "/evidence/0/toolVersion"),
                    Map.entry("证据1固证网址", "/evidence/0/url"),
                    Map.entry("证据1校时源", "/evidence/0/timeCalibration/source"),
                    Map.entry("证据1校时偏差毫秒", "/evidence/0/timeCalibration/offsetMillis"),
                    Map.entry("证据1校时时间", "/evidence/0/timeCalibration/calibratedAt"),
                    Map.entry("证据1SHA-256", "/evidence/0/sha256"),
                    Map.entry("证据1SM3", "/evidence/0/sm3"),
                    Map.entry("证据1摘要时间", "/evidence/0/hashedAt"),
                    Map.entry("证据1固证步骤", "/evidence/0/steps/0"),
                    Map.entry("证据1操作人", "/evidence/0/operator"));

    private final List<String> headings;
    private final List<ObjectNode> rows = new ArrayList<>();

    private LeadTable(List<String> headings) {
        this.headings = headings;
    }

    static LeadTable under(MonitoringAgency agency, String instruction) {
        return of(agency.door().get(template(instruction)).require(200));
    }

    /** Where the agency gets the headings. */
    static String template(String instruction) {
        return "/api/monitoring/v1/instructions/"
                + instruction
                + "/lead-imports/template?format=csv";
    }

    static LeadTable of(Answer template) {
        String first = template.text().replace("\uFEFF", "").strip().split("\r?\n")[0];
        return new LeadTable(List.of(first.split(",")));
    }

    LeadTable row(ObjectNode finding) {
        rows.add(finding);
        return this;
    }

    byte[] csv(Charset charset) {
        return rows.stream()
                .map(
                        row ->
                                headings.stream()
                                        .map(heading -> cell(row, heading))
                                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", String.join(",", headings) + "\r\n", "\r\n"))
                .getBytes(charset);
    }

    private static String cell(ObjectNode row, String heading) {
        String pointer = POINTERS.get(heading);
        return pointer == null ? "" : "\"" + row.at(pointer).asText().replace("\"", "\"\"") + "\"";
    }
}
