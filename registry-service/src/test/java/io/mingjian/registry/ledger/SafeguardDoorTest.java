package io.mingjian.registry.ledger;

import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.mingjian.registry.Filing;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is set aside counts for nothing, and counts again when the safeguard is taken away. */
@QuarkusTest
class SafeguardDoorTest extends ServiceTest {
    private final String phone = Filing.phone();

    @Test
    void isSetAndTakenAwayWithReasonsAndThePersonIsJudgedAnew() {
        registered(aReport().by("甲某", phone));
        registered(aReport().by("甲某", phone));
        String third = registered(aReport().by("甲某", phone));
        assertThat(hints(third)).contains("SAME_OP_90D WATCH");
        String path = "/v1/filings/" + third;
        set(path, "\"0\"", "{\"setAside\":\"INSIDER\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/reasons"));
        set(path, "\"0\"", "{\"setAside\":\"FRIEND\",\"reasons\":\"x\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/setAside"));
        set(path, "\"0\"", "{\"setAside\":\"INSIDER\",\"reasons\":\"系该企业员工\"}")
                .statusCode(200)
                .body("counted", equalTo(false))
                .body("setAsideName", equalTo("内部知情人举报"));
        assertThat(hints(third)).doesNotContain("SAME_OP_90D WATCH");
        set(path, "\"0\"", "{\"reasons\":\"经核实并非员工\"}").statusCode(412);
        set(path, "\"2\"", "{\"reasons\":\"经核实并非员工\"}")
                .statusCode(200)
                .body("counted", equalTo(true));
        assertThat(hints(third)).contains("SAME_OP_90D WATCH");
        assertThat(
                        count(
                                "select count(*) from audit_entry where action = 'filing.safeguard' and object_id = '"
                                        + third
                                        + "'"))
                .isEqualTo(2);
    }

    @Test
    void isForTheBureauThatHasTheFiling() {
        String path = "/v1/filings/" + registered(aReport().by("甲某", phone));
        as(PUDONG).get(path + "/safeguard").then().statusCode(404);
        as(CITY_REVIEWER).get(path + "/safeguard").then().statusCode(200);
        as(CITY_REVIEWER)
                .header("If-Match", "\"0\"")
                .body("{\"setAside\":\"INSIDER\",\"reasons\":\"x\"}")
                .post(path + "/safeguard")
                .then()
                .statusCode(403);
        as(PLATFORM).get(path + "/safeguard").then().statusCode(403);
        String anonymous = filed(aReport().anonymous());
        as(HUANGPU).get("/v1/filings/" + anonymous + "/safeguard").then().statusCode(404);
    }

    private static ValidatableResponse set(String path, String etag, String body) {
        return as(HUANGPU).header("If-Match", etag).body(body).post(path + "/safeguard").then();
    }

    private List<String> hints(String filing) {
        return texts(
                "select criterion || ' ' || level from queue_hint where person_id ="
                        + " (select f.person_id from queue_item q join filer f on f.id = q.filer_id"
                        + " where q.filing_id = '"
                        + filing
                        + "')");
    }
}
