package io.mingjian.acceptance.actor;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Handles the filings and the leads of one district. */
public final class DistrictHandler extends Officer {
    private static final String CLUES = "/api/registry/v1/clues/";

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
        return disposes(
                lead, Map.of("code", code, "reasons", reasons, "caseNo", "沪市监案〔2026〕0001 号"));
    }

    /** With further measures, numbers of documents or of a case. */
    public Answer disposes(String lead, Map<String, ?> decision) {
        return step(lead, "disposal", decision);
    }

    /** Drafts a letter that asks a platform for help with a lead. */
    public Answer draftsLetter(String lead, String platform, String text) {
        return draftsLetter(lead, platform, "请协助核查", text);
    }

    public Answer draftsLetter(String lead, String platform, String title, String text) {
        return door().post(
                        "/api/monitoring/v1/leads/" + lead + "/letters",
                        Map.of("platform", platform, "title", title, "text", text))
                .require(201);
    }

    /** Refers what a lead shows of a filer. */
    public Answer refers(String lead, String conduct, String reasons) {
        return door().post(
                        "/api/monitoring/v1/leads/" + lead + "/referrals",
                        Map.of("kind", "FILER_CONDUCT", "conduct", conduct, "reasons", reasons))
                .require(201);
    }

    /** Refers what a lead shows of a crime. */
    public Answer refersCrime(
            String lead, String conduct, int amount, String evidence, String reasons) {
        return door().post(
                        "/api/monitoring/v1/leads/" + lead + "/referrals",
                        Map.of(
                                "kind", "CRIME",
                                "conduct", conduct,
                                "amount", amount,
                                "evidenceIds", List.of(evidence),
                                "reasons", reasons))
                .require(201);
    }

    /** What the registry has of a lead that was referred. */
    public Answer seesClueOf(String lead) {
        return door().get(CLUES + awaitsClueOf(lead)).require(200);
    }

    /** The id of the clue that a lead was referred as, as soon as the registry has it. */
    private String awaitsClueOf(String lead) {
        Answer page =
                awaits(
                        "clue of lead " + lead,
                        () -> pageOfCluesWith(lead),
                        answer -> clueIn(answer, lead).isPresent());
        return clueIn(page, lead).orElseThrow();
    }

    /** The page that has it; the last one if none does. The oldest clues come first. */
    private Answer pageOfCluesWith(String lead) {
        String first = "/api/registry/v1/clues?limit=200";
        Answer page = door().get(first).require(200);
        for (String next = page.textAt("/nextCursor");
                !next.isEmpty() && clueIn(page, lead).isEmpty();
                next = page.textAt("/nextCursor")) {
            page =
                    door().get(first + "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8))
                            .require(200);
        }
        return page;
    }

    private static Optional<String> clueIn(Answer page, String lead) {
        for (JsonNode clue : page.at("/items")) {
            if (clue.path("leadId").asText().equals(lead)) {
                return Optional.of(clue.path("id").asText());
            }
        }
        return Optional.empty();
    }

    public Answer feedsBack(String lead, String summary) {
        return step(lead, "feedback", Map.of("summary", summary));
    }

    private Answer step(
            String lead, String step, @org.jspecify.annotations.Nullable Object document) {
        return door().step("/api/monitoring/v1/leads/" + lead, step, document).require(200);
    }
}
