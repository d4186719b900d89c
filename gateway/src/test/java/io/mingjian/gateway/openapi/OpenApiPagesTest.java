package io.mingjian.gateway.openapi;

import static io.mingjian.gateway.testing.Outside.json;
import static io.mingjian.gateway.testing.Outside.request;
import static io.mingjian.gateway.testing.Outside.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.gateway.testing.Upstream;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Upstream.class)
class OpenApiPagesTest {

    @Test
    void theMergedDocumentIsServedAndNamesTheServiceThatIsDown() {
        HttpResponse<String> response = send(request("/openapi.json"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.headers().firstValue("X-Missing-Services")).hasValue("monitoring");
        JsonObject document = json(response);
        assertThat(document.getString("openapi")).isEqualTo("3.1.0");
        assertThat(document.getJsonObject("paths").fieldNames())
                .containsExactlyInAnyOrder(
                        "/api/registry/v1/legal-time/due", "/api/detection/v1/legal-time/due");
        assertThat(
                        document.getJsonObject("x-mingjian-services")
                                .getJsonObject("monitoring")
                                .getString("state"))
                .isEqualTo("missing");
    }

    @Test
    void aProgramThatAsksForJsonGetsTheDocumentAndABrowserThePage() {
        assertThat(send(request("/openapi").header("Accept", "application/json")).body())
                .startsWith("{");
        HttpResponse<String> page =
                send(request("/openapi").header("Accept", "text/html,*/*;q=0.8"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.body())
                .contains("/api/registry/v1/legal-time/due")
                .contains("&lt;b&gt;due&lt;/b&gt;")
                .contains("monitoring")
                .doesNotContain("<b>due", "<script", " style=", "<style", " onclick=");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
    }

    @Test
    void thePagesStyleComesFromTheGatewayItself() {
        HttpResponse<String> style = send(request("/static/openapi.css"));
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void everythingElseNeedsALogin() {
        assertThat(send(request("/queue")).statusCode()).isEqualTo(401);
        assertThat(send(request("/static/../queue")).statusCode()).isEqualTo(401);
    }

    @Test
    void aFormLargerThanAPageMayBeIsRefused() {
        HttpResponse<String> response =
                send(
                        request("/queue")
                                .POST(
                                        java.net.http.HttpRequest.BodyPublishers.ofByteArray(
                                                new byte[1_048_577])));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(json(response).getLong("limit")).isEqualTo(1_048_576);
    }
}
