package io.mingjian.gateway.door;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.mingjian.gateway.testing.Upstream;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Upstream.class)
class InsidePathsTest {
    @Test
    void whoReachesTheProcessSeesItsHealth() {
        given().get("/q/health/live").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/metrics", "/q/../q/metrics", "/%71/metrics"})
    void whatAnIngressPassesOnFindsNothingThere(String path) {
        given().urlEncodingEnabled(false)
                .header("X-Forwarded-For", "203.0.113.7")
                .get(path)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:mingjian:problem:not-found"));
    }
}
