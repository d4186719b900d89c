package io.mingjian.acceptance.actor;

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
}
