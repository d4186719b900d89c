package io.mingjian.gateway.door;

import io.mingjian.gateway.identity.BodyLimit;
import io.mingjian.gateway.identity.Operation;
import io.vertx.core.Future;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One admitted request on its way to a service and back. Lives on one event loop. */
final class Passage implements ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(Passage.class);

    private final RoutingContext exchange;
    private final Operation operation;
    private final Traces traces;
    private final Line line;
    private final long limit;
    private final Watch watch;
    private @Nullable MeteredBody body;
    private @Nullable HttpClientRequest sent;
    private @Nullable Refusal refusal;

    Passage(
            RoutingContext exchange,
            Operation operation,
            Traces traces,
            Line line,
            DoorSettings settings) {
        this.exchange = exchange;
        this.operation = operation;
        this.traces = traces;
        this.line = line;
        this.limit = settings.bytes(operation.body());
        this.watch =
                new Watch(
                        exchange.vertx(),
                        settings.silence(),
                        settings.within(operation.time()),
                        this::giveUp);
    }

    void start() {
        line.proxy(this::connect).addInterceptor(this).handle(new CutRequest(exchange.request()));
    }

    private Future<HttpClientRequest> connect(ProxyContext context) {
        return line.connect()
                .onSuccess(
                        request -> {
                            sent = request;
                            if (body == null) {
                                watch.complete();
                            }
                        });
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        prepare(context.request());
        return context.sendRequest()
                .recover(failure -> again(context, failure))
                .onComplete(done -> watch.stop())
                .otherwise(failure -> refusal(context, failure));
    }

    private void prepare(ProxyRequest request) {
        HttpServerRequest outside = exchange.request();
        RequestHeaders.prepare(request.headers(), outside, operation, traces);
        request.setURI(outside.uri().substring(operation.service().prefix().length()));
        if (operation.body() == BodyLimit.NONE) {
            request.setBody(null);
            outside.resume();
        } else {
            Body whole = request.getBody();
            body = new MeteredBody(whole.stream(), limit, watch, () -> frame(whole.length()));
            request.setBody(Body.body(body, whole.length()));
        }
    }

    /**
     * HTTP/2 needs no word about the length; the service behind is spoken to in HTTP/1.1 and does.
     */
    private void frame(long length) {
        if (length < 0 && sent != null) {
            sent.setChunked(true);
        }
    }

    /**
     * A question without a body is asked once more if the service closed the idle connection under
     * it.
     */
    private Future<ProxyResponse> again(ProxyContext context, Throwable failure) {
        boolean repeatable =
                body == null && failure instanceof HttpClosedException && watch.verdict() == null;
        return repeatable
                ? connect(context).compose(context.request()::send)
                : Future.failedFuture(failure);
    }

    private void giveUp() {
        if (sent != null) {
            sent.reset();
        }
    }

    private ProxyResponse refusal(ProxyContext context, Throwable failure) {
        Refusal answer = refusal(failure);
        refusal = answer;
        if (answer.problem().status() >= 500) {
            LOG.warnf(
                    "%s %s: %s, trace %s",
                    operation.service().label(),
                    operation.label(),
                    cause(failure),
                    traces.traceId());
        }
        Buffer document = Answers.document(exchange, traces, answer);
        ProxyResponse response = context.request().release().response();
        response.setStatusCode(answer.problem().status()).setBody(Body.body(document));
        Answers.head(exchange, traces, answer, response.headers());
        return response;
    }

    private Refusal refusal(Throwable failure) {
        if (body != null && body.isTooLong()) {
            return Refusal.tooLarge(limit);
        }
        Problem late = watch.verdict();
        if (late != null) {
            return Refusal.of(late);
        }
        if (failure instanceof ConnectionPoolTooBusyException
                || failure instanceof TimeoutException) {
            return Refusal.of(Problem.UNAVAILABLE).header("Retry-After", "2");
        }
        return sent == null
                ? Refusal.of(Problem.UPSTREAM_UNREACHABLE)
                : Refusal.of(Problem.UPSTREAM_UNREACHABLE)
                        .saying(
                                "后端服务中断了连接，结果未知；重试写操作时请沿用同一 Idempotency-Key。",
                                "The service broke off and the result is unknown; retry a change with the same Idempotency-Key.");
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        if (refusal == null) {
            ResponseHeaders.clean(context.response().headers(), operation.service());
            context.response().putHeader(Traces.CORRELATION, traces.correlationId());
        } else {
            exchange.put(Door.PROBLEM, refusal.problem().label());
        }
        Future<Void> answered = context.sendResponse();
        if (refusal != null) {
            answered.onComplete(done -> Answers.linger(exchange));
        }
        return answered.otherwise(this::brokenAnswer);
    }

    /** The head is out; all that is left is to let the caller see that the answer is not whole. */
    private @Nullable Void brokenAnswer(Throwable failure) {
        LOG.warnf(
                "%s %s: answer broke off: %s, trace %s",
                operation.service().label(), operation.label(), cause(failure), traces.traceId());
        exchange.put(Door.PROBLEM, "answer-broken");
        return null;
    }

    private static String cause(Throwable failure) {
        return failure instanceof VertxException
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
