package io.mingjian.registry.listing;

import static io.mingjian.contracts.Role.HEAD;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.Filing;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EntryDoorTest extends ServiceTest {
    private static final String ENTRIES = "/v1/abnormal-filer-entries";
    private static final String RECHECKS = "/v1/rechecks";
    private static final TestCaller HUANGPU_HEAD =
            TestCaller.huangpu(HEAD, REVIEWER).named("huangpu.head");
    private static final String REASONS = "{\"reasons\":\"已核对材料\"}";

    @Nested
    class AnOfficer {
        @Test
        void proposesTheFilerOfAFilingOfHisOwnBureau() {
            String filing = filed(aComplaint().in("310101"));
            String path = proposed(filing);
            as(HUANGPU)
                    .get(path)
                    .then()
                    .body("state", equalTo("CANDIDATE"))
                    .body("grounds[0].criterion", equalTo("OFFICER"))
                    .body("grounds[0].explanation", equalTo("多次以同一照片索赔"))
                    .body("filingId", equalTo(filing))
                    .body("due.term", equalTo("15WD"));
            propose(PUDONG, filing, "多次以同一照片索赔")
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/filingId"))
                    .body("errors[0].code", equalTo("unknown-filing"));
            propose(HUANGPU, filed(aReport().anonymous().in("310101")), "x").statusCode(422);
            propose(HUANGPU, "no-id", " ").statusCode(422).body("errors", hasSize(1));
        }

        @Test
        void addsToTheCandidateThatThePersonHas() {
            String phone = Filing.phone();
            String path = proposed(filed(aComplaint().in("310101").by("钱某", phone)));
            String again =
                    propose(HUANGPU, filed(aComplaint().in("310101").by("钱某", phone)), "又一次")
                            .statusCode(201)
                            .extract()
                            .header("Location");
            assertThat(again).endsWith(path);
            as(HUANGPU).get(path).then().body("grounds.explanation", hasItems("多次以同一照片索赔", "又一次"));
        }

        @Test
        void getsTheSameAnswerForTheSameKey() {
            String body =
                    "{\"filingId\":\"%s\",\"reasons\":\"x\"}"
                            .formatted(filed(aComplaint().in("310101")));
            String key = UUID.randomUUID().toString();
            String first =
                    as(HUANGPU)
                            .header("Idempotency-Key", key)
                            .body(body)
                            .post(ENTRIES)
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");
            String second =
                    as(HUANGPU)
                            .header("Idempotency-Key", key)
                            .body(body)
                            .post(ENTRIES)
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");
            assertThat(second).isEqualTo(first);
        }
    }

    @Nested
    class Nobody {
        @Test
        void isListedBeforeHeCouldSpeak() {
            String path = noticed();
            proposeListing(path, TODAY.plusYears(1).toString())
                    .statusCode(409)
                    .body("code", equalTo("not-heard"));
            as(HUANGPU)
                    .get(path)
                    .then()
                    .body("clocks.limit", hasItems("DEFENCE", "HEARING_REQUEST", "DECISION"))
                    .body("facts[0].rights", containsString("5个工作日内进行陈述、申辩"))
                    .body("facts[0].documentNo", containsString("名告〔2026〕"));
            step(HUANGPU, path, "defence", defence(false)).statusCode(200);
            proposeListing(path, TODAY.plusYears(1).toString()).statusCode(409);
            step(HUANGPU, path, "defence", defence(true)).statusCode(200);
            proposeListing(path, TODAY.plusYears(1).toString()).statusCode(200);
        }

        @Test
        void isListedWithoutANotice() {
            String path = proposed(filed(aComplaint().in("310101")));
            step(HUANGPU, path, "review", REASONS)
                    .statusCode(200)
                    .body("openSteps", not(hasItem("PROPOSE_LISTING")));
            proposeListing(path, TODAY.plusYears(1).toString())
                    .statusCode(409)
                    .body("code", equalTo("not-noticed"));
        }

        @Test
        void isListedByOnePersonAlone() {
            String path = noticed();
            step(HUANGPU, path, "defence", defence(true)).statusCode(200);
            step(HUANGPU_HEAD, path, "decision", REASONS)
                    .statusCode(409)
                    .body("code", equalTo("nothing-proposed"));
            step(HUANGPU_HEAD, path, "listing-proposal", listing(TODAY.plusYears(1).toString()))
                    .statusCode(200);
            step(HUANGPU_HEAD, path, "decision", REASONS).statusCode(403);
            step(HUANGPU, path, "decision", REASONS).statusCode(403);
            step(CITY_HEAD, path, "decision", "{\"reasons\":\" \"}").statusCode(422);
            step(CITY_HEAD, path, "decision", REASONS)
                    .statusCode(200)
                    .body("state", equalTo("LISTED"))
                    .body("entryNo", containsString("名列〔2026〕"))
                    .body("effective", equalTo(true))
                    .body("term.from", equalTo(TODAY.toString()))
                    .body("pending", nullValue());
        }

        @Test
        void isListedLongerThanTheLongestTerm() {
            String path = noticed();
            step(HUANGPU, path, "defence", defence(true)).statusCode(200);
            proposeListing(path, TODAY.plusMonths(36).toString())
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/until"));
            proposeListing(path, TODAY.toString()).statusCode(422);
            step(HUANGPU, path, "listing-proposal", "{\"resolution\":\"LIST\",\"reasons\":\"x\"}")
                    .statusCode(422);
            step(HUANGPU, path, "listing-proposal", "{\"resolution\":\"REVOKE\",\"reasons\":\"x\"}")
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/resolution"));
            proposeListing(path, TODAY.plusMonths(36).minusDays(1).toString()).statusCode(200);
        }
    }

    @Nested
    class TheSecondPerson {
        @Test
        void mayGiveTheProposalBackWithReasons() {
            String path = noticed();
            step(HUANGPU, path, "defence", defence(true)).statusCode(200);
            proposeListing(path, TODAY.plusYears(1).toString())
                    .statusCode(200)
                    .body("pending.resolution", equalTo("LIST"))
                    .body("pending.by", equalTo("huangpu.handler"))
                    .body("openSteps", not(hasItem("PROPOSE_LISTING")));
            proposeListing(path, TODAY.plusYears(2).toString())
                    .statusCode(409)
                    .body("code", equalTo("proposed-already"));
            step(HUANGPU_HEAD, path, "return", "{\"reasons\":\"期限过长\"}")
                    .statusCode(200)
                    .body("state", equalTo("DEFENCE_RECEIVED"))
                    .body("pending", nullValue())
                    .body("steps.name", hasItem("退回决定建议"));
            step(
                            HUANGPU,
                            path,
                            "listing-proposal",
                            "{\"resolution\":\"NOT_LIST\",\"reasons\":\"申辩成立\"}")
                    .statusCode(200);
            step(HUANGPU_HEAD, path, "decision", REASONS)
                    .statusCode(200)
                    .body("state", equalTo("NOT_LISTED"))
                    .body("clocks", hasSize(0))
                    .body("term", nullValue());
        }
    }

    @Nested
    class AHearing {
        @Test
        void isToldSevenDaysBeforeAndEndsTheWaiting() {
            String path = noticed();
            step(HUANGPU, path, "hearing-request", received())
                    .statusCode(200)
                    .body("state", equalTo("HEARING_REQUESTED"))
                    .body("clocks.limit", not(hasItem("DECISION")));
            step(
                            HUANGPU,
                            path,
                            "hearing-appointment",
                            appointment(TODAY.plusDays(6) + "T09:00:00+08:00"))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/time"));
            step(
                            HUANGPU,
                            path,
                            "hearing-appointment",
                            appointment(TODAY.plusDays(7) + "T09:00:00+08:00"))
                    .statusCode(200);
            step(HUANGPU, path, "hearing", "{\"heldOn\":\"%s\",\"record\":\"x\"}".formatted(TODAY))
                    .statusCode(422);
            step(HUANGPU, path, "hearing-withdrawal", REASONS)
                    .statusCode(200)
                    .body("state", equalTo("DEFENCE_RECEIVED"))
                    .body("clocks.limit", hasItem("DECISION"));
        }
    }

    @Nested
    class AnObjection {
        @Test
        void keepsTheEffectUnlessItIsStayed() {
            String path = listed();
            step(HUANGPU, path, "objection", application())
                    .statusCode(200)
                    .body("state", equalTo("OBJECTION_RAISED"))
                    .body("effective", equalTo(true))
                    .body("due.term", equalTo("2WD"));
            step(HUANGPU_HEAD, path, "stay", REASONS)
                    .statusCode(200)
                    .body("effective", equalTo(false))
                    .body("term.stayed", equalTo(true))
                    .body("openSteps", not(hasItem("STAY")));
            step(HUANGPU_HEAD, path, "stay", REASONS).statusCode(409);
            step(HUANGPU, path, "objection-acceptance", "{}")
                    .statusCode(200)
                    .body("due.term", equalTo("7WD"));
            step(HUANGPU_HEAD, path, "prolongation", REASONS)
                    .statusCode(200)
                    .body("due.term", equalTo("17WD"));
            step(HUANGPU_HEAD, path, "prolongation", REASONS)
                    .statusCode(409)
                    .body("code", equalTo("not-prolongable"));
            step(HUANGPU, path, "objection-proposal", resolution("REFUSE_OBJECTION"))
                    .statusCode(200);
            step(HUANGPU_HEAD, path, "decision", REASONS)
                    .statusCode(200)
                    .body("state", equalTo("LISTED"))
                    .body("effective", equalTo(true))
                    .body("clocks", hasSize(0));
        }

        @Test
        void thatIsRightTakesTheListingBack() {
            String path = listed();
            step(HUANGPU, path, "objection", application()).statusCode(200);
            step(HUANGPU, path, "objection-acceptance", "{}").statusCode(200);
            step(HUANGPU, path, "objection-proposal", resolution("UPHOLD_OBJECTION"))
                    .statusCode(200);
            step(HUANGPU_HEAD, path, "decision", REASONS)
                    .statusCode(200)
                    .body("state", equalTo("REVOKED"))
                    .body("effective", equalTo(false))
                    .body("facts.fact", hasItem("REVOKED"))
                    .body("due.limit", equalTo("CORRECTION"));
            await().untilAsserted(
                            () ->
                                    assertThat(announced(id(path)))
                                            .anyMatch(text -> text.contains("listing.noticed.v1"))
                                            .anyMatch(text -> text.contains("listing.listed.v1"))
                                            .anyMatch(text -> text.contains("listing.objected.v1"))
                                            .anyMatch(text -> text.contains("listing.revoked.v1")));
        }

        @Test
        void goesOnWhenTheTermRunsOutAndEndsExpired() {
            String path = listed();
            step(HUANGPU, path, "objection", application()).statusCode(200);
            runOut(path);
            await().until(
                            () ->
                                    as(HUANGPU)
                                            .get(path)
                                            .then()
                                            .extract()
                                            .path(
                                                    "facts.fact.findAll { it == 'TERM_PASSED' }.size()")
                                            .equals(1));
            as(HUANGPU)
                    .get(path)
                    .then()
                    .body("state", equalTo("OBJECTION_RAISED"))
                    .body("effective", equalTo(false));
            step(HUANGPU_HEAD, path, "stay", REASONS).statusCode(409);
            step(HUANGPU, path, "objection-acceptance", "{}").statusCode(200);
            step(HUANGPU, path, "objection-proposal", resolution("REFUSE_OBJECTION"))
                    .statusCode(200);
            step(HUANGPU_HEAD, path, "decision", REASONS)
                    .statusCode(200)
                    .body("state", equalTo("EXPIRED"));
            await().untilAsserted(
                            () ->
                                    assertThat(
                                                    announced(id(path)).stream()
                                                            .filter(
                                                                    text ->
                                                                            text.contains(
                                                                                    "listing.expired.v1")))
                                            .hasSize(1));
        }

        @Test
        void canStillBeRightAfterTheTerm() {
            String path = listed();
            step(HUANGPU, path, "objection", application()).statusCode(200);
            step(HUANGPU, path, "objection-acceptance", "{}").statusCode(200);
            step(HUANGPU, path, "objection-proposal", resolution("UPHOLD_OBJECTION"))
                    .statusCode(200);
            runOut(path);
            await().until(
                            () ->
                                    as(HUANGPU)
                                            .get(path)
                                            .then()
                                            .extract()
                                            .path(
                                                    "facts.fact.findAll { it == 'TERM_PASSED' }.size()")
                                            .equals(1));
            step(HUANGPU_HEAD, path, "decision", REASONS)
                    .statusCode(200)
                    .body("state", equalTo("REVOKED"));
        }
    }

    @Nested
    class ATerm {
        @Test
        void runsOutByItself() {
            String path = listed();
            runOut(path);
            await().until(
                            () ->
                                    as(HUANGPU)
                                            .get(path)
                                            .then()
                                            .extract()
                                            .path("state")
                                            .equals("EXPIRED"));
            step(HUANGPU, path, "revocation-proposal", "{\"cause\":\"COURT\",\"reasons\":\"x\"}")
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/documentNo"));
            step(
                            HUANGPU,
                            path,
                            "remedy",
                            "{\"remedy\":\"SUIT\",\"stage\":\"OVERTURNED\",\"body\":\"上海铁路运输法院\",\"documentNo\":\"（2026）沪71行初1号\",\"reasons\":\"收到判决\"}")
                    .statusCode(200);
            step(
                            HUANGPU,
                            path,
                            "revocation-proposal",
                            "{\"cause\":\"COURT\",\"documentNo\":\"（2026）沪71行初1号\",\"reasons\":\"x\"}")
                    .statusCode(200);
            step(HUANGPU_HEAD, path, "decision", REASONS)
                    .statusCode(200)
                    .body("state", equalTo("REVOKED"));
            step(HUANGPU, path, "archiving", "{}")
                    .statusCode(200)
                    .body("state", equalTo("ARCHIVED"));
        }

        @Test
        void growsByNewConductUpToThreeYears() {
            String path = listed();
            String basis = ",\"basis\":\"沪公（黄）行罚决字〔2026〕1号\",\"reasons\":\"x\"}";
            step(
                            HUANGPU,
                            path,
                            "extension-proposal",
                            "{\"until\":\"%s\"".formatted(TODAY.plusMonths(36)) + basis)
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/until"));
            step(
                            HUANGPU,
                            path,
                            "extension-proposal",
                            "{\"until\":\"%s\"".formatted(TODAY.plusMonths(6)) + basis)
                    .statusCode(422);
            step(
                            HUANGPU,
                            path,
                            "extension-proposal",
                            "{\"until\":\"%s\"".formatted(TODAY.plusMonths(24)) + basis)
                    .statusCode(200);
            step(HUANGPU_HEAD, path, "decision", REASONS)
                    .statusCode(200)
                    .body("term.until", equalTo(TODAY.plusMonths(24).toString()))
                    .body("facts.fact", hasItem("EXTENDED"));
        }

        @Test
        void endsEarlyByRemoval() {
            String path = listed();
            step(HUANGPU, path, "removal-application", application()).statusCode(200);
            step(HUANGPU, path, "removal-acceptance", "{}").statusCode(200);
            step(HUANGPU, path, "removal-proposal", resolution("REMOVE")).statusCode(200);
            step(HUANGPU_HEAD, path, "decision", REASONS)
                    .statusCode(200)
                    .body("state", equalTo("REMOVED"))
                    .body("term.endedOn", equalTo(TODAY.toString()))
                    .body("effective", equalTo(false));
        }
    }

    @Nested
    class ARevocation {
        @Test
        void namesWhatWasHandledUnderTheListingAndNothingElse() {
            String phone = Filing.phone();
            String path = listed(phone);
            String handled = filed(aComplaint().in("310101").by("王某", phone));
            String untouched = filed(aComplaint().in("310101").by("王某", phone));
            String elsewhere = filed(aReport().in("310115").by("王某", phone));
            step(HUANGPU, "/v1/complaints/" + handled, "acceptance", REASONS).statusCode(200);
            step(PUDONG, "/v1/reports/" + elsewhere, "verification", "{}").statusCode(200);
            step(
                            HUANGPU,
                            path,
                            "revocation-proposal",
                            "{\"cause\":\"OWN_ERROR\",\"reasons\":\"认定有误\"}")
                    .statusCode(200);
            step(HUANGPU_HEAD, path, "decision", REASONS)
                    .statusCode(200)
                    .body("state", equalTo("REVOKED"));
            List<String> named =
                    as(CITY_REVIEWER)
                            .get(RECHECKS + "?entryId=" + id(path))
                            .then()
                            .statusCode(200)
                            .extract()
                            .path("items.filingId");
            assertThat(named).contains(handled, elsewhere).doesNotContain(untouched);
            as(HUANGPU)
                    .get(RECHECKS + "?entryId=" + id(path))
                    .then()
                    .body("items.filingId", hasItem(handled))
                    .body("items.filingId", not(hasItem(elsewhere)));
            as(HUANGPU)
                    .get("/v1/complaints/" + handled)
                    .then()
                    .body("rechecks.cause", hasItem("列入名录已撤销"))
                    .body("flags", hasSize(0));
            step(HUANGPU, path, "archiving", "{}")
                    .statusCode(409)
                    .body("code", equalTo("rechecks-open"));
            String mine =
                    RECHECKS
                            + "/"
                            + as(HUANGPU)
                                    .get(RECHECKS + "?entryId=" + id(path))
                                    .then()
                                    .extract()
                                    .<String>path(
                                            "items.find { it.filingId == '" + handled + "' }.id");
            as(PUDONG).get(mine).then().statusCode(404);
            step(PUDONG, mine, "result", "{\"result\":\"UNAFFECTED\",\"reasons\":\"x\"}")
                    .statusCode(404);
            step(CITY_REVIEWER, mine, "result", "{\"result\":\"UNAFFECTED\",\"reasons\":\"x\"}")
                    .statusCode(403);
            step(HUANGPU, mine, "result", "{\"reasons\":\"x\"}")
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/result"));
            step(HUANGPU, mine, "result", "{\"result\":\"UNAFFECTED\",\"reasons\":\" \"}")
                    .statusCode(422);
            step(HUANGPU, mine, "result", "{\"result\":\"UNAFFECTED\",\"reasons\":\"受理与列入无关\"}")
                    .statusCode(200)
                    .body("resultName", equalTo("处理未受列入影响"))
                    .body("mine", equalTo(false));
            step(HUANGPU, mine, "result", "{\"result\":\"CORRECTED\",\"reasons\":\"x\"}")
                    .statusCode(409);
        }
    }

    @Nested
    class APersonTakenApart {
        @Test
        void isListedWithOneHalfOnlyAndTheOtherIsLookedAtAgain() {
            String phone = Filing.phone();
            String path = listed(phone);
            String listedFiler = as(HUANGPU).get(path).then().extract().path("filerId");
            String other = filed(aComplaint().in("310101").by("赵某", Filing.phone()));
            String otherFiler =
                    as(HUANGPU).get("/v1/complaints/" + other).then().extract().path("filerId");
            as(HUANGPU).get("/v1/complaints/" + other).then().body("flags", hasSize(0));
            String merge =
                    as(HUANGPU_HEAD)
                            .body(
                                    "{\"filerId\":\"%s\",\"otherFilerId\":\"%s\",\"reasons\":\"同一人\"}"
                                            .formatted(listedFiler, otherFiler))
                            .post("/v1/filer-merges")
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");
            as(HUANGPU)
                    .get("/v1/complaints/" + other)
                    .then()
                    .body("flags.code", hasItem("STRICT_ACCEPTANCE_REVIEW"));
            step(HUANGPU, "/v1/complaints/" + other, "acceptance", REASONS).statusCode(200);
            step(HUANGPU_HEAD, "/v1/filer-merges/" + merge, "separation", "{\"reasons\":\"并非同一人\"}")
                    .statusCode(200);
            as(HUANGPU).get("/v1/complaints/" + other).then().body("flags", hasSize(0));
            await().until(
                            () ->
                                    announced(listedFiler).stream()
                                                    .anyMatch(
                                                            text ->
                                                                    text.contains(
                                                                            "filer.unmerged.v1"))
                                            || announced(otherFiler).stream()
                                                    .anyMatch(
                                                            text ->
                                                                    text.contains(
                                                                            "filer.unmerged.v1")));
            java.util.stream.Stream.concat(
                            announced(listedFiler).stream(), announced(otherFiler).stream())
                    .filter(text -> text.contains("filer.unmerged.v1"))
                    .limit(1)
                    .forEach(this::relay);
            await().untilAsserted(
                            () ->
                                    as(HUANGPU)
                                            .get(path)
                                            .then()
                                            .body("state", equalTo("LISTED"))
                                            .body("facts.fact", hasItem("PERSON_DIVIDED")));
            as(HUANGPU)
                    .get(RECHECKS + "?entryId=" + id(path))
                    .then()
                    .body("items.filingId", hasItem(other))
                    .body("items.cause", hasItem("PERSON_DIVIDED"));
        }

        private void relay(String message) {
            deliver(message);
        }
    }

    @Nested
    class TheList {
        @Test
        void isFilteredByEffect() {
            String listed = listed();
            String candidate = proposed(filed(aComplaint().in("310101")));
            List<String> effective =
                    as(HUANGPU)
                            .get(ENTRIES + "?limit=200&effectiveOn=" + TODAY)
                            .then()
                            .statusCode(200)
                            .body("items.entryNo", hasItem(notNullValue()))
                            .extract()
                            .path("items.id");
            assertThat(effective).contains(id(listed)).doesNotContain(id(candidate));
            as(PUDONG).get(listed).then().statusCode(404);
            as(PUDONG)
                    .get(ENTRIES + "?limit=200")
                    .then()
                    .body("items.id", not(hasItem(id(listed))));
        }
    }

    private static ValidatableResponse propose(TestCaller caller, String filing, String reasons) {
        return as(caller)
                .body("{\"filingId\":\"%s\",\"reasons\":\"%s\"}".formatted(filing, reasons))
                .post(ENTRIES)
                .then();
    }

    private static String proposed(String filing) {
        String id = propose(HUANGPU, filing, "多次以同一照片索赔").statusCode(201).extract().path("id");
        return ENTRIES + "/" + id;
    }

    private static String noticed() {
        return noticed(Filing.phone());
    }

    private static String noticed(String phone) {
        String path = proposed(filed(aComplaint().in("310101").by("王某", phone)));
        step(HUANGPU, path, "review", REASONS).statusCode(200);
        step(
                        HUANGPU,
                        path,
                        "notice",
                        "{\"facts\":\"三次以同一照片索赔\",\"servedOn\":\"%s\",\"method\":\"DIRECT\",\"reasons\":\"已核对\"}"
                                .formatted(TODAY))
                .statusCode(200)
                .body("state", equalTo("NOTICED"));
        return path;
    }

    private static String listed() {
        return listed(Filing.phone());
    }

    private static String listed(String phone) {
        String path = noticed(phone);
        step(HUANGPU, path, "defence", defence(true)).statusCode(200);
        proposeListing(path, TODAY.plusMonths(12).toString()).statusCode(200);
        step(HUANGPU_HEAD, path, "decision", REASONS)
                .statusCode(200)
                .body("state", equalTo("LISTED"));
        return path;
    }

    private static ValidatableResponse proposeListing(String path, String until) {
        return step(HUANGPU, path, "listing-proposal", listing(until));
    }

    private static String listing(String until) {
        return "{\"resolution\":\"LIST\",\"until\":\"%s\",\"reasons\":\"事实清楚\"}".formatted(until);
    }

    private static String resolution(String code) {
        return "{\"resolution\":\"%s\",\"reasons\":\"已审查\"}".formatted(code);
    }

    private static String defence(boolean waives) {
        return "{\"receivedOn\":\"%s\",\"statement\":\"照片是同一批货物\",\"waivesFurther\":%s}"
                .formatted(TODAY, waives);
    }

    private static String received() {
        return "{\"receivedOn\":\"%s\"}".formatted(TODAY);
    }

    private static String application() {
        return "{\"receivedOn\":\"%s\",\"content\":\"认定有误\"}".formatted(TODAY);
    }

    private static String appointment(String time) {
        return "{\"time\":\"%s\",\"place\":\"区局会议室\",\"chair\":\"法制科李某\"}".formatted(time);
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Its last day was yesterday. */
    private void runOut(String path) {
        String term =
                "jsonb_set(jsonb_set(term, '{from}', '\"%s\"'), '{until}', '\"%s\"')"
                        .formatted(TODAY.minusYears(1), TODAY.minusDays(1));
        change(
                "update abnormal_filer_entry set term = %s, term_until = '%s', effective_from = '%s', effective_until = '%s' where id = '%s'"
                        .formatted(
                                term,
                                TODAY.minusDays(1),
                                TODAY.minusYears(1),
                                TODAY.minusDays(1),
                                id(path)));
    }
}
