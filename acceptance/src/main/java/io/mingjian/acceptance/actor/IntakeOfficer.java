package io.mingjian.acceptance.actor;

import java.util.Map;

/** Enters filings for a bureau. */
public final class IntakeOfficer extends Actor {
    IntakeOfficer(Door door, String name) {
        super(door, name);
    }

    /** Enters a filing; the answer lists what became of it: one filing, or two for a mixed one. */
    public Answer registers(Filing filing) {
        return tryRegister(filing.json(), Map.of()).require(201);
    }

    public Answer tryRegister(Object form, Map<String, String> headers) {
        return door().post("/api/registry/v1/filings", form, headers);
    }
}
