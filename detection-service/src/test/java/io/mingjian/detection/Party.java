package io.mingjian.detection;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.mingjian.kit.testing.TestCaller;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;

/** Somebody who uploads evidence and looks at it, through the doors and with a token. */
public record Party(TestCaller caller) {
    private static final Duration LONG = Duration.ofSeconds(30);

    public RequestSpecification asks() {
        return given().header("Authorization", caller.bearer());
    }

    public Response sends(byte[] body) {
        return asks().contentType("application/octet-stream").body(body).post("/v1/evidence");
    }

    /** Uploads a picture that is taken. */
    public UUID uploads(byte[] picture) {
        return UUID.fromString(
                sends(picture).then().statusCode(201).extract().jsonPath().getString("id"));
    }

    public Response looksAt(UUID evidence) {
        return asks().get("/v1/evidence/" + evidence);
    }

    public Response looksAt(UUID evidence, String part) {
        return asks().get("/v1/evidence/" + evidence + part);
    }

    public boolean sees(UUID evidence) {
        return looksAt(evidence).statusCode() == 200;
    }

    /** Waits until an indication with at least this revision is there. */
    public JsonPath analysis(UUID evidence, int revision) {
        await().atMost(LONG)
                .until(
                        () -> {
                            JsonPath json = looksAt(evidence, "/analysis").jsonPath();
                            return json.getInt("revision") >= revision;
                        });
        return looksAt(evidence, "/analysis").jsonPath();
    }

    public JsonPath analysis(UUID evidence) {
        return analysis(evidence, 1);
    }

    public JsonPath custody(UUID evidence) {
        return looksAt(evidence, "/custody").then().statusCode(200).extract().jsonPath();
    }
}
