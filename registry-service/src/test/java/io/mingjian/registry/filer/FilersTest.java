package io.mingjian.registry.filer;

import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aMixedFiling;
import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.contracts.Role;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.Filing;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FilersTest extends ServiceTest {
    @Nested
    class Resolution {
        @Test
        void onePhoneUnderEverySpellingIsOnePerson() {
            String phone = Filing.phone();
            String first = filer(filed(aComplaint().by("孙某", phone)));
            String second =
                    filer(
                            filed(
                                    aComplaint()
                                            .by(
                                                    "孙某",
                                                    "+86 "
                                                            + phone.substring(0, 3)
                                                            + " "
                                                            + phone.substring(3))));
            assertThat(second).isEqualTo(first);
        }

        @Test
        void aDocumentFindsThePersonUnderAnotherPhone() {
            String id = residentId();
            assertThat(filer(filed(aComplaint().by("孙某", Filing.phone()).withId(id))))
                    .isEqualTo(filer(filed(aComplaint().by("孙某", Filing.phone()).withId(id))));
        }

        @Test
        void twoDocumentsOnOnePhoneAreTwoPersons() {
            String phone = Filing.phone();
            assertThat(filer(filed(aComplaint().by("孙某", phone).withId(residentId()))))
                    .isNotEqualTo(filer(filed(aComplaint().by("李某", phone).withId(residentId()))));
        }

        @Test
        void twoNamesOnOnePhoneAreTwoPersons() {
            String phone = Filing.phone();
            String first = filer(filed(aComplaint().by("孙某", phone)));
            String second = filer(filed(aComplaint().by("李某", phone)));
            assertThat(second).isNotEqualTo(first);
            assertThat(filer(filed(aReport().by("李 某", phone)))).isEqualTo(second);
        }

        @Test
        void bothPartsOfAMixedFilingAreOnePersonsSingleSubmission() {
            List<String> parts = file(CITY_INTAKE, aMixedFiling()).extract().path("filings.id");
            assertThat(filer(parts.get(0))).isEqualTo(filer(parts.get(1)));
            assertThat(
                            count(
                                    "select count(*) from filer_statement where filer_id = '"
                                            + filer(parts.get(0))
                                            + "'"))
                    .isEqualTo(1);
        }

        @Test
        void manyAtOnceBecomeOnePerson() {
            String phone = Filing.phone();
            String id = residentId();
            List<String> filings =
                    IntStream.range(0, 16)
                            .parallel()
                            .mapToObj(
                                    i ->
                                            filed(
                                                    i % 2 == 0
                                                            ? aComplaint().by("孙某", phone)
                                                            : aReport().by("孙某", phone).withId(id)))
                            .toList();
            assertThat(filings.stream().map(FilersTest.this::filer).distinct()).hasSize(1);
        }
    }

    @Nested
    class AtRest {
        @Test
        void nothingOfAnIdentityIsReadableInAnyTable() {
            String phone = Filing.phone();
            String number = residentId();
            String name = "令狐冲" + phone.substring(7);
            String address = "上海市黄浦区隐居路" + phone + "号";
            String key = UUID.randomUUID().toString();
            as(CITY_INTAKE)
                    .header("Idempotency-Key", key)
                    .body(
                            aMixedFiling()
                                    .by(name, phone)
                                    .withId(number)
                                    .withFiler("address", address)
                                    .toString())
                    .post("/v1/filings")
                    .then()
                    .statusCode(201);
            List<String> tables =
                    texts("select tablename from pg_tables where schemaname = 'public'");
            assertThat(tables)
                    .contains(
                            "filer_statement",
                            "outbox",
                            "idempotency",
                            "audit_entry",
                            "queue_item");
            for (String table : tables) {
                for (String secret : List.of(phone, number, name, address)) {
                    assertThat(
                                    count(
                                            "select count(*) from "
                                                    + table
                                                    + " t where t::text like '%"
                                                    + secret
                                                    + "%'"
                                                    + " or t::text like '%"
                                                    + hex(secret)
                                                    + "%'"))
                            .as(table)
                            .isZero();
                }
            }
        }

        private String hex(String secret) {
            return HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Nested
    class Disclosure {
        @Test
        void showsTheIdentityToWhoHandlesItAndWritesDownWhy() {
            String phone = Filing.phone();
            String filer = filer(filed(aComplaint().by("任我行", phone)));
            as(HUANGPU)
                    .body("{\"purpose\":\"电话核实争议事实\"}")
                    .post("/v1/filers/" + filer + "/disclosure")
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .body("identities.name", contains("任我行"))
                    .body("identities.phone", contains(phone));
            as(CITY_AUDITOR)
                    .get("/v1/audit/entries?objectId=" + filer)
                    .then()
                    .body("link.action", contains("filer.disclose"))
                    .body("link.purpose", hasItem("电话核实争议事实"))
                    .body("link.subject", contains("sub-huangpu.handler"));
        }

        @Test
        void showsOnlyWhatWasGivenWithTheBureausOwnFilings() {
            String phone = Filing.phone();
            String id = residentId();
            String filer = filer(filed(aComplaint().by("任我行", phone).withId(id)));
            filed(
                    aReport()
                            .in("310119")
                            .by("任盈盈", phone)
                            .withId(id)
                            .withFiler("address", "上海市浦东新区黑木崖1号"));
            disclosed(HUANGPU, filer).body("identities.name", contains("任我行"));
            disclosed(PUDONG, filer)
                    .body("identities.name", contains("任盈盈"))
                    .body("identities.address", contains("上海市浦东新区黑木崖1号"));
        }

        @Test
        void showsTheComplaintPartOfAMixedFilingWhatMediationNeeds() {
            String phone = Filing.phone();
            String number = residentId();
            List<String> parts =
                    file(CITY_INTAKE, aMixedFiling().by("任我行", phone).withId(number))
                            .extract()
                            .path("filings.id");
            String filer = filer(parts.get(0));
            disclosed(HUANGPU, filer).body("identities.idNumber", contains(number));
            String report = "/v1/reports/" + parts.get(1);
            step(HUANGPU, report, "return", "{\"reasons\":\"违法行为发生在浦东\"}").statusCode(200);
            step(CITY_INTAKE, report, "routing", "{\"districtCode\":\"310119\",\"reasons\":\"x\"}")
                    .statusCode(200);
            disclosed(HUANGPU, filer)
                    .body("identities.name", contains("任我行"))
                    .body("identities.phone", contains(phone))
                    .body("identities[0].idType", nullValue())
                    .body("identities[0].idNumber", nullValue())
                    .body("identities[0].address", nullValue());
            disclosed(PUDONG, filer).body("identities.idNumber", contains(number));
        }

        private ValidatableResponse disclosed(TestCaller officer, String filer) {
            return as(officer)
                    .body("{\"purpose\":\"电话核实情况\"}")
                    .post("/v1/filers/" + filer + "/disclosure")
                    .then()
                    .statusCode(200);
        }

        @Test
        void isClosedToWhoHandlesNoneOfTheFilings() {
            String path = "/v1/filers/" + filer(filed(aComplaint())) + "/disclosure";
            String body = "{\"purpose\":\"想看一看\"}";
            as(PUDONG).body(body).post(path).then().statusCode(404).body("identities", nullValue());
            as(CITY_REVIEWER).body(body).post(path).then().statusCode(404);
            as(TestCaller.police(Role.HANDLER)).body(body).post(path).then().statusCode(404);
            as(TestCaller.huangpu(Role.INTAKE)).body(body).post(path).then().statusCode(403);
            as(CITY_AUDITOR).body(body).post(path).then().statusCode(403);
        }

        @Test
        void needsAPurpose() {
            String path = "/v1/filers/" + filer(filed(aComplaint())) + "/disclosure";
            as(HUANGPU)
                    .body("{}")
                    .post(path)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/purpose"));
            as(HUANGPU).body("{\"purpose\":\" \"}").post(path).then().statusCode(422);
        }
    }

    private String filer(String filing) {
        return texts("select filer_id from queue_item where filing_id = '" + filing + "'").get(0);
    }

    /** A synthetic number with a right check digit that no other test has. */
    private static String residentId() {
        String seventeen = "310101" + "19900101" + Filing.phone().substring(8);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = IntStream.range(0, 17).map(i -> weights[i] * (seventeen.charAt(i) - '0')).sum();
        return seventeen + "10X98765432".charAt(sum % 11);
    }
}
