package io.mingjian.registry.intake;

import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aMixedFiling;
import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.registry.Filing;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Agents, joint complainants and what an officer is told when a filing enters. */
@QuarkusTest
class PersonsOfAFormTest extends ServiceTest {
    private final UUID original = UUID.randomUUID();

    @Test
    void theAgentIsMaskedBesideThePower() {
        String path = "/v1/complaints/" + filed(aComplaint().byAgent(original));
        as(HUANGPU)
                .get(path)
                .then()
                .statusCode(200)
                .body("agent.identity.name", equalTo("赵**"))
                .body("agent.identity.idNumber", equalTo("110105********002X"))
                .body("agent.powerOfAttorney.validTo", equalTo("2026-11-30"))
                .body("evidence.evidenceId", contains(original.toString()))
                .body("handlerOfficer", equalTo("city.intake"));
    }

    @Test
    void theAgentOfAReporterIsShownWithTheReport() {
        String path = "/v1/reports/" + filed(aReport().byAgent(original));
        as(HUANGPU).get(path).then().body("agent.identity.name", equalTo("赵**"));
    }

    @Test
    void ofAMixedFilingTheComplaintsSideSeesOfTheAgentWhatMediationNeeds() {
        String path = "/v1/complaints/" + filed(aMixedFiling().byAgent(original));
        as(HUANGPU)
                .get(path)
                .then()
                .body("agent.identity.name", equalTo("赵**"))
                .body("agent.identity.idNumber", nullValue());
    }

    @Test
    void jointComplainantsAreFilersOfTheirOwnAndShownMasked() {
        String phone = Filing.phone();
        String id = filed(aComplaint().togetherWith("李四", phone));
        String alone = filed(aComplaint().by("李四", phone));
        as(HUANGPU)
                .get("/v1/complaints/" + id)
                .then()
                .body("joint.complainants", equalTo(2))
                .body("joint.representatives", contains(0))
                .body("joint.others.name", contains("李*"));
        assertThat(
                        texts(
                                "select p.filer_id = a.filer_id from filer_party p, complaint c, complaint a"
                                        + " where p.submission_id = c.submission_id and c.id = '"
                                        + id
                                        + "' and a.id = '"
                                        + alone
                                        + "'"))
                .containsExactly("t");
    }

    @Test
    void whoSeemsToBeAnotherOfThemIsRemarkedAndEntered() {
        String shared = Filing.phone();
        filed(aComplaint().by("王小明", shared).withId("310101199001010012"));
        Filing filing = aComplaint().by("王小明", shared).togetherWith("王晓明", Filing.phone());
        filing.json()
                .withObject("/jointComplainants/0")
                .put("idType", "RESIDENT_ID")
                .put("idNumber", "310101199001010012");
        file(CITY_INTAKE, filing)
                .statusCode(201)
                .body("warnings.code", hasItem("same-person-known"));
    }

    @Test
    void inClearTheyAreShownForAPurposeOnly() {
        String phone = Filing.phone();
        String id = filed(aComplaint().togetherWith("欧阳锋", phone).byAgent(original));
        String filer = as(HUANGPU).get("/v1/complaints/" + id).then().extract().path("filerId");
        as(HUANGPU)
                .body("{\"purpose\":\"联系代表人参加调解\"}")
                .post("/v1/filers/" + filer + "/disclosure")
                .then()
                .statusCode(200)
                .body("identities", hasSize(1))
                .body("parties.role", contains("JOINT_COMPLAINANT", "AGENT"))
                .body("parties[0].identity.name", equalTo("欧阳锋"))
                .body("parties[0].identity.phone", equalTo(phone))
                .body("parties[1].identity.idNumber", equalTo("11010519491231002X"));
        as(PUDONG)
                .body("{\"purpose\":\"联系代表人参加调解\"}")
                .post("/v1/filers/" + filer + "/disclosure")
                .then()
                .statusCode(404);
        as(CITY_AUDITOR)
                .get("/v1/audit/entries?objectId=" + filer)
                .then()
                .body("link.action", hasItem("filer.disclose"));
    }

    @Test
    void nothingOfThemIsReadableInAnyTable() {
        String phone = Filing.phone();
        String email = "x" + phone + "@example.cn";
        filed(
                aComplaint()
                        .withFiler("email", email)
                        .togetherWith("令狐冲" + phone.substring(7), phone)
                        .byAgent(original));
        for (String table : texts("select tablename from pg_tables where schemaname = 'public'")) {
            for (String secret : List.of(phone, email, "令狐冲" + phone.substring(7))) {
                assertThat(
                                count(
                                        "select count(*) from "
                                                + table
                                                + " t where t::text like '%"
                                                + secret
                                                + "%'"))
                        .as(table + " holds " + secret)
                        .isZero();
            }
        }
    }

    @Test
    void aNumberThatCameBeforeIsNamedWithItsRegistration() {
        String number = "N" + UUID.randomUUID();
        String first =
                file(CITY_INTAKE, aReport().channel("HOTLINE", number))
                        .extract()
                        .path("filings[0].registrationNo");
        file(CITY_INTAKE, aReport().channel("HOTLINE", number))
                .statusCode(409)
                .body("detail", containsString(first));
    }

    @Test
    void theSameMatterAgainIsRemarkedAndEntered() {
        String phone = Filing.phone();
        String first =
                file(CITY_INTAKE, aComplaint().by("王小明", phone))
                        .body("warnings", empty())
                        .extract()
                        .path("filings[0].registrationNo");
        file(CITY_INTAKE, aComplaint().by("王小明", phone))
                .statusCode(201)
                .body("warnings.code", contains("same-matter"))
                .body("warnings[0].zh", containsString(first));
        file(CITY_INTAKE, aComplaint().by("王小明", phone).at("/disputeFacts", "content", "另一件事"))
                .statusCode(201)
                .body("warnings", empty());
    }

    @Test
    void theFirstReceiverKeepsItAndTheOthersAreNamed() {
        file(
                        HUANGPU_INTAKE,
                        aReport()
                                .advertisedBy("INTERNET", "310104", "310101", null)
                                .channel("WINDOW", null))
                .statusCode(201)
                .body("filings[0].holder", equalTo("samr-huangpu"))
                .body("filings[0].alternatives.districtName", contains("徐汇区"))
                .body("filings[0].placeExplanation", containsString("先收到"));
    }
}
