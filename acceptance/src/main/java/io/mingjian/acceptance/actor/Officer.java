package io.mingjian.acceptance.actor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A person of a bureau who handles or reviews filings. */
public class Officer extends Actor {
    Officer(Door door, String name) {
        super(door, name);
    }

    public Answer sees(Kind kind, String id) {
        return looksForFiling(kind, id).require(200);
    }

    /** The filing as soon as the indications of all its evidence have arrived. */
    public Answer awaitsIndications(Kind kind, String id) {
        return awaits(
                "indications of " + id,
                () -> looksForFiling(kind, id),
                answer -> answer.status() == 200 && allAnalyzed(answer));
    }

    private static boolean allAnalyzed(Answer filing) {
        List<String> analyzed = filing.each("/evidence", "analyzed");
        return !analyzed.isEmpty() && analyzed.stream().allMatch("true"::equals);
    }

    /** The filing's line in the queue, over all its pages; missing if it is not there. */
    public JsonNode findsInQueue(String filingId) {
        String cursor = "";
        do {
            Answer page = door().get("/api/registry/v1/queue?limit=200" + cursor).require(200);
            for (JsonNode item : page.at("/items")) {
                if (item.path("filingId").asText().equals(filingId)) {
                    return item;
                }
            }
            String next = page.textAt("/nextCursor");
            cursor =
                    next.isEmpty()
                            ? ""
                            : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return MissingNode.getInstance();
    }

    /** A step of a filing at the version just seen. */
    public Answer takes(Kind kind, String id, String step, Object body) {
        return door().step(kind.path(id), step, body).require(200);
    }

    /** The notices of a filing, the newest first. */
    public Answer documentsOf(Kind kind, String id) {
        return door().get(
                        "/api/registry/v1/documents?filingKind=" + kind.name() + "&filingId=" + id)
                .require(200);
    }

    /**
     * A notice as a file.
     *
     * @param format {@code pdf} or {@code docx}
     */
    public Answer takesFile(String document, String format) {
        return door().get("/api/registry/v1/documents/" + document + "/file?format=" + format)
                .require(200);
    }

    /** Records that a notice was handed over in person today. */
    public Answer serves(String document, LocalDate today, String recipient) {
        return door().step(
                        "/api/registry/v1/documents/" + document,
                        "services",
                        Map.of(
                                "method",
                                "DIRECT",
                                "servedOn",
                                today.toString(),
                                "recipient",
                                recipient,
                                "proof",
                                "送达回证已签收。"))
                .require(201);
    }

    public Answer accepts(String complaint, String reasons) {
        return door().step(Kind.COMPLAINT.path(complaint), "acceptance", reasons(reasons))
                .require(200);
    }

    /** Refuses on ground 3 of Art 16 (not for daily consumption) with factors of Art 17. */
    public Answer refuses(String complaint, List<String> factors, String reasons) {
        return door().step(
                        Kind.COMPLAINT.path(complaint),
                        "non-acceptance",
                        Map.of("ground", 3, "factors", factors, "reasons", reasons))
                .require(200);
    }

    public Answer beginsVerification(String report) {
        return door().step(Kind.REPORT.path(report), "verification", null).require(200);
    }

    public Answer looksForCandidate(String id) {
        return door().get("/api/registry/v1/abnormal-filer-entries/" + id);
    }

    /** The open candidate of a filer, as soon as a criterion has proposed it. */
    public Answer awaitsCandidateOf(String filerId, Predicate<Answer> wanted) {
        return awaits(
                "candidate for " + filerId,
                () -> candidateOf(filerId),
                answer -> answer.status() == 200 && wanted.test(answer));
    }

    private Answer candidateOf(String filerId) {
        Answer list = door().get("/api/registry/v1/abnormal-filer-entries?limit=200");
        for (JsonNode item : list.at("/items")) {
            if (item.path("filerId").asText().equals(filerId)) {
                return looksForCandidate(item.path("id").asText());
            }
        }
        return door().get("/api/registry/v1/abnormal-filer-entries/" + filerId);
    }

    public Answer dismisses(String candidate, String reasons) {
        return door().step(
                        "/api/registry/v1/abnormal-filer-entries/" + candidate,
                        "dismissal",
                        reasons(reasons))
                .require(200);
    }

    public Answer seesAnalysis(String evidenceId) {
        return looksForAnalysis(evidenceId).require(200);
    }

    public Answer heatMap(String evidenceId) {
        return door().get("/api/detection/v1/evidence/" + evidenceId + "/heatmap");
    }

    public Answer custody(String evidenceId) {
        return door().get("/api/detection/v1/evidence/" + evidenceId + "/custody").require(200);
    }

    /** Signs a letter that somebody else drafted. */
    public Answer issuesLetter(String letter) {
        return door().step("/api/monitoring/v1/letters/" + letter, "issue", null).require(200);
    }

    /** A paper of the monitoring loop as soon as it is printed. */
    public Answer awaitsPaper(String path) {
        return awaits(
                path,
                () -> door().get("/api/monitoring/v1/" + path),
                answer -> answer.status() == 200);
    }
}
