package io.mingjian.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.CityReviewer;
import io.mingjian.acceptance.actor.CourtClerk;
import io.mingjian.acceptance.actor.DistrictHandler;
import io.mingjian.acceptance.actor.Door;
import io.mingjian.acceptance.actor.Filing;
import io.mingjian.acceptance.actor.Finding;
import io.mingjian.acceptance.actor.IntakeOfficer;
import io.mingjian.acceptance.actor.Kind;
import io.mingjian.acceptance.actor.MonitoringAgency;
import io.mingjian.acceptance.actor.Person;
import io.mingjian.acceptance.picture.Picture;
import io.mingjian.acceptance.picture.Pictures;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Objects of one district (Huangpu), one agency (Jingwei) and their parties, one of each kind, made
 * by the parties themselves.
 *
 * @param marker a word that stands in the texts of all of them and nowhere else
 */
record World(
        String marker,
        Answer evidence,
        Answer complaint,
        Answer report,
        Answer document,
        Answer absence,
        Answer imported,
        Answer candidate,
        Answer rechecks,
        Answer merge,
        Answer lookup,
        Answer trial,
        Answer generation,
        Answer instruction,
        LeadFiles leadFiles,
        Answer leadEvidence,
        Answer hold,
        Answer outcome,
        Answer set,
        Answer bankEntry,
        Answer lead,
        LoopObjects loop,
        CampaignObjects campaign) {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** The agreement with the courts that is shipped. */
    static final String COURT_AGREEMENT = "0193b0c0-0000-7000-8000-000000000003";

    /** The review line that is shipped: from so many filings of one person in a year on. */
    private static final int REVIEW_LINE = 30;

    static World madeBy(Actors actors) {
        long number = System.nanoTime();
        String marker = "标记" + Long.toString(number, 36);
        IntakeOfficer intake = actors.huangpuIntake();
        Person filer = Person.numbered(marker, number);
        Answer evidence = intake.uploads(Pictures.small(number));
        for (int i = 1; i < REVIEW_LINE; i++) {
            intake.registers(Filing.aComplaint(filer, marker + "-" + i).about(marker));
        }
        Answer registered =
                intake.registers(
                        Filing.aMixedFiling(filer, marker + "-mixed")
                                .about(marker)
                                .naming(evidence.textAt("/id")));
        DistrictHandler handler = actors.huangpu();
        String complaintId = registered.textAt("/filings/0/id");
        handler.awaitsIndications(Kind.COMPLAINT, complaintId);
        handler.takes(
                Kind.COMPLAINT,
                complaintId,
                "identity-request",
                Map.of("materials", marker, "reasons", marker));
        Answer document = handler.documentsOf(Kind.COMPLAINT, complaintId);
        Answer complaint = handler.sees(Kind.COMPLAINT, complaintId);
        Answer report = actors.huangpu().sees(Kind.REPORT, registered.textAt("/filings/1/id"));
        Answer candidate =
                actors.huangpuReviewer()
                        .awaitsCandidateOf(complaint.textAt("/filerId"), World::isCounted);

        CityReviewer city = actors.cityReviewer();
        MonitoringAgency agency = actors.jingwei();
        LocalDate today = LocalDate.now(SHANGHAI);
        Answer instruction = city.issuesInstruction(today, today.plusDays(10), "monitor-jingwei");
        agency.acknowledges(instruction.textAt("/id"));
        Answer leadEvidence = agency.uploads(Pictures.small(number + 1));
        Finding finding = finding(marker, leadEvidence);
        finding.json().put("contentSummary", marker);
        String lead = agency.submits(instruction.textAt("/id"), finding).textAt("/lead/id");
        city.qualifies(lead);
        city.assigns(lead, "310101", marker);
        actors.huangpu().receives(lead);
        actors.huangpu().awaitsAnalysis(leadEvidence.textAt("/id"), any -> true);
        return new World(
                marker,
                evidence,
                complaint,
                report,
                document,
                absenceOf(actors, complaintId, today.plusDays(30)),
                importOf(intake, marker),
                candidate,
                rechecksOf(actors, marker, number),
                mergeOf(actors, marker, number),
                lookupOf(actors, marker),
                trialOf(actors, today),
                generationOf(actors, marker, number),
                instruction,
                LeadFiles.madeBy(agency, instruction.textAt("/id"), marker),
                leadEvidence,
                holdOn(actors, evidence, marker),
                outcomeOf(actors, evidence, marker),
                setOf(intake, evidence, marker),
                bankEntryOf(actors, marker, number),
                actors.huangpu().looksForLead(lead).require(200),
                LoopObjects.madeBy(actors, lead, marker),
                CampaignObjects.madeBy(actors, marker));
    }

    /**
     * Filings are counted after they are taken in, and each line that is passed adds a ground. With
     * the review line of all filings nothing more is to come.
     */
    private static boolean isCounted(Answer candidate) {
        int at = candidate.each("/grounds", "criterion").lastIndexOf("FREQ_12M");
        return at >= 0 && candidate.each("/grounds", "level").get(at).equals("REVIEW");
    }

    private static Answer holdOn(Actors actors, Answer evidence, String marker) {
        return actors.huangpuReviewer()
                .door()
                .post(
                        "/api/detection/v1/evidence/" + evidence.textAt("/id") + "/holds",
                        Map.of("reasons", marker))
                .require(201);
    }

    private static Answer outcomeOf(Actors actors, Answer evidence, String marker) {
        return actors.huangpuReviewer()
                .door()
                .post(
                        "/api/detection/v1/evidence/" + evidence.textAt("/id") + "/outcomes",
                        Map.of(
                                "outcome",
                                "AUTHENTIC_PHOTO",
                                "restsOn",
                                List.of("PHYSICAL_INSPECTION"),
                                "reasons",
                                marker))
                .require(201);
    }

    private static Answer setOf(IntakeOfficer intake, Answer evidence, String marker) {
        return intake.door()
                .post(
                        "/api/detection/v1/evidence-sets",
                        Map.of(
                                "subjectKind",
                                "CLAIM",
                                "reference",
                                marker,
                                "evidenceIds",
                                List.of(evidence.textAt("/id"))))
                .require(201);
    }

    /** A stock picture that the city keeps; the form is what a browser sends. */
    private static Answer bankEntryOf(Actors actors, String marker, long number) {
        String boundary = "----world" + number;
        Picture picture = Pictures.small(number + 3);
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        Map.of("bank", "STOCK", "source", marker, "note", marker)
                .forEach(
                        (name, value) ->
                                form.writeBytes(
                                        part(boundary, "name=\"" + name + "\"", "text/plain")
                                                .concat(value + "\r\n")
                                                .getBytes(StandardCharsets.UTF_8)));
        form.writeBytes(
                part(boundary, "name=\"picture\"; filename=\"p\"", picture.mediaType())
                        .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(picture.bytes());
        form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return actors.cityReviewer()
                .door()
                .upload(
                        "/api/detection/v1/bank-entries",
                        form.toByteArray(),
                        "multipart/form-data; boundary=" + boundary,
                        Map.of())
                .require(201);
    }

    private static String part(String boundary, String disposition, String type) {
        return "--"
                + boundary
                + "\r\nContent-Disposition: form-data; "
                + disposition
                + "\r\nContent-Type: "
                + type
                + "; charset=UTF-8\r\n\r\n";
    }

    /** Somebody is listed, a complaint of his is accepted, and the listing is taken back. */
    private static Answer rechecksOf(Actors actors, String marker, long number) {
        Person person = Person.numbered(marker, number + 7);
        String complaint =
                actors.huangpuIntake()
                        .registers(Filing.aComplaint(person, marker + "-list").about(marker))
                        .textAt("/filings/0/id");
        Door reviewer = actors.huangpuReviewer().door();
        Door head = actors.huangpuHead().door();
        String today = LocalDate.now(SHANGHAI).toString();
        Map<String, String> reasons = Map.of("reasons", marker);
        String entry =
                "/api/registry/v1/abnormal-filer-entries/"
                        + reviewer.post(
                                        "/api/registry/v1/abnormal-filer-entries",
                                        Map.of("filingId", complaint, "reasons", marker))
                                .require(201)
                                .textAt("/id");
        reviewer.step(entry, "review", reasons).require(200);
        reviewer.step(
                        entry,
                        "notice",
                        Map.of(
                                "facts",
                                marker,
                                "servedOn",
                                today,
                                "method",
                                "DIRECT",
                                "reasons",
                                marker))
                .require(200);
        reviewer.step(
                        entry,
                        "defence",
                        Map.of("receivedOn", today, "statement", marker, "waivesFurther", true))
                .require(200);
        reviewer.step(
                        entry,
                        "listing-proposal",
                        Map.of(
                                "resolution",
                                "LIST",
                                "until",
                                LocalDate.now(SHANGHAI).plusMonths(6).toString(),
                                "reasons",
                                marker))
                .require(200);
        head.step(entry, "decision", reasons).require(200);
        actors.huangpu().accepts(complaint, marker);
        reviewer.step(entry, "revocation-proposal", Map.of("cause", "OWN_ERROR", "reasons", marker))
                .require(200);
        head.step(entry, "decision", reasons).require(200);
        return actors.huangpu()
                .door()
                .get(
                        "/api/registry/v1/rechecks?entryId="
                                + entry.substring(entry.lastIndexOf('/') + 1))
                .require(200);
    }

    /** The handler of Huangpu is away for a day, and a colleague looks after the work. */
    private static Answer absenceOf(Actors actors, String complaint, LocalDate day) {
        Door known = actors.huangpuColleague().door();
        String work = "/api/registry/v1/queue/" + complaint;
        String claimed = known.post(work + "/claim", null).require(201).etag();
        known.post(work + "/release", Map.of(), Map.of("If-Match", claimed)).require(200);
        Door handler = actors.huangpu().door();
        Answer officers = handler.get("/api/registry/v1/queue/officers").require(200);
        String colleague = "";
        for (JsonNode officer : officers.body()) {
            if (officer.path("name").asText().equals("huangpu.colleague")) {
                colleague = officer.path("userId").asText();
            }
        }
        return handler.post(
                        "/api/registry/v1/absences",
                        Map.of(
                                "from",
                                day.toString(),
                                "to",
                                day.toString(),
                                "coverUserId",
                                colleague))
                .require(201);
    }

    /** Two persons of Huangpu whom its reviewer takes for one. */
    /** A shadow run of one day that has come to its end. */
    private static Answer trialOf(Actors actors, LocalDate day) {
        Door city = actors.cityReviewer().door();
        String path =
                "/api/registry/v1/criteria-trials/"
                        + city.post(
                                        "/api/registry/v1/criteria-trials",
                                        Map.of(
                                                "kind",
                                                "SHADOW",
                                                "code",
                                                "SAME_OP_90D",
                                                "version",
                                                1,
                                                "from",
                                                day.toString(),
                                                "to",
                                                day.toString()))
                                .require(202)
                                .textAt("/id");
        return await("the trial")
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> city.get(path),
                        trial -> trial.status() == 200 && !trial.at("/finishedAt").isMissingNode());
    }

    private static Answer mergeOf(Actors actors, String marker, long number) {
        List<String> filers =
                Stream.of(number + 1, number + 2)
                        .map(each -> Person.numbered(marker, each))
                        .map(person -> Filing.aComplaint(person, marker + "-" + person.phone()))
                        .map(form -> actors.huangpuIntake().registers(form.about(marker)))
                        .map(
                                filed ->
                                        actors.huangpu()
                                                .sees(
                                                        Kind.COMPLAINT,
                                                        filed.textAt("/filings/0/id")))
                        .map(complaint -> complaint.textAt("/filerId"))
                        .toList();
        return actors.huangpuReviewer()
                .door()
                .post(
                        "/api/registry/v1/filer-merges",
                        Map.of(
                                "filerId",
                                filers.get(0),
                                "otherFilerId",
                                filers.get(1),
                                "reasons",
                                marker))
                .require(201);
    }

    /** A file with one line that is not whole, read and shown. */
    private static Answer importOf(IntakeOfficer intake, String marker) {
        String headings =
                intake.door()
                        .get("/api/registry/v1/imports/template?format=csv")
                        .require(200)
                        .text()
                        .strip();
        byte[] file = (headings + "\n" + marker + "\n").getBytes(StandardCharsets.UTF_8);
        return intake.seesImport(intake.sendsFile(file));
    }

    /** What a court asked, as its own log has it. */
    private static Answer lookupOf(Actors actors, String marker) {
        actors.court().looksUp("沪异名〔2026〕0号", marker).require(200);
        String id = actors.court().lookups().textAt("/items/0/id");
        return actors.court().door().get(CourtClerk.LOOKUPS + "/" + id).require(200);
    }

    /** What a provider of models was asked for. */
    private static Answer generationOf(Actors actors, String marker, long number) {
        return actors.huiyan().shows("world-" + number, "快递里的杯子摔碎了，真实照片，找卖家退款 " + marker, marker);
    }

    /** An order to one agency, which has taken it on; findings may come in under it. */
    static String anOrderTakenOnBy(MonitoringAgency agency, CityReviewer city, String name) {
        LocalDate today = LocalDate.now(SHANGHAI);
        String instruction = city.issuesInstruction(today, today.plusDays(5), name).textAt("/id");
        agency.acknowledges(instruction);
        return instruction;
    }

    /** A lawful finding whose number has no letters outside the allowed ones. */
    static Finding finding(String name, Answer evidence) {
        return new Finding(
                "F-"
                        + Integer.toHexString(name.hashCode())
                        + "-"
                        + evidence.textAt("/id").substring(24),
                evidence,
                OffsetDateTime.now(SHANGHAI).truncatedTo(ChronoUnit.SECONDS));
    }

    static Picture picture() {
        return Pictures.small(System.nanoTime());
    }

    String filerId() {
        return complaint.textAt("/filerId");
    }

    String recheckId() {
        return rechecks.textAt("/items/0/id");
    }

    String documentId() {
        return document.textAt("/items/0/id");
    }

    String leadId() {
        return lead.textAt("/lead/id");
    }

    /**
     * What must not come out to anybody else; ids are left out where the asker has sent them along.
     */
    List<String> secrets() {
        return List.of(
                marker,
                document.textAt("/items/0/documentNo"),
                complaint.textAt("/registrationNo"),
                report.textAt("/registrationNo"),
                evidence.textAt("/sha256"),
                leadEvidence.textAt("/sha256"),
                bankEntry.textAt("/sha256"),
                generation.textAt("/requestNo"),
                instruction.textAt("/instructionNo"),
                lead.textAt("/lead/leadNo"),
                loop.clueNo(),
                campaign.campaignNo());
    }

    List<String> ids() {
        List<String> ids = new ArrayList<>(ownIds());
        ids.addAll(loop.ids());
        ids.addAll(campaign.ids());
        return ids;
    }

    private List<String> ownIds() {
        return List.of(
                evidence.textAt("/id"),
                complaint.textAt("/id"),
                report.textAt("/id"),
                documentId(),
                absence.textAt("/id"),
                imported.textAt("/id"),
                candidate.textAt("/id"),
                merge.textAt("/id"),
                lookup.textAt("/id"),
                generation.textAt("/id"),
                COURT_AGREEMENT,
                filerId(),
                instruction.textAt("/id"),
                leadFiles.imported().textAt("/id"),
                leadFiles.bundle().textAt("/id"),
                leadEvidence.textAt("/id"),
                hold.textAt("/id"),
                outcome.textAt("/id"),
                set.textAt("/id"),
                bankEntry.textAt("/id"),
                leadId());
    }
}
