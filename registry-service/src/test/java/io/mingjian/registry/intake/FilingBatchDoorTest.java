package io.mingjian.registry.intake;

import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aMixedFiling;
import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.Filing;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FilingBatchDoorTest extends ServiceTest {
    @Test
    void eachFormIsAnsweredOnItsOwn() {
        String number = "N" + UUID.randomUUID();
        String first =
                file(CITY_INTAKE, aComplaint().channel("HOTLINE", number))
                        .extract()
                        .path("filings[0].registrationNo");
        send(
                        CITY_INTAKE,
                        null,
                        aMixedFiling(),
                        aComplaint().withFiler("phone", "1").in("999999"),
                        aComplaint().channel("HOTLINE", number),
                        aReport().anonymous())
                .statusCode(207)
                .body("entered", equalTo(2))
                .body("refused", equalTo(2))
                .body("items.index", contains(0, 1, 2, 3))
                .body("items.status", contains(201, 422, 409, 201))
                .body("items[0].registered.filings.kind", contains("COMPLAINT", "REPORT"))
                .body("items[0].problem", nullValue())
                .body("items[1].registered", nullValue())
                .body(
                        "items[1].problem.errors.pointer",
                        contains("/items/1/filer/phone", "/items/1/respondent/districtCode"))
                .body("items[2].problem.type", equalTo("urn:mingjian:problem:conflict"))
                .body("items[2].problem.detail", containsString(first))
                .body("items[3].registered.filings[0].registrationNo", notNullValue());
    }

    @Test
    void twiceTheSameNumberInOneBatchEntersOnce() {
        String number = "N" + UUID.randomUUID();
        send(
                        CITY_INTAKE,
                        null,
                        aComplaint().channel("HOTLINE", number),
                        aComplaint().channel("HOTLINE", number))
                .statusCode(207)
                .body("items.status", contains(201, 409));
    }

    @Test
    void theSameKeyGetsTheSameAnswerAndEntersNothingTwice() {
        String key = UUID.randomUUID().toString();
        Filing[] batch = {aComplaint(), aReport().withFiler("phone", "x")};
        String first = send(CITY_INTAKE, key, batch).statusCode(207).extract().asString();
        String second = send(CITY_INTAKE, key, batch).statusCode(207).extract().asString();
        assertThat(second).isEqualTo(first);
        send(CITY_INTAKE, key, batch[0])
                .statusCode(422)
                .body("type", equalTo("urn:mingjian:problem:idempotency-key-reuse"));
    }

    @Test
    void aHundredEnterAndOneMoreIsRefusedWhole() {
        send(CITY_INTAKE, null, many(100)).statusCode(207).body("entered", equalTo(100));
        long before = count("select count(*) from submission");
        send(CITY_INTAKE, null, many(101))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/items"))
                .body("errors[0].code", equalTo("too-many"));
        assertThat(count("select count(*) from submission")).isEqualTo(before);
        send(CITY_INTAKE, null).statusCode(422).body("errors", hasSize(1));
    }

    @Test
    void aFieldThatNobodyKnowsIsNamedWithItsForm() {
        send(CITY_INTAKE, null, aComplaint(), aComplaint().with("colour", "red"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/items/1/colour"));
    }

    @Test
    void onlyThoseWhoMayEnterOneMayEnterMany() {
        send(PLATFORM, null, aComplaint().channel("PLATFORM_API", "C" + UUID.randomUUID()))
                .statusCode(207)
                .body("entered", equalTo(1));
        send(HUANGPU, null, aComplaint()).statusCode(403);
    }

    private static Filing[] many(int number) {
        return IntStream.range(0, number).mapToObj(i -> aComplaint()).toArray(Filing[]::new);
    }

    private static ValidatableResponse send(TestCaller caller, String key, Filing... items) {
        String body =
                Arrays.stream(items)
                        .map(Filing::toString)
                        .collect(Collectors.joining(",", "{\"items\":[", "]}"));
        var request = as(caller).body(body);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post("/v1/filing-batches")
                .then();
    }
}
