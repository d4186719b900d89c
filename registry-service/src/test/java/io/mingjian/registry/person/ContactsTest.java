package io.mingjian.registry.person;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.Filing;
import io.mingjian.registry.ServiceTest;
import io.mingjian.registry.filer.SharedContacts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactsTest extends ServiceTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @Inject UnitOfWork units;
    @Inject Matching matching;
    @Inject ClusterCount count;
    @Inject SharedContacts shared;

    @Nested
    class Kept {
        @Test
        void whatAFilerGaveIsKeptOnceWithItsDays() {
            String phone = Filing.phone();
            String address = "上海市黄浦区豫园路" + phone + "号";
            filed(by("钱某", phone, address).receivedAt("2026-10-01T10:00:00+08:00"));
            String filer = filer(filed(by("钱某", phone, address)));
            assertThat(
                            texts(
                                    "select kind || ' ' || masked || ' ' || first_on || ' ' || (last_on > first_on)"
                                            + " from filer_contact where filer_id = '"
                                            + filer
                                            + "' order by kind"))
                    .containsExactly(
                            "ADDRESS 上海市黄浦区**** 2026-10-01 true",
                            "NAME 钱* 2026-10-01 true",
                            "PHONE "
                                    + phone.substring(0, 3)
                                    + "****"
                                    + phone.substring(7)
                                    + " 2026-10-01 true");
        }

        @Test
        void anAccountIsComparedSealedAndShownForAPurposeOnly() {
            String account = "hei" + Filing.phone();
            String one = filer(filed(withAccount(aComplaint(), "优购", account)));
            String other = filer(filed(withAccount(aComplaint(), " 优 购", account)));
            assertThat(
                            count(
                                    "select count(distinct key) from filer_contact where kind = 'ACCOUNT' and filer_id in ('"
                                            + one
                                            + "','"
                                            + other
                                            + "')"))
                    .isEqualTo(1);
            for (String table :
                    texts("select tablename from pg_tables where schemaname = 'public'")) {
                assertThat(
                                count(
                                        "select count(*) from "
                                                + table
                                                + " t where t::text like '%"
                                                + account
                                                + "%'"))
                        .as(table)
                        .isZero();
            }
            as(HUANGPU)
                    .body("{\"purpose\":\"核对平台账号\"}")
                    .post("/v1/filers/" + one + "/disclosure")
                    .then()
                    .body("identities.platformAccount.account", contains(account));
        }

        @Test
        void halfAnAccountAndAnAnonymousOneAreRefused() {
            file(CITY_INTAKE, withAccount(aComplaint(), null, "x"))
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/filer/platformAccount/platform"));
            file(CITY_INTAKE, withAccount(aReport().anonymous(), "优购", "x"))
                    .statusCode(422)
                    .body("errors.code", hasItem("anonymous-with-identity"));
        }
    }

    @Nested
    class Proposals {
        @Test
        void sameAddressAndNameAreProposedOnceWithTheReason() {
            String address = "上海市黄浦区方浜路" + Filing.phone() + "号";
            String one = filer(filed(by("赵某", Filing.phone(), address)));
            String filing = filed(by("赵某", Filing.phone(), address));
            propose(filing);
            propose(filing);
            String id =
                    proposals(one)
                            .body("items", hasSize(1))
                            .body("items[0].rule", equalTo("ADDRESS_AND_NAME"))
                            .body("items[0].ruleText", equalTo("通讯地址相同，且姓名相同"))
                            .body("items[0].documentsDiffer", equalTo(false))
                            .body("items[0].filers.filerId", contains(one, filer(filing)))
                            .extract()
                            .path("items[0].id");
            step(CITY_REVIEWER, "/v1/filer-merges/" + id, "dismissal", "{\"reasons\":\"父子同名\"}")
                    .statusCode(200);
            propose(filing);
            proposals(one).body("items", hasSize(0));
        }

        @Test
        void whatPeopleMergeIsNotProposedAnyMore() {
            String address = "上海市黄浦区方浜路" + Filing.phone() + "号";
            List<String> filings =
                    IntStream.range(0, 3)
                            .mapToObj(i -> filed(by("赵某", Filing.phone(), address)))
                            .toList();
            filings.forEach(ContactsTest.this::propose);
            String first = filer(filings.get(0));
            List<String> ids =
                    proposals(first).body("items", hasSize(2)).extract().path("items.id");
            for (String id : ids) {
                step(CITY_HEAD, "/v1/filer-merges/" + id, "confirmation", "{\"reasons\":\"笔迹相同\"}")
                        .statusCode(200)
                        .body("filers.personId", hasItem(first));
            }
            proposals(filer(filings.get(1))).body("items", hasSize(0));
        }

        @Test
        void twoDocumentsAreNotProposed() {
            String address = "上海市黄浦区方浜路" + Filing.phone() + "号";
            String one =
                    filer(filed(by("赵某", Filing.phone(), address).withId("310101199001010039")));
            propose(filed(by("赵某", Filing.phone(), address).withId("310101199001010055")));
            proposals(one).body("items", hasSize(0));
        }

        @Test
        void aHouseOfManyPeopleProposesNobody() {
            String address = "上海市黄浦区方浜路" + Filing.phone() + "号";
            List<String> filings =
                    IntStream.range(0, 13)
                            .mapToObj(i -> filed(by("赵" + i, Filing.phone(), address)))
                            .toList();
            propose(filings.get(12));
            proposals(filer(filings.get(12))).body("items", hasSize(0));
        }
    }

    @Nested
    class Sharing {
        @Test
        void personsAtOnePhoneAreCounted() {
            String phone = Filing.phone();
            String one = filer(filed(aReport().by("钱一", phone)));
            String two = filer(filed(aReport().by("钱二", phone)));
            String three = filer(filed(aReport().by("钱三", phone)));
            assertThat(personsPer(one)).isEqualTo(3);
            merge(one, two);
            assertThat(personsPer(one)).isEqualTo(2);
            assertThat(personsPer(three)).isEqualTo(2);
        }

        @Test
        void aClusterGoesOverPhonesAndAddressesAndSaysWhichJoinsWhom() {
            String phone = Filing.phone();
            String address = "上海市黄浦区福佑路" + phone + "号";
            String one = filer(filed(aReport().by("钱一", phone)));
            String two = filer(filed(by("钱二", phone, address)));
            String three = filer(filed(by("钱三", Filing.phone(), address).in("310115")));
            filed(aReport().by("钱四", Filing.phone()));
            as(CITY_REVIEWER)
                    .get("/v1/filers/" + one + "/cluster")
                    .then()
                    .statusCode(200)
                    .body("personId", equalTo(one))
                    .body("persons.filerId", contains(one, two, three))
                    .body("links.kind", contains("PHONE", "ADDRESS"))
                    .body("links[0].persons", containsInAnyOrder(one, two))
                    .body("links[1].contact", equalTo("上海市黄浦区****"))
                    .body("links[1].persons", containsInAnyOrder(two, three))
                    .body("cut", equalTo(false));
            as(HUANGPU)
                    .get("/v1/filers/" + one + "/cluster")
                    .then()
                    .body("persons.filerId", contains(one, two))
                    .body("elsewhere", equalTo(1))
                    .body("links[1].persons", contains(two))
                    .body("links[1].elsewhere", equalTo(1));
            assertThat(
                            texts(
                                    "select organisation from audit_entry where action = 'filer.look' and object_id = '"
                                            + one
                                            + "' order by seq"))
                    .containsExactly("samr-shanghai", "samr-huangpu");
            TestCaller jiading = TestCaller.district("jiading", "310114", HANDLER);
            as(jiading).get("/v1/filers/" + one + "/cluster").then().statusCode(404);
            as(TestCaller.police(HANDLER))
                    .get("/v1/filers/" + one + "/cluster")
                    .then()
                    .statusCode(404);
        }

        @Test
        void theLargestGroupsAreCountedForTheCity() {
            String phone = Filing.phone();
            List<String> filers =
                    IntStream.range(0, 8)
                            .mapToObj(i -> filer(filed(aReport().by("钱" + i, phone))))
                            .toList();
            count.count().await().atMost(LONG);
            String mine = "items.find { it.personId == '" + filers.get(0) + "' }.";
            as(CITY_REVIEWER)
                    .get("/v1/filer-clusters?limit=200")
                    .then()
                    .statusCode(200)
                    .body(mine + "persons", equalTo(8))
                    .body(mine + "contacts", equalTo(1))
                    .body(mine + "kinds", contains("PHONE"));
            as(HUANGPU).get("/v1/filer-clusters").then().statusCode(403);
        }
    }

    private int personsPer(String person) {
        return units.inSession(
                        () ->
                                shared.personsPer(
                                        Caller.machine("registry"), UUID.fromString(person)))
                .await()
                .atMost(LONG);
    }

    private void propose(String filing) {
        UUID submission =
                UUID.fromString(
                        texts(
                                        "select submission_id from queue_item where filing_id = '"
                                                + filing
                                                + "'")
                                .get(0));
        units.inTransaction(() -> matching.propose(Caller.machine("registry"), submission))
                .await()
                .atMost(LONG);
    }

    private static void merge(String one, String other) {
        as(CITY_REVIEWER)
                .body(
                        "{\"filerId\":\"%s\",\"otherFilerId\":\"%s\",\"reasons\":\"本人承认\"}"
                                .formatted(one, other))
                .post("/v1/filer-merges")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse proposals(String filer) {
        return as(CITY_REVIEWER)
                .get("/v1/filer-merges?state=PROPOSED&filer=" + filer)
                .then()
                .statusCode(200);
    }

    private static Filing by(String name, String phone, String address) {
        return aReport().by(name, phone).withFiler("address", address);
    }

    private static Filing withAccount(Filing filing, String platform, String account) {
        filing.json()
                .withObject("/filer/platformAccount")
                .put("platform", platform)
                .put("account", account);
        return filing;
    }

    private String filer(String filing) {
        return texts("select filer_id from queue_item where filing_id = '" + filing + "'").get(0);
    }
}
