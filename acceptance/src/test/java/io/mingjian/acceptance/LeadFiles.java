package io.mingjian.acceptance;

import static org.awaitility.Awaitility.await;

import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.MonitoringAgency;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Files by which an agency hands in findings: what the matrix asks for in vain. */
record LeadFiles(Answer imported, Answer bundle) {
    private static final String MONITORING = "/api/monitoring/v1/";

    static LeadFiles madeBy(MonitoringAgency agency, String instruction, String marker) {
        return new LeadFiles(
                importOf(agency, instruction, marker), bundleOf(agency, instruction, marker));
    }

    /** A file with one line that is not whole, read and shown. */
    private static Answer importOf(MonitoringAgency agency, String instruction, String marker) {
        String imports = MONITORING + "instructions/" + instruction + "/lead-imports";
        String headings =
                agency.door()
                        .get(imports + "/template?format=csv")
                        .require(200)
                        .text()
                        .strip()
                        .split("\r?\n")[0];
        byte[] file = (headings + "\n" + marker + "\n").getBytes(StandardCharsets.UTF_8);
        String id =
                agency.door()
                        .upload(imports, file, "application/octet-stream", Map.of())
                        .require(202)
                        .textAt("/id");
        String path = MONITORING + "lead-imports/" + id;
        return await("file of findings")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> agency.door().get(path),
                        seen -> seen.status() == 200 && seen.textAt("/state").equals("PREVIEWED"));
    }

    /** A bundle of one small file that is no evidence yet, for a finding that is not whole. */
    private static Answer bundleOf(MonitoringAgency agency, String instruction, String marker) {
        byte[] page = marker.getBytes(StandardCharsets.UTF_8);
        String manifest =
                "{\"version\":1,\"findings\":[{\"findingNo\":\"B\",\"contentSummary\":\"%s\",\"evidence\":[{\"file\":\"page.txt\",\"sha256\":\"%s\",\"sm3\":\"%s\"}]}]}"
                        .formatted(marker, LeadParcel.sha256(page), LeadParcel.sm3(page));
        return agency.door()
                .upload(
                        MONITORING + "instructions/" + instruction + "/lead-bundles",
                        LeadParcel.zip(
                                Map.of(
                                        "manifest.json",
                                        manifest.getBytes(StandardCharsets.UTF_8),
                                        "page.txt",
                                        page)),
                        "application/zip",
                        Map.of())
                .require(201);
    }
}
