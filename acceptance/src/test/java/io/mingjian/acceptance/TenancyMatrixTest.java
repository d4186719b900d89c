package io.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.Door;
import io.mingjian.stack.Addresses;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every operation of the merged description, asked by everybody whom the object is none of the
 * business of. Whoever adds an operation on a new kind of object has to add that object to {@link
 * World}: until then the test fails.
 */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenancyMatrixTest {
    private static final int LEAST_OPERATIONS = 120;

    /**
     * Says the same to everybody: the law's calendar, the criteria to every bureau, and that due
     * dates were counted anew (each bureau sees its own moves). A figure of quality is a name; each
     * agency finds its own leads behind it.
     */
    private static final Set<String> COMMON =
            Set.of("legal-time", "criteria", "recounts", "agency-quality", "violation-types");

    /** Gives each officer something of the own bureau. */
    private static final Set<String> OWN = Set.of("/queue/next");

    private final Map<String, Door> unknown = new LinkedHashMap<>();
    private final Map<String, Door> foreign = new LinkedHashMap<>();
    private Actors actors;
    private World world;
    private WatchedAgency agency;
    private SamplingObjects sampling;
    private JsonNode description;

    @BeforeAll
    void aWorldExists(Addresses addresses, Actors cast) {
        actors = cast;
        world = World.madeBy(cast);
        agency = WatchedAgency.keptBy(cast.cityReviewer(), world.marker());
        sampling = SamplingObjects.madeBy(cast, world.marker());
        await("the descriptions of all services")
                .atMost(RunningStack.PATIENCE)
                .untilAsserted(
                        () -> {
                            Answer openApi = cast.stranger().get("/openapi.json").require(200);
                            assertThat(openApi.header("X-Missing-Services")).isEmpty();
                            description = openApi.body();
                        });
        String good = addresses.tokens().ofUser("huangpu.handler");
        unknown.put("no token", cast.stranger());
        unknown.put("wrong audience", cast.withWrongAudience("huangpu.handler"));
        unknown.put(
                "forged signature",
                cast.door(() -> good.substring(0, good.lastIndexOf('.') + 1) + "AAAA"));
        unknown.put(
                "unsigned token",
                cast.door(() -> "eyJhbGciOiJub25lIn0." + good.split("\\.")[1] + "."));
        foreign.put("other district's handler", cast.pudong().door());
        foreign.put("other district's reviewer", cast.pudongReviewer().door());
        foreign.put("other monitor", cast.otherAgency().door());
        foreign.put("merchant", cast.merchant().door());
        foreign.put("platform", cast.yougou().door());
        foreign.put("police", cast.police().door());
        foreign.put("other model provider", cast.otherProvider().door());
    }

    /** One operation with the world's objects in its path. */
    private record Operation(String method, String template, String path) {
        String label() {
            return method + " " + template;
        }

        boolean names(String object) {
            return template.contains("/" + object + "/{");
        }

        boolean givesOwnThings() {
            return OWN.stream().anyMatch(template::endsWith);
        }

        boolean isCommon() {
            return COMMON.stream().anyMatch(word -> (template + "/").contains("/" + word + "/"));
        }

        boolean namesAnObject() {
            return template.contains("{") && !isCommon();
        }

        String act() {
            return template.substring(template.lastIndexOf('/') + 1);
        }

        Answer by(Door door, Object body) {
            Map<String, String> headers =
                    Map.of("If-Match", "\"0\"", "Idempotency-Key", "matrix-" + System.nanoTime());
            return switch (method) {
                case "GET" -> door.get(path);
                case "POST" -> door.post(path, body, headers);
                default -> door.raw(method, path, "", headers);
            };
        }
    }

    @Test
    void theDescriptionIsWhole() {
        assertThat(operations()).hasSizeGreaterThanOrEqualTo(LEAST_OPERATIONS);
    }

    @TestFactory
    Stream<DynamicTest> nobodyWithoutAGoodTokenGetsAnything() {
        return operations().stream()
                .map(
                        operation ->
                                DynamicTest.dynamicTest(
                                        operation.label(),
                                        () -> everybodyUnknownGets401(operation)));
    }

    private void everybodyUnknownGets401(Operation operation) {
        unknown.forEach(
                (who, door) -> {
                    Answer answer = operation.by(door, body(operation));
                    assertThat(answer.status())
                            .as("%s as %s: %s", operation.label(), who, answer.text())
                            .isEqualTo(401);
                    assertThat(answer.header("WWW-Authenticate")).as(who).startsWith("Bearer");
                    nothingComesOut(operation, who, answer);
                });
    }

    @TestFactory
    Stream<DynamicTest> foreignersDoNotGetOneByteOfTheObject() {
        return operations().stream()
                .map(
                        operation ->
                                DynamicTest.dynamicTest(
                                        operation.label(), () -> foreignersGetNothing(operation)));
    }

    private void foreignersGetNothing(Operation operation) {
        foreign.forEach(
                (who, door) -> {
                    Answer answer = operation.by(door, body(operation));
                    if (operation.namesAnObject()) {
                        assertThat(answer.status())
                                .as("%s as %s: %s", operation.label(), who, answer.text())
                                .isIn(403, 404);
                        assertThat(answer.etag()).as("%s as %s", operation.label(), who).isEmpty();
                        assertThat(answer.header("Location"))
                                .as("%s as %s", operation.label(), who)
                                .isEmpty();
                    } else if (operation.method().equals("POST") && !operation.givesOwnThings()) {
                        assertThat(answer.status())
                                .as("%s as %s: %s", operation.label(), who, answer.text())
                                .isBetween(400, 499);
                    } else {
                        assertThat(answer.status())
                                .as("%s as %s: %s", operation.label(), who, answer.text())
                                .isIn(200, 201, 204, 400, 403, 404, 422);
                    }
                    nothingComesOut(operation, who, answer);
                });
    }

    /** Without this the matrix could pass on objects that do not exist. */
    @TestFactory
    Stream<DynamicTest> theirOwnersSeeThem() {
        return operations().stream()
                .filter(operation -> operation.method().equals("GET") && operation.namesAnObject())
                .map(
                        operation ->
                                DynamicTest.dynamicTest(
                                        operation.label(),
                                        () ->
                                                assertThat(
                                                                operation
                                                                        .by(
                                                                                owner(operation),
                                                                                Map.of())
                                                                        .status())
                                                        .as(operation.label())
                                                        .isIn(
                                                                PaperAnswers.toTheOwner(
                                                                        operation.template()))));
    }

    @Test
    void theObjectsAreAsTheyWere() {
        everyOperationIsTried();
        assertThat(actors.huangpu().door().get(pathOf("complaints", world.complaint())).etag())
                .isEqualTo(world.complaint().etag());
        assertThat(actors.huangpu().door().get(pathOf("reports", world.report())).etag())
                .isEqualTo(world.report().etag());
        assertThat(actors.huangpu().looksForLead(world.leadId()).etag())
                .isEqualTo(world.lead().etag());
        assertThat(
                        actors.huangpuReviewer()
                                .looksForCandidate(world.candidate().textAt("/id"))
                                .etag())
                .isEqualTo(world.candidate().etag());
    }

    private void everyOperationIsTried() {
        operations().stream()
                .filter(operation -> operation.namesAnObject() && !operation.method().equals("GET"))
                .forEach(
                        operation ->
                                foreign.values()
                                        .forEach(door -> operation.by(door, body(operation))));
    }

    @Test
    void whatTheyTriedToRemoveIsStillThere() {
        everyOperationIsTried();
        assertThat(actors.huangpu().door().get("/api/registry/v1/absences").require(200).text())
                .contains(world.absence().textAt("/id"));
    }

    private static String pathOf(String folder, Answer filing) {
        return "/api/registry/v1/" + folder + "/" + filing.textAt("/id");
    }

    private void nothingComesOut(Operation operation, String who, Answer answer) {
        List<String> secrets = new ArrayList<>(world.secrets());
        world.ids().stream().filter(id -> !operation.path().contains(id)).forEach(secrets::add);
        String all = answer.text() + answer.response().headers().map();
        assertThat(secrets)
                .as("%s as %s tells too much: %s", operation.label(), who, all)
                .noneMatch(all::contains);
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        description
                .path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method -> {
                                                    if (Set.of(
                                                                    "get", "post", "put", "delete",
                                                                    "patch")
                                                            .contains(method)) {
                                                        operations.add(
                                                                operation(
                                                                        method.toUpperCase(
                                                                                Locale.ROOT),
                                                                        path.getKey()));
                                                    }
                                                }));
        return operations;
    }

    private Operation operation(String method, String template) {
        String path = template;
        for (Map.Entry<String, String> object : objects().entrySet()) {
            path =
                    path.replaceAll(
                            "/" + object.getKey() + "/\\{[^}]+}",
                            "/" + object.getKey() + "/" + object.getValue());
        }
        assertThat(path).as("the world has no object for %s", template).doesNotContain("{");
        return new Operation(method, template, path);
    }

    /** What stands for the variable behind each collection. */
    private Map<String, String> objects() {
        return Map.ofEntries(
                Map.entry("complaints", world.complaint().textAt("/id")),
                Map.entry("reports", world.report().textAt("/id")),
                Map.entry("queue", world.complaint().textAt("/id")),
                Map.entry("documents", world.documentId()),
                Map.entry("absences", world.absence().textAt("/id")),
                Map.entry("imports", world.imported().textAt("/id")),
                Map.entry("recounts", world.filerId()),
                Map.entry("rechecks", world.recheckId()),
                Map.entry("filer-merges", world.merge().textAt("/id")),
                Map.entry("abnormal-filer-entries", world.candidate().textAt("/id")),
                Map.entry("abnormal-filer-lookups", world.lookup().textAt("/id")),
                Map.entry("criteria-trials", world.trial().textAt("/id")),
                Map.entry("generation-requests", world.generation().textAt("/id")),
                Map.entry("lookup-agreements", World.COURT_AGREEMENT),
                Map.entry("filers", world.filerId()),
                Map.entry("filings", world.complaint().textAt("/id")),
                Map.entry("marks", world.filerId()),
                Map.entry("evidence", world.evidence().textAt("/id")),
                Map.entry("evidence-sets", world.set().textAt("/id")),
                Map.entry("bank-entries", world.bankEntry().textAt("/id")),
                Map.entry("maps", "noise"),
                Map.entry("holds", world.hold().textAt("/id")),
                Map.entry("outcomes", world.outcome().textAt("/id")),
                Map.entry("indications", "1"),
                Map.entry("instructions", world.instruction().textAt("/id")),
                Map.entry("lead-imports", world.leadFiles().imported().textAt("/id")),
                Map.entry("lead-bundles", world.leadFiles().bundle().textAt("/id")),
                Map.entry("leads", world.leadId()),
                Map.entry("campaigns", world.campaign().campaignId()),
                Map.entry("platform-reports", world.campaign().reportId()),
                Map.entry("publications", "1"),
                Map.entry("agency-quality", "OVERDUE_RATE"),
                Map.entry("letters", world.loop().letterId()),
                Map.entry("clues", world.loop().clueId()),
                Map.entry("agencies", WatchedAgency.ORGANISATION),
                Map.entry("contracts", agency.contractId()),
                Map.entry("staff", agency.staffNo()),
                Map.entry("sampling-lots", sampling.lotId()),
                Map.entry("duplicates", world.leadId()),
                Map.entry("dead-letters", world.filerId()),
                Map.entry("papers", world.filerId()),
                Map.entry("criteria", "FREQ_12M"),
                Map.entry("versions", "1"),
                Map.entry("notices", "2026"));
    }

    private Door owner(Operation operation) {
        if (operation.names("abnormal-filer-entries") || operation.names("filer-merges")) {
            return actors.huangpuReviewer().door();
        }
        if (operation.names("abnormal-filer-lookups")) {
            return actors.court().door();
        }
        if (operation.names("lookup-agreements")
                || operation.names("criteria-trials")
                || operation.names("campaigns")
                || operation.names("bank-entries")) {
            return actors.cityReviewer().door();
        }
        if (PaperAnswers.areOfTheCity(operation.template())) {
            return actors.cityReviewer().door();
        }
        if (operation.names("generation-requests")) {
            return actors.huiyan().door();
        }
        if (operation.names("imports")) {
            return actors.huangpuIntake().door();
        }
        if (operation.names("sampling-lots")
                || operation.template().endsWith("/sampling-lots")
                || operation.template().endsWith("/leads/{leadId}/duplicates")
                || operation.template().endsWith("/leads/{leadId}/versions")) {
            return actors.cityReviewer().door();
        }
        if (operation.names("instructions")
                || operation.names("agencies")
                || operation.names("lead-imports")
                || operation.names("lead-bundles")) {
            return actors.jingwei().door();
        }
        return operation.template().endsWith("/assignment-proposal")
                ? actors.cityReviewer().door()
                : actors.huangpu().door();
    }

    /** A body that would be right, so that no answer is about the body. */
    private Object body(Operation operation) {
        if (operation.template().endsWith("/preservation-bundles")) {
            return Map.of(
                    "evidenceIds", List.of(world.evidence().textAt("/id")), "purpose", "与本人无关的事项");
        }
        if (!operation.namesAnObject()) {
            return Map.of();
        }
        Map<String, Object> reasons = Map.of("reasons", "与本人无关的事项");
        if (operation.names("campaigns")) {
            return campaignBody(operation);
        }
        return switch (operation.act()) {
            case "acknowledgement", "receipt", "verification", "archiving", "replay" -> Map.of();
            case "non-acceptance" ->
                    Map.of("ground", 3, "factors", List.of("c"), "reasons", "与本人无关的事项");
            case "routing" -> Map.of("districtCode", "310104", "reasons", "与本人无关的事项");
            case "appointments" ->
                    Map.of(
                            "at",
                            OffsetDateTime.now(World.SHANGHAI).plusDays(1).toString(),
                            "place",
                            "与本人无关",
                            "mediator",
                            "与本人无关");
            case "clues" -> Map.of("clueDescription", "与本人无关", "factualBasis", "与本人无关");
            case "telling" -> telling(operation);
            case "duplicate" -> Map.of("earlierReportId", world.filerId(), "reasons", "与本人无关的事项");
            case "merge" -> Map.of("targetReportId", world.filerId(), "reasons", "与本人无关的事项");
            case "reassignment" -> Map.of("to", world.filerId(), "reasons", "与本人无关的事项");
            case "services" ->
                    Map.of(
                            "method",
                            "DIRECT",
                            "servedOn",
                            LocalDate.now(World.SHANGHAI).toString(),
                            "recipient",
                            "与本人无关",
                            "proof",
                            "与本人无关的事项");
            case "confirmation" ->
                    operation.names("filer-merges") || operation.names("bank-entries")
                            ? reasons
                            : Map.of(
                                    "truth",
                                    "GENUINE",
                                    "restsOn",
                                    "ORIGINAL_SEEN",
                                    "reasons",
                                    "与本人无关的事项");
            case "termination" -> Map.of("ground", 1, "reasons", "与本人无关的事项");
            case "disclosure" -> Map.of("purpose", "与本人无关的事项");
            case "sampling-lots" -> Map.of("agency", "monitor-jingwei");
            case "qualification" -> Map.of("verdict", "QUALIFIED");
            case "assignment" -> Map.of("districtCode", "310115", "reasons", "与本人无关的事项");
            case "disposal" -> Map.of("code", "CASE_FILED", "reasons", "与本人无关的事项", "caseNo", "1");
            case "extension" -> Map.of("granted", true, "reasons", "与本人无关的事项");
            case "letters" ->
                    Map.of("platform", "platform-yougou", "title", "与本人无关", "text", "与本人无关");
            case "answer", "reminder" -> Map.of("text", "与本人无关的事项");
            case "referrals" -> Map.of("kind", "CRIME", "conduct", "FRAUD", "reasons", "与本人无关的事项");
            case "taking-up" -> Map.of("filerId", world.filerId(), "reasons", "与本人无关的事项");
            case "feedback" -> Map.of("summary", "与本人无关的事项");
            case "leads" -> World.finding("foreign", world.evidence()).json();
            case "lead-batches" ->
                    Map.of("items", List.of(World.finding("foreign", world.evidence()).json()));
            case "outcomes" ->
                    Map.of(
                            "outcome",
                            "AUTHENTIC_PHOTO",
                            "restsOn",
                            List.of("ADMISSION"),
                            "reasons",
                            "与本人无关的事项");
            case "members" -> Map.of("evidenceIds", List.of(world.evidence().textAt("/id")));
            case "amendments" -> Map.of("changes", Map.of("scope", "与本人无关"), "reasons", "与本人无关的事项");
            case "completion" -> Map.of("note", "与本人无关的事项");
            case "reopening" -> Map.of("agency", "monitor-none", "reasons", "与本人无关的事项");
            case "reminders" -> Map.of("text", "与本人无关的事项");
            case "contracts" -> WatchedAgency.aContract("与本人无关", "与本人无关");
            case "ending" ->
                    Map.of(
                            "endsOn",
                            LocalDate.now(World.SHANGHAI).toString(),
                            "reasons",
                            "与本人无关的事项");
            case "staff" -> WatchedAgency.aMember("X-1", "与本人无关");
            case "leaving" -> Map.of("lastDay", LocalDate.now(World.SHANGHAI).toString());
            case "trust" -> Map.of("trusted", true, "reasons", "与本人无关的事项");
            case "supplement" ->
                    Map.of("finding", World.finding("foreign", world.evidence()).json());
            default -> reasons;
        };
    }

    private Map<String, Object> campaignBody(Operation operation) {
        String today = LocalDate.now(World.SHANGHAI).toString();
        Map<String, String> period = Map.of("from", today, "to", today);
        return switch (operation.act()) {
            case "instructions" ->
                    Map.of("instructionIds", List.of(world.instruction().textAt("/id")));
            case "platform-reports" ->
                    Map.of("period", period, "figures", CampaignObjects.figures());
            case "correction" ->
                    Map.of(
                            "period",
                            period,
                            "figures",
                            CampaignObjects.figures(),
                            "reasons",
                            "与本人无关的事项");
            case "publications" -> Map.of("until", today);
            default -> Map.of();
        };
    }

    private static Map<String, Object> telling(Operation operation) {
        String today = LocalDate.now(World.SHANGHAI).toString();
        return operation.names("complaints")
                ? Map.of("complainantToldOn", today, "respondentToldOn", today, "how", "与本人无关")
                : Map.of("toldOn", today, "how", "与本人无关");
    }
}
