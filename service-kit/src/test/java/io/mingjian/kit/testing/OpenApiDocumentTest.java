package io.mingjian.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiDocumentTest {
    private static final String DESCRIPTION =
            """
            {"openapi":"3.1.0","servers":[{"url":"http://localhost:41234"}],
             "paths":{"/v1/goods/{id}":{
               "parameters":[{"in":"path","name":"id","required":true,"schema":{"type":"string"}}],
               "get":{"parameters":[{"in":"query","name":"limit","schema":{"type":"integer"}}],
                 "responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Goods"}}}},
                              "404":{"description":"none"}}},
               "put":{"requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Change"}}}},
                 "responses":{"204":{"description":"done"}}}}},
             "components":{"schemas":{
               "Goods":{"type":"object","required":["name","id"],"properties":{
                 "id":{"type":"string","format":"uuid"},"name":{"type":"string"},
                 "since":{"type":["string","null"],"format":"date"},
                 "state":{"anyOf":[{"$ref":"#/components/schemas/State"},{"type":"null"}]},
                 "parts":{"type":"array","items":{"$ref":"#/components/schemas/Goods"}},
                 "counts":{"type":"object","additionalProperties":{"type":"integer","format":"int32"}}}},
               "State":{"type":"string","enum":["OPEN","CLOSED"]},
               "Change":{"type":"object","required":["name"],"properties":{
                 "name":{"type":"string"},"note":{"type":"string"},"level":{"type":"string","enum":["LOW","HIGH"]},
                 "weight":{"type":"integer"}}}}}}
            """;

    @Nested
    class Breaks {
        @Test
        void noneInAnUnchangedDescription() throws IOException {
            assertThat(OpenApiDocument.breaks(DESCRIPTION, DESCRIPTION)).isEmpty();
        }

        @Test
        void aRemovedOperation() throws IOException {
            assertBreaks("\"put\":{", "\"x-put\":{", "PUT /v1/goods/{}: operation removed");
        }

        @Test
        void aRemovedPath() throws IOException {
            assertBreaks(
                    "/v1/goods/{id}",
                    "/v1/wares/{id}",
                    "GET /v1/goods/{}: operation removed",
                    "PUT /v1/goods/{}: operation removed");
        }

        @Test
        void notARenamedPathVariable() throws IOException {
            assertThat(
                            OpenApiDocument.breaks(
                                    DESCRIPTION,
                                    changed("{id}", "{goods}")
                                            .replace("\"name\":\"id\"", "\"name\":\"goods\"")))
                    .isEmpty();
        }

        @Test
        void anAddedRequiredRequestField() throws IOException {
            assertBreaks(
                    "\"required\":[\"name\"],\"properties\":{",
                    "\"required\":[\"name\",\"colour\"],\"properties\":{\"colour\":{\"type\":\"string\"},",
                    "PUT /v1/goods/{}: request field colour made required");
        }

        @Test
        void aRequestFieldThatWasFreeBefore() throws IOException {
            assertBreaks(
                    "\"required\":[\"name\"]",
                    "\"required\":[\"name\",\"note\"]",
                    "PUT /v1/goods/{}: request field note made required");
        }

        @Test
        void notAnAddedFreeRequestField() throws IOException {
            assertNoBreak(
                    "\"note\":{\"type\":\"string\"}",
                    "\"note\":{\"type\":\"string\"},\"colour\":{\"type\":\"string\"}");
        }

        @Test
        void aRemovedRequestField() throws IOException {
            assertBreaks(
                    "\"note\":{\"type\":\"string\"},",
                    "",
                    "PUT /v1/goods/{}: request field note removed");
        }

        @Test
        void aRequestTypeThatTakesLess() throws IOException {
            assertBreaks(
                    "\"note\":{\"type\":\"string\"}",
                    "\"note\":{\"type\":\"string\",\"format\":\"date\"}",
                    "PUT /v1/goods/{}: request.note type changed from [string] to [string(date)]");
        }

        @Test
        void notARequestTypeThatTakesMore() throws IOException {
            assertNoBreak("\"weight\":{\"type\":\"integer\"}", "\"weight\":{\"type\":\"number\"}");
        }

        @Test
        void aRemovedRequestValue() throws IOException {
            assertBreaks(
                    "[\"LOW\",\"HIGH\"]",
                    "[\"LOW\"]",
                    "PUT /v1/goods/{}: request.level value HIGH removed");
        }

        @Test
        void aBodyThatWasFreeBefore() throws IOException {
            assertBreaks(
                    "\"requestBody\":{",
                    "\"requestBody\":{\"required\":true,",
                    "PUT /v1/goods/{}: request body made required");
        }

        @Test
        void aRemovedResponseField() throws IOException {
            assertBreaks(
                    "\"format\":\"uuid\"},\"name\":{\"type\":\"string\"},",
                    "\"format\":\"uuid\"},",
                    "GET /v1/goods/{}: response 200 field name removed");
        }

        @Test
        void notAnAddedResponseField() throws IOException {
            assertNoBreak("\"since\":", "\"colour\":{\"type\":\"string\"},\"since\":");
        }

        @Test
        void aChangedResponseType() throws IOException {
            assertBreaks(
                    "\"id\":{\"type\":\"string\",\"format\":\"uuid\"}",
                    "\"id\":{\"type\":\"integer\"}",
                    "GET /v1/goods/{}: response 200.id type changed from [string(uuid)] to [integer]");
        }

        @Test
        void aResponseFormatThatChanged() throws IOException {
            assertBreaks(
                    "\"format\":\"date\"",
                    "\"format\":\"date-time\"",
                    "GET /v1/goods/{}: response 200.since type changed"
                            + " from [null, string(date)] to [null, string(date-time)]");
        }

        @Test
        void notAResponseFieldThatIsAlwaysThereNow() throws IOException {
            assertNoBreak("[\"string\",\"null\"]", "\"string\"");
        }

        @Test
        void aChangedTypeInsideAListOrAMap() throws IOException {
            assertBreaks(
                    "\"items\":{\"$ref\":\"#/components/schemas/Goods\"}",
                    "\"items\":{\"type\":\"string\"}",
                    "GET /v1/goods/{}: response 200.parts[] type changed from [object] to [string]");
            assertBreaks(
                    "\"format\":\"int32\"",
                    "\"format\":\"int64\"",
                    "GET /v1/goods/{}: response 200.counts{} type changed"
                            + " from [integer(int32)] to [integer(int64)]");
        }

        @Test
        void aRemovedResponseValue() throws IOException {
            assertBreaks(
                    "[\"OPEN\",\"CLOSED\"]",
                    "[\"OPEN\"]",
                    "GET /v1/goods/{}: response 200.state value CLOSED removed");
        }

        @Test
        void aRemovedAnswerOfSuccess() throws IOException {
            assertBreaks("\"204\":", "\"200\":", "PUT /v1/goods/{}: response 204 removed");
        }

        @Test
        void aRemovedMediaType() throws IOException {
            assertBreaks(
                    "\"put\":{\"requestBody\":{\"content\":{\"application/json\"",
                    "\"put\":{\"requestBody\":{\"content\":{\"application/xml\"",
                    "PUT /v1/goods/{}: request application/json removed");
        }

        @Test
        void notARefusalThatIsNotDescribedAnyMore() throws IOException {
            assertNoBreak(",\n                  \"404\":{\"description\":\"none\"}", "");
        }

        @Test
        void aParameterThatWasFreeBefore() throws IOException {
            assertBreaks(
                    "\"name\":\"limit\",",
                    "\"name\":\"limit\",\"required\":true,",
                    "GET /v1/goods/{}: parameter query limit made required");
        }

        @Test
        void anAddedRequiredParameterOfAllOperationsOfAPath() throws IOException {
            String added =
                    "\"parameters\":[{\"in\":\"header\",\"name\":\"Purpose\",\"required\":true},"
                            + "{\"in\":\"path\"";
            assertBreaks(
                    "\"parameters\":[{\"in\":\"path\"",
                    added,
                    "GET /v1/goods/{}: parameter header Purpose made required",
                    "PUT /v1/goods/{}: parameter header Purpose made required");
            assertNoBreak("\"parameters\":[{\"in\":\"path\"", added.replace("true", "false"));
        }

        private void assertBreaks(String from, String to, String... expected) throws IOException {
            assertThat(OpenApiDocument.breaks(DESCRIPTION, changed(from, to)))
                    .containsExactly(expected);
        }

        private void assertNoBreak(String from, String to) throws IOException {
            assertThat(OpenApiDocument.breaks(DESCRIPTION, changed(from, to))).isEmpty();
        }
    }

    @Nested
    class Check {
        @TempDir Path root;

        @BeforeEach
        void release() throws IOException {
            Path release = root.resolve("docs/openapi/released/0.1");
            Files.createDirectories(release);
            Files.writeString(release.resolve("goods.json"), OpenApiDocument.printed(DESCRIPTION));
        }

        @Test
        void passesAfterTheFileWasWrittenWhateverTheOrderOfKeysAndTheServer() throws IOException {
            verify(true, DESCRIPTION);

            verify(
                    false,
                    changed("localhost:41234", "localhost:41235")
                            .replace("[\"name\",\"id\"]", "[\"id\",\"name\"]")
                            .replace(
                                    "\"in\":\"query\",\"name\":\"limit\"",
                                    "\"name\":\"limit\",\"in\":\"query\""));
            assertThat(root.resolve("docs/openapi/goods.json"))
                    .content()
                    .startsWith("{\n  \"components\"")
                    .endsWith("}\n")
                    .doesNotContain("localhost");
        }

        @Test
        void failsWithoutAFile() {
            assertFails(false, DESCRIPTION, "mingjian.update-docs");
        }

        @Test
        void failsWhenTheServiceSaysSomethingElse() throws IOException {
            verify(true, DESCRIPTION);

            assertFails(false, changed("\"none\"", "\"nothing\""), "mingjian.update-docs");
        }

        @Test
        void failsOnABreakEvenWhileWriting() {
            assertFails(
                    true,
                    changed("\"put\":{", "\"x-put\":{"),
                    "PUT /v1/goods/{}: operation removed");
        }

        @Test
        void failsWhereNoReleaseIsToBeComparedWith() throws IOException {
            Files.delete(root.resolve("docs/openapi/released/0.1/goods.json"));

            assertFails(true, DESCRIPTION, "released descriptions of goods");
        }

        private void verify(boolean updating, String json) throws IOException {
            new OpenApiDocument(root, updating).verify("goods", json);
        }

        private void assertFails(boolean updating, String json, String reason) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> verify(updating, json))
                    .withMessageContaining(reason);
        }
    }

    private static String changed(String from, String to) {
        assertThat(DESCRIPTION).contains(from);
        return DESCRIPTION.replace(from, to);
    }
}
