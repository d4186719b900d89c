package io.mingjian.registry.person;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.HEAD;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aReport;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.Filing;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergeDoorTest extends ServiceTest {
    private static final TestCaller REVIEWER_OF_HUANGPU =
            TestCaller.huangpu(REVIEWER).named("huangpu.reviewer");
    private static final TestCaller REVIEWER_OF_PUDONG =
            TestCaller.pudong(REVIEWER).named("pudong.reviewer");

    @Nested
    class Merging {
        @Test
        void twoFilersBecomeTheOlderOneAndEverythingSaysWhy() {
            String one = newFiler();
            String other = newFiler();
            String merge =
                    merge(CITY_REVIEWER, other, one)
                            .statusCode(201)
                            .header("ETag", equalTo("\"0\""))
                            .body("state", equalTo("ACTIVE"))
                            .body("rule", equalTo("BY_HAND"))
                            .body("filers.filerId", contains(one, other))
                            .body("filers.personId", contains(one, one))
                            .body("openSteps", contains("SEPARATE"))
                            .body("steps.name", contains("合并"))
                            .body("steps[0].reasons", equalTo("两次留下同一笔迹"))
                            .extract()
                            .path("id");
            assertThat(person(other)).isEqualTo(one);
            await().untilAsserted(
                            () ->
                                    assertThat(announced(merge))
                                            .singleElement()
                                            .asString()
                                            .contains("filer.merged.v1")
                                            .contains("\"personId\": \"" + one + "\"")
                                            .contains("\"otherPersonId\": \"" + other + "\""));
            assertThat(
                            texts(
                                    "select purpose from audit_entry where action = 'filer-merge.merge' and object_id = '"
                                            + merge
                                            + "'"))
                    .containsExactly("两次留下同一笔迹");
        }

        @Test
        void separatingGivesBackWhatWas() {
            String one = newFiler();
            String other = newFiler();
            String merge = merge(CITY_REVIEWER, one, other).extract().path("id");
            step(CITY_HEAD, "/v1/filer-merges/" + merge, "separation", reasons("身份证号码不同"))
                    .statusCode(200)
                    .body("state", equalTo("UNDONE"))
                    .body("filers.personId", contains(one, other))
                    .body("openSteps", equalTo(null))
                    .body("steps.name", contains("合并", "拆分"));
            assertThat(person(one)).isEqualTo(one);
            assertThat(person(other)).isEqualTo(other);
            await().untilAsserted(
                            () ->
                                    assertThat(announced(merge))
                                            .hasSize(2)
                                            .last()
                                            .asString()
                                            .contains("filer.unmerged.v1")
                                            .contains("\"otherPersonId\": \"" + other + "\""));
            merge(CITY_REVIEWER, one, other).statusCode(201).body("state", equalTo("ACTIVE"));
        }

        @Test
        void aCircleIsRefusedAndChangesNothing() {
            String one = newFiler();
            String two = newFiler();
            String three = newFiler();
            merge(CITY_REVIEWER, one, two).statusCode(201);
            merge(CITY_REVIEWER, two, three).statusCode(201);
            long before = count("select count(*) from filer_merge");
            merge(CITY_REVIEWER, three, one)
                    .statusCode(409)
                    .body("code", equalTo("same-person"))
                    .body("detail", equalTo("这两个投诉举报人已经是同一人，不需要再合并。"));
            assertThat(count("select count(*) from filer_merge")).isEqualTo(before);
        }

        @Test
        void theSameKeyMergesOnce() {
            String body = body(newFiler(), newFiler());
            String key = UUID.randomUUID().toString();
            List<String> ids =
                    IntStream.range(0, 2)
                            .mapToObj(
                                    i ->
                                            as(CITY_REVIEWER)
                                                    .header("Idempotency-Key", key)
                                                    .body(body)
                                                    .post("/v1/filer-merges")
                                                    .then()
                                                    .statusCode(201)
                                                    .extract()
                                                    .<String>path("id"))
                            .toList();
            assertThat(ids.get(0)).isEqualTo(ids.get(1));
        }

        @Test
        void manyAtOnceLeaveNoCircle() {
            List<String> filers = IntStream.range(0, 6).mapToObj(i -> newFiler()).toList();
            List<Integer> answers =
                    IntStream.range(0, 6)
                            .parallel()
                            .mapToObj(
                                    i ->
                                            merge(
                                                            CITY_REVIEWER,
                                                            filers.get(i),
                                                            filers.get((i + 1) % 6))
                                                    .extract()
                                                    .statusCode())
                            .toList();
            assertThat(answers).containsOnlyOnce(409).filteredOn(each -> each == 201).hasSize(5);
            assertThat(filers.stream().map(MergeDoorTest.this::person).distinct())
                    .containsExactly(filers.get(0));
        }
    }

    @Nested
    class Refusals {
        @Test
        void allFaultsOfAFormAreNamed() {
            merge(CITY_REVIEWER, "", "nobody")
                    .statusCode(422)
                    .body("errors.pointer", contains("/filerId", "/otherFilerId"));
            String one = newFiler();
            merge(CITY_REVIEWER, one, one)
                    .statusCode(422)
                    .body("errors.code", contains("same-filer"));
            merge(CITY_REVIEWER, one, UUID.randomUUID().toString())
                    .statusCode(422)
                    .body("errors.pointer", contains("/otherFilerId"));
        }

        @Test
        void nothingIsDecidedWithoutReasonsOrAtAnOldVersion() {
            String one = newFiler();
            String other = newFiler();
            as(CITY_REVIEWER)
                    .body("{\"filerId\":\"%s\",\"otherFilerId\":\"%s\"}".formatted(one, other))
                    .post("/v1/filer-merges")
                    .then()
                    .statusCode(422);
            assertThat(person(other)).isEqualTo(other);
            String path =
                    "/v1/filer-merges/" + merge(CITY_REVIEWER, one, other).extract().path("id");
            as(CITY_REVIEWER).body(reasons("错了")).post(path + "/separation").then().statusCode(428);
            as(CITY_REVIEWER)
                    .header("If-Match", "\"7\"")
                    .body(reasons("错了"))
                    .post(path + "/separation")
                    .then()
                    .statusCode(412);
            step(CITY_REVIEWER, path, "dismissal", reasons("错了")).statusCode(409);
            step(CITY_REVIEWER, path, "separation", "{}").statusCode(422);
            assertThat(person(other)).isEqualTo(one);
        }

        @Test
        void handlersLookAndDoNotDecide() {
            String one = newFiler();
            String other = newFiler();
            merge(HUANGPU, one, other).statusCode(403);
            String id = merge(REVIEWER_OF_HUANGPU, one, other).statusCode(201).extract().path("id");
            as(HUANGPU).get("/v1/filer-merges/" + id).then().statusCode(200);
            step(HUANGPU, "/v1/filer-merges/" + id, "separation", reasons("错了")).statusCode(403);
        }

        @Test
        void aDistrictKnowsThoseWhoFiledWithIt() {
            String here = newFiler();
            String there = filer(filed(aReport().in("310115")));
            merge(REVIEWER_OF_HUANGPU, here, there)
                    .statusCode(422)
                    .body("errors.pointer", contains("/otherFilerId"));
            String id = merge(CITY_REVIEWER, here, there).statusCode(201).extract().path("id");
            as(REVIEWER_OF_PUDONG).get("/v1/filer-merges/" + id).then().statusCode(200);
            as(REVIEWER_OF_PUDONG)
                    .get("/v1/filer-merges?limit=200")
                    .then()
                    .body("items.id", hasItem(id));
            TestCaller jiading = TestCaller.district("jiading", "310114", HANDLER, HEAD);
            as(jiading).get("/v1/filer-merges/" + id).then().statusCode(404);
            as(jiading).get("/v1/filer-merges?limit=200").then().body("items.id", not(hasItem(id)));
            as(jiading).get("/v1/filer-merges?filer=" + here).then().statusCode(404);
            as(TestCaller.police(HANDLER)).get("/v1/filer-merges/" + id).then().statusCode(404);
            as(TestCaller.police(HANDLER))
                    .get("/v1/filer-merges")
                    .then()
                    .body("items.size()", equalTo(0));
        }
    }

    /**
     * Whatever is merged and separated in whatever order, a filer's person is the oldest of those
     * that active merges join, counted anew; and a separation right after a merge changes nothing.
     */
    @Test
    void personsAreAlwaysTheComponentsOfActiveMerges() {
        long seed = Long.getLong("mingjian.seed", 20260415L);
        System.out.println("merges and separations: -Dmingjian.seed=" + seed);
        Random random = new Random(seed);
        List<String> filers = IntStream.range(0, 10).mapToObj(i -> newFiler()).toList();
        List<String> active = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            Map<String, String> before = persons(filers);
            boolean merging = active.isEmpty() || random.nextInt(5) < 3;
            if (merging) {
                int one = random.nextInt(filers.size());
                int other = (one + 1 + random.nextInt(filers.size() - 1)) % filers.size();
                boolean isOne = before.get(filers.get(one)).equals(before.get(filers.get(other)));
                ValidatableResponse answer =
                        merge(CITY_REVIEWER, filers.get(one), filers.get(other))
                                .statusCode(isOne ? 409 : 201);
                if (!isOne) {
                    String id = answer.extract().path("id");
                    if (random.nextInt(4) == 0) {
                        separate(id);
                        assertThat(persons(filers)).as("seed " + seed).isEqualTo(before);
                    } else {
                        active.add(id);
                    }
                }
            } else {
                separate(active.remove(random.nextInt(active.size())));
            }
            assertThat(persons(filers))
                    .as("seed %d, step %d", seed, i)
                    .isEqualTo(countedAnew(filers));
        }
    }

    private Map<String, String> countedAnew(List<String> filers) {
        Map<String, Set<String>> beside = new HashMap<>();
        filers.forEach(filer -> beside.put(filer, new HashSet<>()));
        for (String edge :
                texts(
                        "select filer_id || ' ' || other_id from filer_merge where state = 'ACTIVE' and filer_id in "
                                + list(filers))) {
            String[] two = edge.split(" ");
            beside.get(two[0]).add(two[1]);
            beside.get(two[1]).add(two[0]);
        }
        Map<String, String> persons = new HashMap<>();
        ComponentsTest.searched(beside)
                .forEach(
                        part ->
                                part.forEach(
                                        filer -> persons.put(filer, new TreeSet<>(part).first())));
        return persons;
    }

    private Map<String, String> persons(List<String> filers) {
        return texts("select id || ' ' || person_id from filer where id in " + list(filers))
                .stream()
                .map(each -> each.split(" "))
                .collect(toMap(each -> each[0], each -> each[1]));
    }

    private static String list(List<String> ids) {
        return ids.stream().collect(Collectors.joining("','", "('", "')"));
    }

    private void separate(String merge) {
        step(CITY_REVIEWER, "/v1/filer-merges/" + merge, "separation", reasons("不是同一人"))
                .statusCode(200);
    }

    private String person(String filer) {
        return texts("select person_id from filer where id = '" + filer + "'").get(0);
    }

    private static ValidatableResponse merge(TestCaller caller, String one, String other) {
        return as(caller).body(body(one, other)).post("/v1/filer-merges").then();
    }

    private static String body(String one, String other) {
        return "{\"filerId\":\"%s\",\"otherFilerId\":\"%s\",\"reasons\":\"两次留下同一笔迹\"}"
                .formatted(one, other);
    }

    private static String reasons(String text) {
        return "{\"reasons\":\"" + text + "\"}";
    }

    private String newFiler() {
        return filer(filed(aComplaint().by("孙某", Filing.phone())));
    }

    private String filer(String filing) {
        return texts("select filer_id from queue_item where filing_id = '" + filing + "'").get(0);
    }
}
