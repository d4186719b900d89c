package io.mingjian.acceptance.actor;

import java.util.Map;

/** Handles the filings and the leads of one district. */
public final class DistrictHandler extends Officer {
    DistrictHandler(Door door, String name) {
        super(door, name);
    }

    public Answer receives(String lead) {
        return step(lead, "receipt", null);
    }

    public Answer verifies(String lead) {
        return step(lead, "verification", null);
    }

    public Answer disposes(String lead, String code, String reasons) {
        return disposes(lead, Map.of("code", code, "reasons", reasons));
    }

    /** With further measures, numbers of documents or of a case. */
    public Answer disposes(String lead, Map<String, ?> decision) {
        return step(lead, "disposal", decision);
    }

    /** Drafts a letter that asks a platform for help. */
    public Answer draftsLetter(String lead, String platform, String title, String text) {
        return door().post(
                        "/api/monitoring/v1/leads/" + lead + "/letters",
                        Map.of("platform", platform, "title", title, "text", text))
                .require(201);
    }

    public Answer feedsBack(String lead, String summary) {
        return step(lead, "feedback", Map.of("summary", summary));
    }

    private Answer step(
            String lead, String step, @org.jspecify.annotations.Nullable Object document) {
        return door().step("/api/monitoring/v1/leads/" + lead, step, document).require(200);
    }
}
