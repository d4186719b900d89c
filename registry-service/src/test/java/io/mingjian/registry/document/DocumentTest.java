package io.mingjian.registry.document;

import static io.mingjian.registry.Filing.aComplaint;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.mingjian.contracts.Role;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.Filing;
import io.mingjian.registry.ServiceTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** What tests of notices share: how one comes about, and how it is found. */
abstract class DocumentTest extends ServiceTest {
    static final TestCaller HUANGPU_REVIEWER =
            TestCaller.huangpu(Role.REVIEWER).named("huangpu.reviewer");
    static final String SERVED =
            "{\"method\":\"DIRECT\",\"servedOn\":\"2026-11-24\",\"recipient\":\"本人签收\",\"proof\":\"送达回证\"}";

    void update(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** A complaint that was accepted: a notice to each side. */
    static String accepted(Filing filing) {
        String id = filed(filing);
        step(HUANGPU, "/v1/complaints/" + id, "acceptance", "{\"reasons\":\"符合受理条件\"}")
                .statusCode(200);
        return id;
    }

    static String accepted() {
        return accepted(aComplaint());
    }

    /** The path of the one notice of this kind to this addressee. */
    static String notice(String complaint, String kind, String addressee) {
        String id =
                listed(complaint)
                        .extract()
                        .path(
                                "items.find { it.kind == '%s' && it.addressee == '%s' && !it.withdrawn }.id"
                                        .formatted(kind, addressee));
        if (id == null) {
            throw new AssertionError("no " + kind + " to " + addressee);
        }
        return "/v1/documents/" + id;
    }

    static ValidatableResponse listed(String complaint) {
        return listed("COMPLAINT", complaint);
    }

    static ValidatableResponse listed(String filingKind, String id) {
        return as(HUANGPU)
                .get("/v1/documents?filingKind=" + filingKind + "&filingId=" + id)
                .then()
                .statusCode(200);
    }

    static byte[] file(TestCaller caller, String path, String format) {
        return as(caller)
                .get(path + "/file?format=" + format)
                .then()
                .statusCode(200)
                .header("Document-SM3", notNullValue())
                .header("Cache-Control", equalTo("private, no-store"))
                .extract()
                .asByteArray();
    }

    static List<String> lines(String path) {
        return as(HUANGPU).get(path).then().statusCode(200).extract().path("lines");
    }

    /** Kind and addressee of every notice, in order. */
    static List<String> kinds(String complaint) {
        List<Map<String, Object>> items = listed(complaint).extract().path("items");
        return items.stream().map(each -> each.get("kind") + "/" + each.get("addressee")).toList();
    }
}
