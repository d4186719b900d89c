package io.mingjian.gateway.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.gateway.console.Reply.Away;
import io.mingjian.gateway.console.Reply.Done;
import io.mingjian.gateway.console.Reply.Refused;
import io.mingjian.gateway.upstream.Service;
import io.mingjian.gateway.upstream.Upstream;
import io.mingjian.gateway.upstream.Upstreams;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the services by their public API as the officer. Fields that the console does not know are
 * passed over, so that a service may grow.
 */
@ApplicationScoped
class Services {
    private static final Logger LOG = Logger.getLogger(Services.class);

    /** Seconds; less than services keep a connection that nobody uses, as {@code Line} does. */
    static final int KEEP_ALIVE = 30;

    private final Upstreams upstreams;
    private final ObjectMapper json;
    private final WebClient client;
    private final Duration patience;

    Services(
            Upstreams upstreams,
            ObjectMapper json,
            Vertx vertx,
            @ConfigProperty(name = "mingjian.door.answer.quick") Duration patience) {
        this.upstreams = upstreams;
        this.patience = patience;
        this.json =
                json.copy()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(
                                DeserializationFeature
                                        .READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE);
        this.client =
                WebClient.create(
                        vertx,
                        new WebClientOptions()
                                .setConnectTimeout(2_000)
                                .setKeepAliveTimeout(KEEP_ALIVE)
                                .setFollowRedirects(false)
                                .setUserAgent("mingjian-console"));
    }

    /** Reads a resource; the path is the service's own and holds no text that a user typed. */
    <T> Uni<Reply<T>> read(
            Officer officer, Service service, String path, Map<String, String> query, Class<T> as) {
        HttpRequest<Buffer> request = request(officer, service, HttpMethod.GET, path);
        query.forEach(request::addQueryParam);
        return sent(request, null, as);
    }

    /**
     * Changes a resource; what is answered is read anew by who shows it.
     *
     * @param seen version tag under which the officer saw it
     * @param body what is decided
     */
    Uni<Reply<JsonNode>> act(
            Officer officer, Service service, String path, String seen, Map<String, Object> body) {
        HttpRequest<Buffer> request =
                request(officer, service, HttpMethod.POST, path).putHeader("If-Match", seen);
        return sent(request, body, JsonNode.class);
    }

    private HttpRequest<Buffer> request(
            Officer officer, Service service, HttpMethod method, String path) {
        Upstream upstream = upstreams.of(service);
        return client.request(method, upstream.port(), upstream.host(), path)
                .ssl(upstream.ssl())
                .timeout(patience.toMillis())
                .bearerTokenAuthentication(officer.token())
                .putHeader("Accept", "application/json, application/problem+json")
                .putHeader("Accept-Language", "zh-CN");
    }

    private <T> Uni<Reply<T>> sent(
            HttpRequest<Buffer> request, @Nullable Map<String, Object> body, Class<T> as) {
        return Uni.createFrom()
                .completionStage(
                        () ->
                                (body == null
                                                ? request.send()
                                                : request.putHeader(
                                                                "Content-Type", "application/json")
                                                        .sendBuffer(written(body)))
                                        .toCompletionStage())
                .map(answer -> reply(answer, as))
                .onFailure()
                .recoverWithItem(Services::away);
    }

    private static <T> Reply<T> away(Throwable failure) {
        LOG.warnf("a service did not answer the console: %s", failure.toString());
        return new Away<>();
    }

    private <T> Reply<T> reply(HttpResponse<Buffer> answer, Class<T> as) {
        int status = answer.statusCode();
        if (status >= 500) {
            LOG.warnf("a service answered the console with %d", status);
            return new Away<>();
        }
        if (status >= 300) {
            return new Refused<>(status, problem(answer));
        }
        try {
            return new Done<>(
                    json.readValue(answer.bodyAsString("UTF-8"), as), answer.getHeader("ETag"));
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            return away(unreadable);
        }
    }

    private ServiceProblem problem(HttpResponse<Buffer> answer) {
        String text = answer.bodyAsString("UTF-8");
        if (text == null || text.isBlank()) {
            return ServiceProblem.SILENT;
        }
        try {
            return json.readValue(text, ServiceProblem.class);
        } catch (JsonProcessingException unreadable) {
            return ServiceProblem.SILENT;
        }
    }

    private Buffer written(Map<String, Object> body) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts and numbers are always writable", impossible);
        }
    }
}
