package io.mingjian.registry.listing;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.HEAD;
import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.Filing;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The same filing of somebody who is listed and of somebody who is not has the same history: the
 * same steps are open, the same answers come, the same clocks run, the place in the queue is the
 * same, and nothing ends by itself. Replay with {@code -Dmingjian.seed=…}.
 */
@QuarkusTest
class FairnessTest extends ServiceTest {
    private static final int HISTORIES = 12;
    private static final int LONGEST = 9;
    private static final List<TestCaller> OFFICERS =
            List.of(
                    TestCaller.huangpu(HANDLER, REVIEWER).named("huangpu.one"),
                    TestCaller.huangpu(HANDLER, HEAD).named("huangpu.two"),
                    TestCaller.huangpu(INTAKE, HEAD).named("huangpu.three"));

    /** What may differ between two filings of two people. */
    private static final List<String> OWN =
            List.of(
                    "id",
                    "registrationNo",
                    "externalNo",
                    "filerId",
                    "complainant",
                    "reporter",
                    "receivedAt",
                    "flags");

    private record Twin(String listed, String unlisted, String folder) {}

    @Test
    void aListingChangesNothingButWhatIsShown() {
        long seed = Long.getLong("mingjian.seed", 20260415L);
        for (int history = 0; history < HISTORIES; history++) {
            String replay = "history %d of -Dmingjian.seed=%d".formatted(history, seed);
            walk(new Random(seed + history), replay);
        }
    }

    private void walk(Random random, String replay) {
        Twin twin = twin(random);
        List<String> path = new ArrayList<>();
        requireAlike(twin, replay + " " + path);
        for (int i = 0; i < LONGEST; i++) {
            TestCaller officer = OFFICERS.get(random.nextInt(OFFICERS.size()));
            List<Map<String, Object>> forms =
                    page(officer, twin, twin.listed())
                            .map(found -> found.<Map<String, Object>>getList("forms"))
                            .orElse(List.of());
            if (!forms.isEmpty()) {
                Map<String, Object> form = forms.get(random.nextInt(forms.size()));
                long choices = random.nextLong();
                path.add(form.get("step") + " by " + officer);
                int first = take(officer, twin, twin.listed(), form, choices);
                int second = take(officer, twin, twin.unlisted(), form, choices);
                assertThat(first).as("%s %s", replay, path).isEqualTo(second);
                requireAlike(twin, replay + " " + path);
            }
        }
        assertThat(page(twin, twin.listed()).getList("steps.findAll { it.by == 'registry' }.step"))
                .as("%s %s: the machine routes, all else is done by people", replay, path)
                .isSubsetOf("ROUTE");
    }

    private Twin twin(Random random) {
        boolean complaint = random.nextBoolean();
        String listedPhone = Filing.phone();
        // Of the other kind, so that it is no earlier filing in the same matter.
        String first = filed(form(!complaint, "孙某", listedPhone));
        list(first, random);
        return new Twin(
                filed(form(complaint, "孙某", listedPhone)),
                filed(form(complaint, "李某", Filing.phone())),
                complaint ? "complaints" : "reports");
    }

    private static Filing form(boolean complaint, String name, String phone) {
        return (complaint ? aComplaint() : aReport()).in("310101").by(name, phone);
    }

    /** The filer of a filing is on the list, since some day, until some other one. */
    private void list(String filing, Random random) {
        String from = TODAY.minusDays(random.nextInt(300)).toString();
        String until = TODAY.plusDays(random.nextInt(300)).toString();
        change(
                """
                insert into abnormal_filer_entry (id, version, filer_id, filing_id, organisation, proposed_at, state,
                  clocks, grounds, entry_no, term, term_until, effective_from, effective_until)
                select '%s', 0, filer_id, filing_id, holder, '2026-01-01', 'LISTED', '{"running": []}',
                  '{"list": [{"criterion": "OFFICER", "version": 0, "level": "REVIEW", "inputs": {}, "explanation": "x", "status": "ASSUMPTION"}]}',
                  '%s', '{"from": "%s", "until": "%s", "stays": []}', '%s', '%s', '%s'
                from queue_item where filing_id = '%s'
                """
                        .formatted(
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                from,
                                until,
                                until,
                                from,
                                until,
                                filing));
    }

    private void requireAlike(Twin twin, String replay) {
        for (TestCaller officer : OFFICERS) {
            assertThat(shown(officer, twin, twin.listed()))
                    .as("%s, as %s", replay, officer)
                    .isEqualTo(shown(officer, twin, twin.unlisted()));
        }
        assertThat(page(twin, twin.listed()).getList("flags.code"))
                .as("%s: the flags are shown", replay)
                .hasSize(Flag.values().length);
        assertThat(page(twin, twin.unlisted()).getList("flags")).as(replay).isEmpty();
        assertThat(line(twin.listed()))
                .as("%s: the place in the queue", replay)
                .isEqualTo(line(twin.unlisted()));
    }

    private Map<String, Object> shown(TestCaller officer, Twin twin, String filing) {
        return page(officer, twin, filing)
                .map(found -> found.<String, Object>getMap(""))
                .map(
                        found -> {
                            Map<String, Object> page = new HashMap<>(found);
                            OWN.forEach(page::remove);
                            withoutTimes(page);
                            return page;
                        })
                .orElse(new HashMap<>());
    }

    /** Moments differ by how fast the test is; their order does not. */
    private static void withoutTimes(Map<String, Object> page) {
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> steps = (List<Map<String, Object>>) page.get("steps");
        page.put(
                "steps",
                steps.stream()
                        .map(step -> step.get("step") + " " + step.get("to") + " " + step.get("by"))
                        .toList());
    }

    /** The page; empty once the filing has gone to a bureau that the officer does not work at. */
    private static Optional<JsonPath> page(TestCaller officer, Twin twin, String filing) {
        Response answer = as(officer).get("/v1/" + twin.folder() + "/" + filing);
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        return Optional.of(answer.then().statusCode(200).extract().jsonPath());
    }

    /** The same as the city, which sees all. */
    private static JsonPath page(Twin twin, String filing) {
        return page(CITY_REVIEWER, twin, filing).orElseThrow();
    }

    /** By what the queue is sorted and narrowed, as it is stored. */
    private List<String> line(String filing) {
        return texts(
                "select concat_ws('|', state, open, holder, district_code, due_on, due_provisional, due_basis, level, claimed_by)"
                        + " from queue_item where filing_id = '"
                        + filing
                        + "'");
    }

    private static int take(
            TestCaller officer, Twin twin, String filing, Map<String, Object> form, long choices) {
        String path = "/v1/" + twin.folder() + "/" + filing;
        Response before = as(officer).get(path);
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> fields = (List<Map<String, Object>>) form.get("fields");
        return as(officer)
                .header("If-Match", before.header("ETag"))
                .body(filled(fields == null ? List.of() : fields, new Random(choices)))
                .post(path + "/" + form.get("path"))
                .statusCode();
    }

    private static Map<String, Object> filled(List<Map<String, Object>> fields, Random random) {
        Map<String, Object> body = new HashMap<>();
        for (Map<String, Object> field : fields) {
            fill(body, field, random);
        }
        return body;
    }

    @SuppressWarnings("unchecked")
    private static void fill(Map<String, Object> body, Map<String, Object> field, Random random) {
        List<Map<String, Object>> choices =
                (List<Map<String, Object>>) field.getOrDefault("choices", List.of());
        Map<String, Object> chosen =
                choices.isEmpty() ? Map.of() : choices.get(random.nextInt(choices.size()));
        String code = (String) chosen.getOrDefault("code", "");
        body.put(
                (String) field.get("name"),
                switch ((String) field.get("kind")) {
                    case "TEXTS" -> List.of("甲", "乙");
                    case "SOME_OF" -> List.of(code);
                    case "ONE_OF" -> code;
                    case "GROUND" -> Integer.valueOf(code);
                    case "YES_NO" -> Boolean.valueOf(code);
                    case "DATE" -> TODAY.toString();
                    case "DATE_TIME" -> TODAY.plusDays(3) + "T09:00:00+08:00";
                    case "YUAN" -> 12.5;
                    case "FILING" -> "019a0000-0000-7000-8000-000000000001";
                    case "GROUP" -> filled((List<Map<String, Object>>) field.get("fields"), random);
                    default -> "已核对";
                });
        for (Map<String, Object> more :
                (List<Map<String, Object>>) chosen.getOrDefault("fields", List.of())) {
            fill(body, more, random);
        }
    }
}
