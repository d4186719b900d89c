package io.mingjian.monitoring;

import io.mingjian.kit.testing.OpenApiDocument;
import io.mingjian.kit.testing.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class OpenApiDocumentTest {
    @Test
    void theCheckedInDescriptionIsTheServicesOwnAndKeepsItsPromises() throws IOException {
        OpenApiDocument.check(
                "monitoring",
                RestAssured.given()
                        .get("/q/openapi?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}
