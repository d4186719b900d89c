package io.mingjian.acceptance.actor;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Reviews for the city: orders monitoring, judges what comes back, proposes criteria. */
public class CityReviewer extends Officer {
    CityReviewer(Door door, String name) {
        super(door, name);
    }

    /** Orders agencies to watch for shops that teach or sell fake evidence. */
    public Answer issuesInstruction(LocalDate today, LocalDate deadline, String... agencies) {
        return tryIssue(anInstruction(today, deadline, agencies)).require(201);
    }

    public Answer tryIssue(Object instruction) {
        return door().post("/api/monitoring/v1/instructions", instruction);
    }

    public static Map<String, Object> anInstruction(
            LocalDate today, LocalDate deadline, String... agencies) {
        return Map.of(
                "scope", "监测售卖伪造维权证据教程的店铺",
                "platforms", List.of("yougou"),
                "keywords", List.of("仅退款", "破损图"),
                "categories", List.of("FAKE_EVIDENCE_TUTORIAL"),
                "period", Map.of("from", today.toString(), "to", deadline.toString()),
                "outputSpec", Map.of("requiredFields", List.of("SHOP_NAME", "SUBJECT_NAME")),
                "deadline", deadline.toString(),
                "agencies", List.of(agencies));
    }

    public Answer seesInstruction(String id) {
        return door().get("/api/monitoring/v1/instructions/" + id).require(200);
    }

    /** The lead as soon as it is known whether its files have the hashes that it names. */
    public Answer awaitsHashOf(String lead) {
        return awaits(
                "hashes of " + lead,
                () -> looksForLead(lead),
                answer -> answer.each("/indications", "hashMatch").contains("MATCHES"));
    }

    /** The lead as soon as the detection service has spoken about all of its files. */
    public Answer awaitsIndicationsOf(String lead) {
        return awaits(
                "indications of " + lead,
                () -> looksForLead(lead),
                answer ->
                        answer.at("/evidence/files").asInt() > 0
                                && answer.at("/evidence/files")
                                        .equals(answer.at("/evidence/analyzed")));
    }

    /** The lead as soon as another one is proposed as the same matter. */
    public Answer awaitsLikelyDuplicateOf(String lead, String other) {
        return awaits(
                other + " as likely duplicate of " + lead,
                () -> looksForLead(lead),
                answer -> answer.each("/duplicateProposals", "leadId").contains(other));
    }

    /** All pairs that name a lead, with what people decided. */
    public Answer seesDuplicatesOf(String lead) {
        return door().get("/api/monitoring/v1/leads/" + lead + "/duplicates").require(200);
    }

    public Answer takesForDuplicate(String lead, String other, String reasons) {
        return step(
                lead,
                "qualification",
                Map.of("verdict", "DUPLICATE", "duplicateOf", other, "reasons", reasons));
    }

    public Answer takesForTwo(String lead, String other, String reasons) {
        return door().post(
                        "/api/monitoring/v1/leads/" + lead + "/duplicates/" + other + "/rejection",
                        reasons(reasons))
                .require(200);
    }

    public Answer closesInstruction(String instruction, String reasons) {
        return door().step(
                        "/api/monitoring/v1/instructions/" + instruction,
                        "closing",
                        reasons(reasons))
                .require(200);
    }

    /** The instruction as soon as it is closed, by somebody or by itself. */
    public Answer awaitsClosing(String instruction) {
        return awaits(
                "closing of " + instruction,
                () -> seesInstruction(instruction),
                answer -> answer.textAt("/state").equals("CLOSED"));
    }

    /** Which district by which rule, with what each rule found. */
    public Answer asksWhereTo(String lead) {
        return door().get("/api/monitoring/v1/leads/" + lead + "/assignment-proposal").require(200);
    }

    /** Passes it once its file has come as it was told. */
    public Answer qualifies(String lead) {
        awaitsHashOf(lead);
        return step(lead, "qualification", Map.of("verdict", "QUALIFIED"));
    }

    public Answer assigns(String lead, String districtCode, String reasons) {
        return step(lead, "assignment", Map.of("districtCode", districtCode, "reasons", reasons));
    }

    public Answer closes(String lead) {
        return step(lead, "closing", Map.of());
    }

    private Answer step(String lead, String step, Object document) {
        return door().step("/api/monitoring/v1/leads/" + lead, step, document).require(200);
    }

    /**
     * Proposes thresholds from today on; they count only when another person has activated them.
     */
    public Answer proposesThresholds(int watch, int review, String basis, LocalDate today) {
        return door().post(
                        "/api/registry/v1/criteria/FREQ_12M/versions",
                        Map.of(
                                "windowDays", 365,
                                "watch", watch,
                                "review", review,
                                "basis", basis,
                                "validFrom", today.toString()))
                .require(201);
    }

    public Answer tryActivate(Answer proposed) {
        return door().post(
                        "/api/registry/v1/criteria/FREQ_12M/versions/"
                                + proposed.at("/version").asInt()
                                + "/activation",
                        Map.of("untriedBecause", "演示用标准，即时启用"),
                        Map.of("If-Match", proposed.etag()));
    }
}
