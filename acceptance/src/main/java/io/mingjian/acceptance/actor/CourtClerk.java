package io.mingjian.acceptance.actor;

import java.util.Map;

/** Works at a court, which may ask whether somebody is on the abnormal-filer list. */
public final class CourtClerk extends Actor {
    public static final String LOOKUPS = "/api/registry/v1/abnormal-filer-lookups";

    CourtClerk(Door door, String name) {
        super(door, name);
    }

    /** Asks for an entry by its number. */
    public Answer looksUp(String entryNo, String purpose) {
        return door().post(
                        LOOKUPS,
                        Map.of(
                                "entryNo",
                                entryNo,
                                "purposeCode",
                                "TRIAL",
                                "purpose",
                                purpose,
                                "legalBasis",
                                "《中华人民共和国行政诉讼法》",
                                "caseNo",
                                purpose));
    }

    /** What the court asked so far, the latest first. */
    public Answer lookups() {
        return door().get(LOOKUPS).require(200);
    }
}
