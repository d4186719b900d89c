package io.mingjian.acceptance.actor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A third-party monitoring agency: acknowledges instructions and hands in findings. */
public final class MonitoringAgency extends Actor {
    MonitoringAgency(Door door, String name) {
        super(door, name);
    }

    public Answer seesInstruction(String id) {
        return door().get("/api/monitoring/v1/instructions/" + id).require(200);
    }

    public Answer acknowledges(String instruction) {
        return door().step(
                        "/api/monitoring/v1/instructions/" + instruction, "acknowledgement", null)
                .require(200);
    }

    /** Nothing more will come from here. */
    public Answer completes(String instruction, String note) {
        return door().step(
                        "/api/monitoring/v1/instructions/" + instruction,
                        "completion",
                        Map.of("note", note))
                .require(200);
    }

    public Answer submits(String instruction, Finding finding) {
        return trySubmit(instruction, finding.json(), Map.of()).require(201);
    }

    public Answer trySubmit(String instruction, Object finding, Map<String, String> headers) {
        return door().post(
                        "/api/monitoring/v1/instructions/" + instruction + "/leads",
                        finding,
                        headers);
    }

    public Answer sees(String lead) {
        return looksForLead(lead).require(200);
    }

    /** Says that it will not do what was ordered. */
    public Answer declines(String instruction, String reasons) {
        return door().step(
                        "/api/monitoring/v1/instructions/" + instruction,
                        "decline",
                        reasons(reasons))
                .require(200);
    }

    /** Up to a hundred findings at once. */
    public Answer trySubmitAll(String instruction, List<? extends JsonNode> findings) {
        return door().post(
                        "/api/monitoring/v1/instructions/" + instruction + "/lead-batches",
                        Map.of("items", findings));
    }

    /** A workbook or a table of text with a finding in each row. */
    public Answer trySendTable(String instruction, byte[] table) {
        return door().upload(
                        "/api/monitoring/v1/instructions/" + instruction + "/lead-imports",
                        table,
                        "application/octet-stream",
                        Map.of());
    }

    /** The import of findings as soon as it stands like this. */
    public Answer awaitsImport(String id, String state) {
        return awaits(
                state + " of import " + id,
                () -> door().get("/api/monitoring/v1/lead-imports/" + id),
                answer -> answer.textAt("/state").equals(state));
    }

    /** Enters the sound rows of a file that was shown. */
    public Answer confirmsImport(String id) {
        door().step("/api/monitoring/v1/lead-imports/" + id, "commit", null).require(202);
        return awaitsImport(id, "COMMITTED");
    }

    /** Findings together with their files, as a ZIP or a web archive. */
    public Answer trySendBundle(String instruction, byte[] bundle) {
        return door().upload(
                        "/api/monitoring/v1/instructions/"
                                + instruction
                                + "/lead-bundles?fileName=findings.zip",
                        bundle,
                        "application/octet-stream",
                        Map.of());
    }

    public Answer seesBundle(String id) {
        return door().get("/api/monitoring/v1/lead-bundles/" + id).require(200);
    }

    /** Asks again until all files are evidence, then waits until the findings are entered. */
    public Answer handsOverBundle(String id) {
        Answer delivered =
                awaits(
                        "delivery of " + id,
                        () ->
                                door().post(
                                                "/api/monitoring/v1/lead-bundles/"
                                                        + id
                                                        + "/delivery",
                                                null),
                        answer ->
                                answer.status() == 200
                                        && answer.textAt("/state").equals("DELIVERED"));
        return awaitsImport(delivered.textAt("/importId"), "COMMITTED");
    }

    /** The leads that it sees under an instruction, at most two hundred. */
    public Answer leadsOf(String instruction) {
        return door().get("/api/monitoring/v1/leads?limit=200&instructionId=" + instruction)
                .require(200);
    }
}
