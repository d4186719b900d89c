package io.mingjian.acceptance.actor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** May look at the audit trail of every service and change nothing. */
public final class Auditor extends Actor {
    public static final List<String> SERVICES = List.of("registry", "detection", "monitoring");

    Auditor(Door door, String name) {
        super(door, name);
    }

    /** Has every service recompute its chain. */
    public Map<String, Answer> verifiesChains() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        SERVICES.forEach(
                service ->
                        answers.put(
                                service,
                                door().get("/api/" + service + "/v1/audit/verification")
                                        .require(200)));
        return answers;
    }

    public Answer entriesOn(String service, String objectId) {
        return door().get(
                        "/api/%s/v1/audit/entries?limit=200&objectId=%s"
                                .formatted(service, objectId))
                .require(200);
    }
}
