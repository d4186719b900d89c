package io.mingjian.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.kit.testing.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class OpenApiTest {
    @Test
    void everyOperationIsNamedAndDescribedInChineseAndEnglish() {
        Map<String, Map<String, Object>> paths =
                RestAssured.given().get("/q/openapi?format=json").jsonPath().getMap("paths");
        List<String> wanting = new ArrayList<>();
        paths.entrySet().stream()
                .filter(
                        path ->
                                path.getKey()
                                        .matches(
                                                "/v1/(instructions|leads|assignments|agencies|violation-types).*"))
                .forEach(
                        path ->
                                path.getValue().values().stream()
                                        .filter(Map.class::isInstance)
                                        .map(operation -> (Map<?, ?>) operation)
                                        .filter(
                                                operation ->
                                                        operation.get("operationId") == null
                                                                || !String.valueOf(
                                                                                operation.get(
                                                                                        "summary"))
                                                                        .matches(
                                                                                ".*\\p{IsHan}.* / [A-Z].*"))
                                        .forEach(
                                                operation ->
                                                        wanting.add(
                                                                path.getKey()
                                                                        + " "
                                                                        + operation.get(
                                                                                "operationId"))));
        assertThat(wanting).isEmpty();
        assertThat(paths)
                .containsKeys("/v1/instructions", "/v1/leads/{leadId}/disposal", "/v1/assignments");
    }

    @Test
    void healthAndMetricsAreServed() {
        RestAssured.given().get("/q/health/ready").then().statusCode(200);
        assertThat(RestAssured.given().get("/q/metrics").asString())
                .contains("mingjian_outbox_failed_batches");
    }
}
