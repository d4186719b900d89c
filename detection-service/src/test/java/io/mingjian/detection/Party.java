package io.mingjian.detection;

import static io.mingjian.kit.testing.Patience.await;
import static io.restassured.RestAssured.given;

import io.mingjian.kit.testing.TestCaller;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who uploads evidence and looks at it, through the doors and with a token. */
public record Party(TestCaller caller) {
    private static final Duration LONG = Duration.ofSeconds(60);

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

    /**
     * Puts pieces together as those of one matter.
     *
     * @param kind of the matter: CLAIM or FILING
     */
    public Response putsTogether(String kind, String reference, List<UUID> pieces) {
        return asks().contentType("application/json")
                .body(
                        Map.of(
                                "subjectKind", kind,
                                "reference", reference,
                                "evidenceIds", pieces))
                .post("/v1/evidence-sets");
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

    /** The first that tells of a copy; numbers of revisions also grow with the rules. */
    public JsonPath analysisBeside(UUID evidence, UUID copy) {
        await().atMost(LONG)
                .until(
                        () ->
                                looksAt(evidence, "/analysis")
                                        .jsonPath()
                                        .getList("reuse.visible.evidenceId", String.class),
                        told -> told != null && told.contains(copy.toString()));
        return looksAt(evidence, "/analysis").jsonPath();
    }

    /** Takes back what this party, or another of its office, confirmed of a piece. */
    public void withdraws(UUID evidence, JsonPath outcome) {
        asks().contentType("application/json")
                .header("If-Match", "\"" + outcome.getInt("version") + "\"")
                .body(Map.of("reasons", "复核后认为依据不足"))
                .post(
                        "/v1/evidence/%s/outcomes/%s/withdrawal"
                                .formatted(evidence, outcome.getString("id")))
                .then()
                .statusCode(200);
    }

    public JsonPath custody(UUID evidence) {
        return looksAt(evidence, "/custody").then().statusCode(200).extract().jsonPath();
    }
}
