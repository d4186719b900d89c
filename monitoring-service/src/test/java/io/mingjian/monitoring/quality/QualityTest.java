package io.mingjian.monitoring.quality;

import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.HUANGPU;
import static io.mingjian.monitoring.Desk.MERCHANT;
import static io.mingjian.monitoring.Desk.PLATFORM;
import static io.mingjian.monitoring.Desk.POLICE;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.contracts.Role;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.monitoring.Desk;
import io.mingjian.monitoring.Today;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures beside a model that only remembers what people did. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class QualityTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 20);
    private static final LocalDate DEADLINE = LocalDate.of(2026, 4, 22);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 24);
    private static final String PERIOD = "from=" + FIRST + "&to=" + LAST;
    private static final List<String> CODES =
            List.of(
                    "CASE_FILED",
                    "NO_CASE_NOT_ESTABLISHED",
                    "SUBJECT_NOT_FOUND",
                    "ORDERED_CORRECTION");
    private static int serial;

    @Inject DataSource database;

    private Desk agency;
    private Desk rival;

    /** What happened to a lead, as somebody standing beside would tell it. */
    private static final class Story {
        private final String id;
        private final boolean late;
        private final boolean named;
        private final Set<String> steps = new HashSet<>();
        private String confirmed = "";

        Story(String id, boolean late, boolean named) {
            this.id = id;
            this.late = late;
            this.named = named;
        }

        boolean did(String... any) {
            return Set.of(any).stream().anyMatch(steps::contains);
        }
    }

    private record Rate(Predicate<Story> denominator, Predicate<Story> numerator) {}

    private static final Map<String, Rate> MODEL =
            new TreeMap<>(
                    Map.of(
                            "ACCEPTANCE_RATE",
                            new Rate(
                                    story -> story.did("QUALIFIED", "UNQUALIFIED", "DUPLICATE"),
                                    story -> story.did("QUALIFIED")),
                            "ACCURACY",
                            new Rate(
                                    story ->
                                            Set.of(
                                                            "CASE_FILED",
                                                            "ORDERED_CORRECTION",
                                                            "NO_CASE_NOT_ESTABLISHED")
                                                    .contains(story.confirmed),
                                    story -> !story.confirmed.equals("NO_CASE_NOT_ESTABLISHED")),
                            "DUPLICATE_RATE",
                            new Rate(
                                    story -> story.did("QUALIFIED", "UNQUALIFIED", "DUPLICATE"),
                                    story -> story.did("DUPLICATE")),
                            "EVIDENCE_DEFECT_RATE",
                            new Rate(
                                    story -> !story.steps.isEmpty(),
                                    story -> story.did("EVIDENCE_UNREADABLE")),
                            "OVERDUE_RATE",
                            new Rate(story -> true, story -> story.late),
                            "SUBJECT_IDENTIFIED_RATE",
                            new Rate(
                                    story -> true,
                                    story ->
                                            story.named
                                                    && !story.confirmed.equals(
                                                            "SUBJECT_NOT_FOUND"))));

    @BeforeEach
    void twoAgenciesOfTheirOwn() {
        agency = new Desk(TestCaller.monitor("quality-" + ++serial, Role.HANDLER));
        rival = new Desk(TestCaller.monitor("rival-" + serial, Role.HANDLER));
        Today.is(FIRST);
    }

    private String instructs(Desk desk) {
        String instruction = CITY.issues(DEADLINE, desk.who().organisation());
        desk.acknowledges(instruction);
        return instruction;
    }

    @Test
    void figuresAndTheirLeadsAreWhatHappened() {
        long seed = Long.getLong("mingjian.seed", 20260415L);
        System.out.println("QualityTest -Dmingjian.seed=" + seed);
        Random random = new Random(seed);
        String instruction = instructs(agency);
        List<Story> stories = new ArrayList<>();
        for (int n = 0; n < 16; n++) {
            LocalDate day = FIRST.plusDays(random.nextInt(5));
            boolean named = random.nextBoolean();
            Today.is(day);
            String id =
                    agency.submits(
                            instruction,
                            aFinding()
                                    .numbered("Q-" + serial + "-" + n)
                                    .about("测试商行", named ? "91310000132260250X" : null)
                                    .make());
            stories.add(new Story(id, day.isAfter(DEADLINE), named));
        }
        // Nothing is decided before it came.
        Today.is(LAST);
        stories.forEach(story -> lives(story, stories, random));
        for (Desk reader : List.of(CITY, agency)) {
            agrees(reader, stories, PERIOD + "&agency=" + agency.who().organisation());
        }
        agrees(agency, stories, PERIOD);
        agrees(agency, stories, PERIOD + "&instructionId=" + instruction);
    }

    private static void lives(Story story, List<Story> all, Random random) {
        String verdict =
                List.of(
                                "QUALIFIED",
                                "QUALIFIED",
                                "QUALIFIED",
                                "UNQUALIFIED",
                                "DUPLICATE",
                                "RETURNED_FOR_SUPPLEMENT",
                                "NONE")
                        .get(random.nextInt(7));
        // The first is what others repeat, so it must stand.
        if (verdict.equals("NONE") || (story == all.get(0) && !verdict.equals("QUALIFIED"))) {
            return;
        }
        qualification(
                story,
                verdict,
                all.get(0).id,
                random.nextBoolean() ? "EVIDENCE_UNREADABLE" : "SUBJECT_WRONG");
        if (!verdict.equals("QUALIFIED")) {
            return;
        }
        int steps = random.nextInt(8);
        String code = CODES.get(random.nextInt(CODES.size()));
        List<Runnable> way =
                List.of(
                        () -> CITY.assigns(story.id, "310101"),
                        () -> HUANGPU.receives(story.id),
                        () -> HUANGPU.verifies(story.id),
                        () -> HUANGPU.disposes(story.id, code),
                        () -> HUANGPU.feedsBack(story.id),
                        () -> CITY.closes(story.id));
        way.stream().limit(steps).forEach(Runnable::run);
        if (steps >= way.size()) {
            story.confirmed = code;
        }
    }

    private static void qualification(Story story, String verdict, String original, String defect) {
        Map<String, Object> body =
                switch (verdict) {
                    case "DUPLICATE" ->
                            Map.of("verdict", verdict, "duplicateOf", original, "reasons", "同一页面");
                    case "QUALIFIED" -> Desk.A_PASS;
                    default ->
                            Map.of(
                                    "verdict",
                                    verdict,
                                    "reasons",
                                    "截图不完整",
                                    "defects",
                                    List.of(Map.of("code", defect)));
                };
        CITY.tryStep(story.id, "qualification", body).statusCode(200);
        story.steps.add(verdict);
        if (verdict.equals("UNQUALIFIED") || verdict.equals("RETURNED_FOR_SUPPLEMENT")) {
            story.steps.add(defect);
        }
    }

    private static void agrees(Desk reader, List<Story> stories, String query) {
        JsonPath seen =
                reader.get("/v1/agency-quality?" + query).statusCode(200).extract().jsonPath();
        MODEL.forEach(
                (code, rate) -> {
                    String figure = "agencies[0].figures.find { it.code == '" + code + "' }.";
                    List<String> whole = ids(stories, rate.denominator());
                    List<String> part = ids(stories, rate.denominator().and(rate.numerator()));
                    assertThat(seen.getInt(figure + "denominator"))
                            .as(code)
                            .isEqualTo(whole.size());
                    assertThat(seen.getInt(figure + "numerator")).as(code).isEqualTo(part.size());
                    assertThat(listed(reader, code, "denominator", query))
                            .as(code)
                            .hasSameElementsAs(whole);
                    assertThat(listed(reader, code, "numerator", query))
                            .as(code)
                            .hasSameElementsAs(part);
                    if (whole.isEmpty()) {
                        assertThat(seen.getString(figure + "value")).as(code).isNull();
                        assertThat(seen.getString(figure + "words")).contains("分母为零");
                    } else {
                        assertThat(seen.getDouble(figure + "value"))
                                .isBetween(
                                        part.size() / (double) whole.size() - 0.00005001,
                                        part.size() / (double) whole.size() + 0.00005001);
                    }
                });
    }

    private static List<String> ids(List<Story> stories, Predicate<Story> which) {
        return stories.stream().filter(which).map(story -> story.id).toList();
    }

    /** All pages of five. */
    private static List<String> listed(Desk reader, String code, String part, String query) {
        List<String> ids = new ArrayList<>();
        String first = "/v1/agency-quality/" + code + "/leads?limit=5&part=" + part + "&" + query;
        String cursor = "";
        while (cursor != null) {
            JsonPath page =
                    reader.get(first + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            ids.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor");
        }
        assertThat(ids).as("no lead comes twice").doesNotHaveDuplicates();
        return ids;
    }

    @Test
    void anAgencySeesItselfAlone() {
        String instruction = instructs(agency);
        String lead = agency.submits(instruction, aFinding().numbered("Q-own-" + serial).make());
        String own = agency.who().organisation();
        agency.get("/v1/agency-quality?" + PERIOD)
                .body("agencies.agency", equalTo(List.of(own)))
                .body("total", nullValue());
        rival.get("/v1/agency-quality?" + PERIOD)
                .body("agencies.agency", equalTo(List.of(rival.who().organisation())))
                .body("agencies[0].figures.denominator.max()", equalTo(0));
        rival.get("/v1/agency-quality?" + PERIOD + "&agency=" + own).body("agencies", hasSize(0));
        String leads = "/v1/agency-quality/OVERDUE_RATE/leads?part=denominator&" + PERIOD;
        agency.get(leads).body("items.id", equalTo(List.of(lead)));
        for (String foreign : List.of("", "&agency=" + own, "&instructionId=" + instruction)) {
            rival.get(leads + foreign).statusCode(200).body("items", hasSize(0));
        }
        for (Desk outsider : List.of(HUANGPU, PLATFORM, POLICE, MERCHANT)) {
            outsider.get("/v1/agency-quality?" + PERIOD).statusCode(403);
            outsider.get(leads).statusCode(403);
        }
    }

    @Test
    void theCitySeesAllAgenciesAndTheirSum() {
        for (Desk desk : List.of(agency, rival)) {
            String instruction = instructs(desk);
            desk.submits(instruction, aFinding().numbered("Q-sum-" + serial).make());
        }
        JsonPath seen = CITY.get("/v1/agency-quality?" + PERIOD).extract().jsonPath();
        assertThat(seen.<String>getList("agencies.agency"))
                .contains(agency.who().organisation(), rival.who().organisation());
        List<Integer> each =
                seen.getList(
                        "agencies.figures.collect { it.find { it.code == 'OVERDUE_RATE' }.denominator }");
        assertThat(seen.getInt("total.find { it.code == 'OVERDUE_RATE' }.denominator"))
                .isEqualTo(each.stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void theDayOfSubmissionIsTheDayInShanghai() throws SQLException {
        String instruction = instructs(agency);
        String lead = agency.submits(instruction, aFinding().numbered("Q-day-" + serial).make());
        String day =
                "/v1/agency-quality/OVERDUE_RATE/leads?part=denominator&from=2026-04-20&to=2026-04-20";
        handedInAt(lead, "2026-04-19T16:00:00Z");
        agency.get(day).body("items.id", equalTo(List.of(lead)));
        handedInAt(lead, "2026-04-20T15:59:59.999999Z");
        agency.get(day).body("items.id", equalTo(List.of(lead)));
        handedInAt(lead, "2026-04-20T16:00:00Z");
        agency.get(day).body("items", hasSize(0));
    }

    private void handedInAt(String lead, String instant) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement(
                                "update lead set submitted_at = cast(? as timestamptz) where id = cast(? as uuid)")) {
            update.setString(1, instant);
            update.setString(2, lead);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void whatCannotBeAskedIsToldByItsName() {
        malformed("/v1/agency-quality?to=2026-04-30", "/from", "required");
        malformed("/v1/agency-quality?from=2026-04-30", "/to", "required");
        malformed("/v1/agency-quality?from=2026-04-31&to=2026-05-01", "/from", "malformed");
        malformed("/v1/agency-quality?from=2026-05-01&to=2026-04-30", "/to", "before-start");
        malformed(
                "/v1/agency-quality?" + PERIOD + "&instructionId=7", "/instructionId", "malformed");
        malformed("/v1/agency-quality/ACCURACY/leads?" + PERIOD, "/part", "required");
        malformed("/v1/agency-quality/ACCURACY/leads?part=half&" + PERIOD, "/part", "unknown-code");
        malformed(
                "/v1/agency-quality/ACCURACY/leads?part=numerator&cursor=x&" + PERIOD,
                "/cursor",
                "foreign-cursor");
        CITY.get("/v1/agency-quality/BEAUTY/leads?part=numerator&" + PERIOD).statusCode(404);
        CITY.get("/v1/agency-quality/ACCURACY/leads?part=numerator&from=2019-01-01&to=2019-12-31")
                .statusCode(404);
        agency.get(
                        "/v1/agency-quality?"
                                + PERIOD
                                + "&campaignId=01935a6e-0000-7000-8000-000000000001")
                .statusCode(400)
                .body("errors[0].code", equalTo("not-for-this-caller"));
    }

    private static void malformed(String path, String pointer, String code) {
        CITY.get(path)
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void theFormulasCanBeRead() {
        agency.get("/v1/quality-formulas")
                .body("items.find { it.code == 'ACCURACY' }.version", equalTo(1))
                .body("items.find { it.code == 'ACCURACY' }.status", equalTo("ASSUMPTION"))
                .body(
                        "items.find { it.code == 'ACCURACY' }.numerator.where[0].'in'",
                        equalTo(List.of("VIOLATION_CONFIRMED")));
    }
}
