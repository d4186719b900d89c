package io.mingjian.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.Filing;
import io.mingjian.acceptance.actor.FilingSheet;
import io.mingjian.acceptance.actor.IntakeOfficer;
import io.mingjian.acceptance.actor.Kind;
import io.mingjian.acceptance.actor.MonitoringAgency;
import io.mingjian.acceptance.actor.Officer;
import io.mingjian.acceptance.actor.Person;
import io.mingjian.acceptance.picture.Picture;
import io.mingjian.acceptance.picture.Pictures;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bounded streams of filings, uploads and findings. As a partner's system would, it repeats what
 * got no clear answer under the same idempotency key until there is one, and remembers everything
 * that was accepted.
 */
final class Traffic {

    /**
     * While a service is killed again and again a paper is not printed, however long that takes.
     */
    private static final Duration UNTIL_ANSWERED = Duration.ofMinutes(8);

    static final int MOST_AT_ONCE = 150;
    private static final String ENTRIES = "/api/registry/v1/abnormal-filer-entries";
    private static final Predicate<Answer> IS_PROPOSED = entry -> entry.at("/pending").isObject();

    private final IntakeOfficer intake;
    private final Officer officer;
    private final Officer reviewer;
    private final Officer head;
    private final MonitoringAgency agency;
    private final String instruction;
    private final String run;
    private final Random random;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final Map<String, String> filings = new ConcurrentHashMap<>();
    private final Map<String, String> evidence = new ConcurrentHashMap<>();
    private final Map<String, String> findings = new ConcurrentHashMap<>();
    private final Set<String> submittedAgain = ConcurrentHashMap.newKeySet();
    private final Map<String, List<String>> imports = new ConcurrentHashMap<>();
    private final Set<Decided> decisions = ConcurrentHashMap.newKeySet();
    private final Map<String, String> handledUnderListings = new ConcurrentHashMap<>();

    /**
     * A step that an officer took.
     *
     * @param step as the step log names it
     * @param event type of the event that tells of it under the id of the filing, if any
     * @param notice kind of the notice that both parties get, if any
     */
    record Decided(String filing, String step, @Nullable String event, @Nullable String notice) {}

    Traffic(Actors actors, long seed) {
        this.intake = actors.huangpuIntake();
        this.officer = actors.huangpu();
        this.reviewer = actors.huangpuReviewer();
        this.head = actors.huangpuHead();
        this.agency = actors.jingwei();
        this.random = new Random(seed);
        this.run = Long.toString(System.nanoTime(), 36) + "-" + seed;
        LocalDate today = LocalDate.now(World.SHANGHAI);
        this.instruction =
                actors.cityReviewer()
                        .issuesInstruction(today, today.plusDays(5), "monitor-jingwei")
                        .textAt("/id");
        agency.acknowledges(instruction);
    }

    /** Ids of what was accepted, by the number that its sender gave it. */
    Map<String, String> filings() {
        return filings;
    }

    /** Ids of what was accepted, by SHA-256. */
    Map<String, String> evidence() {
        return evidence;
    }

    /** Ids of leads, by the number of the finding. */
    Map<String, String> findings() {
        return findings;
    }

    /** Leads that are told as submitted a second time: handed in anew, or opened again. */
    Set<String> submittedAgain() {
        return submittedAgain;
    }

    /** The instruction under which findings are handed in. */
    String instruction() {
        return instruction;
    }

    /** Numbers of the rows of each file that was confirmed, by the id of its import. */
    Map<String, List<String>> imports() {
        return imports;
    }

    /** The steps that were answered. */
    Set<Decided> decisions() {
        return decisions;
    }

    /** Filings that were handled under a listing, by the entry that was revoked since. */
    Map<String, String> handledUnderListings() {
        return handledUnderListings;
    }

    /** How often something had to be sent again. */
    int repeated() {
        return repeated.get();
    }

    /** Enters filings, every third with a piece of evidence that was accepted before. */
    void files(int howMany) {
        for (int i = 0; i < howMany; i++) {
            aComplaint();
        }
    }

    private String aComplaint() {
        String number = "CRASH-" + run + "-" + next.incrementAndGet();
        Filing filing =
                Filing.aComplaint(
                        Person.numbered("张三", number.hashCode() * 7919L + random.nextInt(5)),
                        number);
        List<String> known = new ArrayList<>(evidence.values());
        if (!known.isEmpty() && random.nextInt(3) == 0) {
            filing.naming(known.get(random.nextInt(known.size())));
        }
        Answer answer = answered(() -> intake.tryRegister(filing.json(), key(number)));
        String id = answer.textAt("/filings/0/id");
        filings.put(number, id);
        return id;
    }

    /** Has a file of so many filings read and confirms it; does not wait for the rows. */
    String imports(int rows) {
        FilingSheet sheet =
                FilingSheet.of(
                        rows, "CRASH-" + run + "-" + next.incrementAndGet(), random.nextLong());
        String id = intake.sendsFile(sheet.csv(StandardCharsets.UTF_8));
        intake.confirmsImport(id);
        imports.put(id, sheet.numbers());
        return id;
    }

    /** How many rows of a confirmed file are entered by now. */
    long entered(String imported) {
        return intake.seesImport(imported).at("/figures/registered").asLong();
    }

    /** Accepts a new complaint. */
    String accepts() {
        String complaint = aComplaint();
        decides(
                Kind.COMPLAINT,
                complaint,
                "acceptance",
                Map.of("reasons", "属于本局管辖，材料齐全，予以受理。"),
                "ACCEPTED");
        decisions.add(new Decided(complaint, "ACCEPT", "filing.accepted.v1", "COMPLAINT_ACCEPTED"));
        return complaint;
    }

    /** Terminates a complaint that was just accepted. */
    void terminates() {
        String complaint = accepts();
        decides(
                Kind.COMPLAINT,
                complaint,
                "termination",
                Map.of("ground", 1, "reasons", "投诉人书面撤回投诉。"),
                "TERMINATED");
        decisions.add(
                new Decided(
                        complaint, "TERMINATE", "filing.terminated.v1", "MEDIATION_TERMINATED"));
    }

    /** Merges a new report into another one against the same shop. */
    void merges() {
        String target = aReport();
        String source = aReport();
        decides(
                Kind.REPORT,
                source,
                "merge",
                Map.of("targetReportId", target, "reasons", "反映同一商家的新事实，并案核查。"),
                "MERGED");
        decisions.add(new Decided(source, "MERGE", "filing.advanced.v1", null));
        decisions.add(new Decided(target, "ABSORB", "filing.advanced.v1", null));
    }

    /** Takes the persons of two new complaints for one. */
    void joins() {
        String one = filerOf(aComplaint());
        String other = filerOf(aComplaint());
        Map<String, String> both =
                Map.of("filerId", one, "otherFilerId", other, "reasons", "本人承认为同一人。");
        String key = "join-" + one + other;
        Answer joined =
                answered(
                        () ->
                                reviewer.door()
                                        .post("/api/registry/v1/filer-merges", both, key(key)));
        decisions.add(new Decided(joined.textAt("/id"), "MERGE", null, null));
    }

    /** Proposes a person for the list and tells it beforehand; answers the entry. */
    private String notices(String complaint) {
        String number = "entry-" + complaint;
        String entry =
                answered(
                                () ->
                                        reviewer.door()
                                                .post(
                                                        ENTRIES,
                                                        Map.of(
                                                                "filingId",
                                                                complaint,
                                                                "reasons",
                                                                "同一照片用于多家店铺。"),
                                                        key(number)))
                        .textAt("/id");
        takes(reviewer, entry, "review", Map.of("reasons", "开始复核。"), isIn("UNDER_REVIEW"));
        takes(
                reviewer,
                entry,
                "notice",
                Map.of(
                        "facts", "三件投诉所附照片为同一张。",
                        "servedOn", today(),
                        "method", "DIRECT",
                        "reasons", "事实初步查明，先行告知。"),
                isIn("NOTICED"));
        decisions.add(new Decided(entry, "SERVE_NOTICE", "listing.noticed.v1", null));
        return entry;
    }

    /** Tells a person that it may be listed. */
    void notices() {
        notices(aComplaint());
    }

    /** Two people list a person that has been heard; answers the entry. */
    private String lists(String complaint) {
        String entry = notices(complaint);
        takes(
                reviewer,
                entry,
                "defence",
                Map.of("receivedOn", today(), "statement", "不再补充，不要求听证。", "waivesFurther", true),
                isIn("DEFENCE_RECEIVED"));
        String until = LocalDate.now(World.SHANGHAI).plusMonths(6).toString();
        takes(
                reviewer,
                entry,
                "listing-proposal",
                Map.of("resolution", "LIST", "until", until, "reasons", "建议列入半年。"),
                IS_PROPOSED);
        takes(head, entry, "decision", Map.of("reasons", "同意列入。"), isIn("LISTED"));
        decisions.add(new Decided(entry, "LIST", "listing.listed.v1", null));
        return entry;
    }

    /** Two people list a person. */
    void lists() {
        lists(aComplaint());
    }

    /** A person is listed, its complaint accepted meanwhile, and the listing taken back. */
    void revokes() {
        String complaint = aComplaint();
        String entry = lists(complaint);
        decides(
                Kind.COMPLAINT,
                complaint,
                "acceptance",
                Map.of("reasons", "属于本局管辖，材料齐全，予以受理。"),
                "ACCEPTED");
        takes(
                reviewer,
                entry,
                "revocation-proposal",
                Map.of("cause", "OWN_ERROR", "reasons", "认定有误。"),
                IS_PROPOSED);
        takes(head, entry, "decision", Map.of("reasons", "同意撤销。"), isIn("REVOKED"));
        decisions.add(new Decided(entry, "REVOKE", "listing.revoked.v1", null));
        handledUnderListings.put(entry, complaint);
    }

    private static String today() {
        return LocalDate.now(World.SHANGHAI).toString();
    }

    private static Predicate<Answer> isIn(String state) {
        return entry -> entry.textAt("/state").equals(state);
    }

    /** Takes a step with an entry of the list, as {@link #decides} does with a filing. */
    private void takes(
            Officer who, String entry, String step, Object body, Predicate<Answer> isDone) {
        String path = ENTRIES + "/" + entry;
        answered(
                () -> {
                    Answer seen = who.door().get(path);
                    return seen.status() == 200 && !isDone.test(seen)
                            ? who.door()
                                    .post(path + "/" + step, body, Map.of("If-Match", seen.etag()))
                            : seen;
                },
                answer -> answer.status() == 200 && isDone.test(answer));
    }

    private String filerOf(String complaint) {
        return answered(
                        () -> officer.looksForFiling(Kind.COMPLAINT, complaint),
                        answer -> answer.status() == 200)
                .textAt("/filerId");
    }

    private String aReport() {
        String number = "CRASH-" + run + "-" + next.incrementAndGet();
        Filing report = Filing.aReport(Person.numbered("李四", number.hashCode()), number);
        return answered(() -> intake.tryRegister(report.json(), key(number)))
                .textAt("/filings/0/id");
    }

    /**
     * Looks again after an unclear answer, as a console does, and acts only if nothing was done.
     */
    private void decides(Kind kind, String id, String step, Object body, String wanted) {
        answered(
                () -> {
                    Answer seen = officer.looksForFiling(kind, id);
                    return seen.status() == 200 && !seen.textAt("/state").equals(wanted)
                            ? officer.door()
                                    .post(
                                            kind.path(id) + "/" + step,
                                            body,
                                            Map.of("If-Match", seen.etag()))
                            : seen;
                },
                answer -> answer.status() == 200 && answer.textAt("/state").equals(wanted));
    }

    void uploads(int howMany) {
        for (int i = 0; i < howMany; i++) {
            int number = next.incrementAndGet();
            Picture picture = Pictures.small(random.nextLong());
            Answer answer =
                    answered(() -> intake.tryUpload(picture, key("upload-" + run + number)));
            evidence.put(answer.textAt("/sha256"), answer.textAt("/id"));
        }
    }

    void submits(int howMany) {
        for (int i = 0; i < howMany; i++) {
            Picture page = Pictures.small(random.nextLong());
            int number = next.incrementAndGet();
            Answer upload = answered(() -> agency.tryUpload(page, key("page-" + run + number)));
            evidence.put(upload.textAt("/sha256"), upload.textAt("/id"));
            submits(upload);
        }
    }

    /** Hands in a finding on evidence that is there already; answers the lead. */
    String submits(Answer upload) {
        ObjectNode finding = aFinding(upload);
        String findingNo = finding.path("findingNo").asText();
        Answer answer = answered(() -> agency.trySubmit(instruction, finding, key(findingNo)));
        String lead = answer.textAt("/lead/id");
        findings.put(findingNo, lead);
        return lead;
    }

    /** A finding with a number of its own. */
    ObjectNode aFinding(Answer upload) {
        return World.finding(run + next.incrementAndGet(), upload).json();
    }

    /** A page that the agency has uploaded, for findings while detection is away. */
    Answer aPage() {
        Answer upload = agency.uploads(Pictures.small(random.nextLong()));
        evidence.put(upload.textAt("/sha256"), upload.textAt("/id"));
        return upload;
    }

    /**
     * Files and uploads in the background until it is told to stop or has sent as much as it may.
     */
    Running begins() {
        return begins(() -> files(1), () -> uploads(1));
    }

    /** Does these things in the background, one beside the other, over and over. */
    Running begins(Runnable... acts) {
        AtomicBoolean enough = new AtomicBoolean();
        return new Running(
                enough,
                CompletableFuture.allOf(
                        Stream.of(acts)
                                .map(
                                        act ->
                                                CompletableFuture.runAsync(
                                                        () -> repeat(enough, act), Traffic::apart))
                                .toArray(CompletableFuture[]::new)));
    }

    /** However few processors there are, none of them waits for another to come to its end. */
    private static void apart(Runnable stream) {
        new Thread(stream, "traffic").start();
    }

    private static void repeat(AtomicBoolean enough, Runnable once) {
        for (int i = 0; i < MOST_AT_ONCE && !enough.get(); i++) {
            once.run();
        }
    }

    /** A stream in the background. */
    record Running(AtomicBoolean enough, CompletableFuture<Void> done) {
        /** Waits for answers to all that is under way; fails if one was refused. */
        void ends() {
            enough.set(true);
            done.join();
        }
    }

    private Map<String, String> key(String number) {
        return Map.of("Idempotency-Key", number);
    }

    private Answer answered(Supplier<Answer> act) {
        return answered(act, answer -> answer.status() < 500).require(201);
    }

    /** Acts until the answer is clear. */
    Answer answered(Supplier<Answer> act, Predicate<Answer> clear) {
        int[] times = new int[1];
        return looked(
                () -> {
                    if (times[0]++ > 0) {
                        repeated.incrementAndGet();
                    }
                    return act.get();
                },
                clear);
    }

    /** Looks until what is seen is as wanted. */
    static Answer looked(Supplier<Answer> look, Predicate<Answer> wanted) {
        return await("an answer")
                .atMost(UNTIL_ANSWERED)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> tried(look), answer -> answer.filter(wanted).isPresent())
                .orElseThrow();
    }

    private static Optional<Answer> tried(Supplier<Answer> act) {
        try {
            return Optional.of(act.get());
        } catch (UncheckedIOException unclear) {
            return Optional.empty();
        }
    }
}
