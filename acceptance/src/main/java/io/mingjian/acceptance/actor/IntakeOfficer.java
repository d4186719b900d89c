package io.mingjian.acceptance.actor;

import java.util.Map;

/** Enters filings for a bureau. */
public final class IntakeOfficer extends Actor {
    private static final String IMPORTS = "/api/registry/v1/imports";

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

    /** Sends a file of filings and gives the id of its import once it has been read. */
    public String sendsFile(byte[] file) {
        String id = tryToSendFile(file).require(202).textAt("/id");
        awaitsImport(id, "PREVIEW");
        return id;
    }

    public Answer tryToSendFile(byte[] file) {
        return door().upload(
                        IMPORTS + "?fileName=filings", file, "application/octet-stream", Map.of());
    }

    public Answer seesImport(String id) {
        return door().get(IMPORTS + "/" + id).require(200);
    }

    /** The import as soon as it stands there. */
    public Answer awaitsImport(String id, String state) {
        return awaits(
                "import " + id + " to be " + state,
                () -> door().get(IMPORTS + "/" + id),
                seen -> seen.status() == 200 && seen.textAt("/state").equals(state));
    }

    /** Has the good rows of a file entered; they are not waited for. */
    public Answer confirmsImport(String id) {
        return door().step(IMPORTS + "/" + id, "commit", null).require(202);
    }
}
