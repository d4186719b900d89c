package io.mingjian.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.gateway.identity.Operations;
import io.mingjian.gateway.openapi.Description.State;
import io.mingjian.gateway.upstream.Service;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MergeTest {
    private static final JsonObject REGISTRY =
            new JsonObject(
                    """
            {"openapi": "3.1.0",
             "tags": [{"name": "filings", "description": "d"}],
             "paths": {
               "/v1/filings": {"post": {
                 "operationId": "register", "tags": ["filings"], "security": [{"SecurityScheme": []}],
                 "requestBody": {"content": {"application/json": {
                   "schema": {"$ref": "#/components/schemas/Filing"},
                   "example": {"$ref": "#/components/schemas/Filing", "operationId": "x"}}}},
                 "responses": {
                   "201": {"description": "ok",
                     "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Filing"}}},
                     "links": {"complaint": {"operationId": "complaint"},
                               "other": {"operationRef": "#/paths/~1v1~1complaints~1{id}/get"}}},
                   "403": {"description": "the service's own words"}}}},
               "/v1/complaints/{complaintId}": {"get": {"operationId": "complaint", "responses": {"200": {"description": "ok"}}}},
               "/v1/queue": {"get": {"operationId": "register", "responses": {"200": {"description": "ok"}}}},
               "/v1/unknown": {"get": {"responses": {"200": {"description": "ok"}}}}},
             "components": {
               "securitySchemes": {"SecurityScheme": {"type": "openIdConnect", "openIdConnectUrl": "http://10.0.0.1/"}},
               "schemas": {
                 "Filing": {"type": "object",
                   "properties": {"example": {"$ref": "#/components/schemas/Party"}, "$ref": {"type": "string"}},
                   "oneOf": [{"$ref": "#/components/schemas/Party"}],
                   "discriminator": {"propertyName": "k", "mapping": {"a": "Party", "b": "#/components/schemas/Party"}}},
                 "Party": {"type": "string", "enum": ["#/components/schemas/Party"]}}}}
            """);

    private static final JsonObject DETECTION =
            new JsonObject(
                    """
            {"openapi": "3.1.0",
             "paths": {"/v1/evidence/{id}": {"get": {"operationId": "register", "responses": {
               "200": {"description": "ok", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Party"}}}}}}}},
             "components": {"schemas": {"Party": {"type": "integer"}}}}
            """);

    private final JsonObject merged =
            Merge.of(
                    List.of(
                            new Description(Service.REGISTRY, State.CURRENT, REGISTRY),
                            new Description(Service.DETECTION, State.STALE, DETECTION),
                            new Description(Service.MONITORING, State.MISSING, null)),
                    "1.2.3");

    private JsonObject operation(String path, String method) {
        return merged.getJsonObject("paths").getJsonObject(path).getJsonObject(method);
    }

    @Test
    void pathsAreThoseOutside() {
        assertThat(merged.getJsonObject("paths").fieldNames())
                .containsExactlyInAnyOrder(
                        "/api/registry/v1/filings",
                        "/api/registry/v1/complaints/{complaintId}",
                        "/api/registry/v1/queue",
                        "/api/detection/v1/evidence/{id}");
    }

    @Test
    void equalNamesOfTwoServicesDoNotClash() {
        JsonObject schemas = merged.getJsonObject("components").getJsonObject("schemas");
        assertThat(schemas.getJsonObject("RegistryParty").getString("type")).isEqualTo("string");
        assertThat(schemas.getJsonObject("DetectionParty").getString("type")).isEqualTo("integer");
        assertThat(schemas.fieldNames()).doesNotContain("Party", "Filing");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = new ArrayList<>();
        collect(merged, references);
        assertThat(references)
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        reference -> {
                            JsonObject at = merged;
                            for (String step : reference.substring(2).split("/")) {
                                at = at.getJsonObject(step);
                                assertThat(at).as(reference).isNotNull();
                            }
                        });
    }

    private static void collect(Object node, List<String> references) {
        if (node instanceof JsonObject object) {
            object.forEach(
                    member -> {
                        if (member.getKey().equals("$ref")
                                && member.getValue() instanceof String text) {
                            references.add(text);
                        } else if (!member.getKey().equals("example")
                                || !(object.containsKey("schema"))) {
                            collect(member.getValue(), references);
                        }
                    });
        } else if (node instanceof JsonArray array) {
            array.forEach(item -> collect(item, references));
        }
    }

    @Test
    void namesInSchemasAreNotTakenForKeywordsNorDataForReferences() {
        JsonObject filing =
                merged.getJsonObject("components")
                        .getJsonObject("schemas")
                        .getJsonObject("RegistryFiling");
        assertThat(filing.getJsonObject("properties").getJsonObject("example").getString("$ref"))
                .isEqualTo("#/components/schemas/RegistryParty");
        assertThat(filing.getJsonObject("properties").getJsonObject("$ref").getString("type"))
                .isEqualTo("string");
        assertThat(filing.getJsonObject("discriminator").getJsonObject("mapping").getMap())
                .containsEntry("a", "RegistryParty")
                .containsEntry("b", "#/components/schemas/RegistryParty");
        JsonObject media =
                operation("/api/registry/v1/filings", "post")
                        .getJsonObject("requestBody")
                        .getJsonObject("content")
                        .getJsonObject("application/json");
        assertThat(media.getJsonObject("example").getString("$ref"))
                .isEqualTo("#/components/schemas/Filing");
        assertThat(media.getJsonObject("example").getString("operationId")).isEqualTo("x");
        assertThat(
                        merged.getJsonObject("components")
                                .getJsonObject("schemas")
                                .getJsonObject("RegistryParty")
                                .encode())
                .contains("#/components/schemas/Party");
    }

    @Test
    void operationIdsAreUniqueAndLinksFollowThem() {
        assertThat(operation("/api/registry/v1/filings", "post").getString("operationId"))
                .isEqualTo("registry_register");
        assertThat(operation("/api/registry/v1/queue", "get").getString("operationId"))
                .isEqualTo("registry_register_2");
        assertThat(operation("/api/detection/v1/evidence/{id}", "get").getString("operationId"))
                .isEqualTo("detection_register");
        JsonObject links =
                operation("/api/registry/v1/filings", "post")
                        .getJsonObject("responses")
                        .getJsonObject("201")
                        .getJsonObject("links");
        assertThat(links.getJsonObject("complaint").getString("operationId"))
                .isEqualTo("registry_complaint");
        assertThat(links.getJsonObject("other").getString("operationRef"))
                .isEqualTo("#/paths/~1api~1registry~1v1~1complaints~1{id}/get");
    }

    @Test
    void oneSecuritySchemeStandsForAll() {
        assertThat(merged.getJsonObject("components").getJsonObject("securitySchemes").fieldNames())
                .containsExactly("bearer");
        assertThat(operation("/api/registry/v1/filings", "post").containsKey("security")).isFalse();
        assertThat(merged.getJsonArray("security").encode()).isEqualTo("[{\"bearer\":[]}]");
        assertThat(merged.encode()).doesNotContain("10.0.0.1");
    }

    @Test
    void theDoorsOwnAnswersAreToldButNeverHideTheServices() {
        JsonObject responses =
                operation("/api/registry/v1/filings", "post").getJsonObject("responses");
        assertThat(responses.getJsonObject("413").getString("$ref"))
                .isEqualTo("#/components/responses/Door413");
        assertThat(responses.getJsonObject("403").getString("description"))
                .isEqualTo("the service's own words");
        assertThat(
                        operation("/api/registry/v1/queue", "get")
                                .getJsonObject("responses")
                                .fieldNames())
                .doesNotContain("408");
    }

    @Test
    void whoMayAskIsToldFromThePolicyTable() {
        assertThat(
                        operation("/api/registry/v1/filings", "post")
                                .getJsonArray("x-mingjian-allowed")
                                .encode())
                .contains("PLATFORM", "INTEGRATION", "INTAKE");
    }

    @Test
    void tagsCarryTheirService() {
        assertThat(operation("/api/registry/v1/filings", "post").getJsonArray("tags"))
                .containsExactly("registry: filings");
        assertThat(operation("/api/registry/v1/queue", "get").getJsonArray("tags"))
                .containsExactly("registry");
        Set<String> declared = new HashSet<>();
        merged.getJsonArray("tags")
                .forEach(
                        tag ->
                                assertThat(declared.add(((JsonObject) tag).getString("name")))
                                        .isTrue());
        assertThat(declared)
                .containsExactlyInAnyOrder("registry: filings", "registry", "detection");
    }

    @Test
    void nothingIsLeftOutInSilence() {
        JsonObject services = merged.getJsonObject("x-mingjian-services");
        assertThat(services.getJsonObject("monitoring").getString("state")).isEqualTo("missing");
        assertThat(services.getJsonObject("detection").getString("state")).isEqualTo("stale");
        assertThat(services.getJsonObject("registry").getJsonArray("withoutRoute"))
                .containsExactly("GET /v1/unknown");
        assertThat(services.getJsonObject("registry").getJsonArray("withoutDescription"))
                .contains("POST /v1/complaints/{id}/acceptance")
                .doesNotContain("POST /v1/filings", "GET /v1/complaints/{id}");
        assertThat(merged.getJsonObject("info").getString("description"))
                .contains("monitoring")
                .doesNotContain("registry");
    }

    @Test
    void withAllServicesHeardAndDescribedTheDocumentIsWhole() {
        JsonObject everything = new JsonObject();
        Operations.TABLE.stream()
                .filter(row -> row.service() == Service.MONITORING)
                .forEach(
                        row -> {
                            if (!everything.containsKey(row.path())) {
                                everything.put(row.path(), new JsonObject());
                            }
                            everything
                                    .getJsonObject(row.path())
                                    .put(row.method().name().toLowerCase(), new JsonObject());
                        });
        JsonObject whole =
                Merge.of(
                        List.of(
                                new Description(
                                        Service.MONITORING,
                                        State.CURRENT,
                                        new JsonObject().put("paths", everything))),
                        "1");
        JsonObject monitoring =
                whole.getJsonObject("x-mingjian-services").getJsonObject("monitoring");
        assertThat(monitoring.getJsonArray("withoutRoute")).isEmpty();
        assertThat(monitoring.getJsonArray("withoutDescription")).isEmpty();
        assertThat(whole.getJsonObject("info").getString("description")).doesNotContain("不完整");
    }

    @Test
    void theGivenDocumentsAreNotTouched() {
        assertThat(REGISTRY.encode()).doesNotContain("Registry", "DoorProblem");
    }
}
