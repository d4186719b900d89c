package io.mingjian.gateway.door;

import io.mingjian.gateway.identity.Admission;
import io.mingjian.gateway.identity.Admission.Admitted;
import io.mingjian.gateway.identity.Admission.NoKeys;
import io.mingjian.gateway.identity.Admission.NoOrganisation;
import io.mingjian.gateway.identity.BodyLimit;
import io.mingjian.gateway.identity.Caller;
import io.mingjian.gateway.identity.Gatekeeper;
import io.mingjian.gateway.identity.Match;
import io.mingjian.gateway.identity.Match.Found;
import io.mingjian.gateway.identity.Match.OtherMethods;
import io.mingjian.gateway.identity.Operation;
import io.mingjian.gateway.identity.Operations;
import io.mingjian.gateway.quota.Quotas;
import io.mingjian.gateway.quota.Verdict;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Everything under {@code /api}: finds the operation, asks who calls, counts, checks, and opens the
 * passage.
 */
@Singleton
class Door {
    /** Where an exchange keeps the name of the problem it ended with, for the metrics. */
    static final String PROBLEM = "mingjian.door.problem";

    private static final Logger LOG = Logger.getLogger(Door.class);

    private final Gatekeeper gatekeeper;
    private final Quotas quotas;
    private final Lines lines;
    private final DoorSettings settings;
    private final DoorMetrics metrics;

    Door(
            Gatekeeper gatekeeper,
            Quotas quotas,
            Lines lines,
            DoorSettings settings,
            DoorMetrics metrics) {
        this.gatekeeper = gatekeeper;
        this.quotas = quotas;
        this.lines = lines;
        this.settings = settings;
        this.metrics = metrics;
    }

    void open(@Observes Router router) {
        router.route("/api/*").handler(this::enter).failureHandler(this::accident);
    }

    private void enter(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        Traces traces = Traces.of(request);
        exchange.put(TRACES, traces);
        Match match = Operations.find(request.method(), rawPath(request));
        metrics.watch(exchange, match);
        if (!Framing.isPlain(request)) {
            refuse(exchange, Refusal.of(Problem.MALFORMED_REQUEST));
        } else if (match instanceof Found found) {
            admit(exchange, found.operation());
        } else {
            refuseStranger(exchange, noOperation(match));
        }
    }

    private static final String TRACES = "mingjian.door.traces";

    private static String rawPath(HttpServerRequest request) {
        String uri = request.uri();
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private static Refusal noOperation(Match match) {
        if (match instanceof OtherMethods other) {
            String allow =
                    other.allowed().stream()
                            .map(HttpMethod::name)
                            .collect(Collectors.joining(", "));
            return Refusal.of(Problem.METHOD_NOT_ALLOWED).header("Allow", allow);
        }
        return Refusal.of(Problem.NOT_FOUND);
    }

    private void admit(RoutingContext exchange, Operation operation) {
        Context loop = exchange.vertx().getOrCreateContext();
        gatekeeper
                .look(exchange)
                .emitOn(task -> onLoop(loop, task))
                .subscribe()
                .with(admission -> decide(exchange, operation, admission), exchange::fail);
    }

    /** Keys that were just fetched arrive on another thread; an exchange stays on its own. */
    private static void onLoop(Context loop, Runnable task) {
        if (io.vertx.core.Vertx.currentContext() == loop) {
            task.run();
        } else {
            loop.runOnContext(ignored -> task.run());
        }
    }

    private void decide(RoutingContext exchange, Operation operation, Admission admission) {
        if (admission instanceof Admitted admitted) {
            pass(exchange, operation, admitted.caller());
        } else if (admission instanceof NoKeys) {
            refuse(
                    exchange,
                    Refusal.of(Problem.UNAVAILABLE)
                            .saying(
                                    "身份认证服务暂不可用，请稍后重试。",
                                    "The identity provider is not available; try again later.")
                            .header("Retry-After", "5"));
        } else if (admission instanceof NoOrganisation) {
            refuse(
                    exchange,
                    Refusal.of(Problem.FORBIDDEN)
                            .saying(
                                    "令牌未载明所属机构或机构类别。",
                                    "The token names no organisation or no known kind of it."));
        } else {
            refuseStranger(exchange, Challenges.of(admission));
        }
    }

    private void pass(RoutingContext exchange, Operation operation, Caller caller) {
        Verdict verdict = quotas.organisation(caller.organisation(), caller.kind());
        verdict.headers().forEach(exchange.response()::putHeader);
        long limit = settings.bytes(operation.body());
        if (!verdict.allowed()) {
            refuse(exchange, tooMany(verdict));
        } else if (!operation.allows(caller)) {
            refuse(exchange, Refusal.of(Problem.FORBIDDEN));
        } else if (isTooLarge(exchange.request(), operation, limit)) {
            refuse(exchange, Refusal.tooLarge(limit));
        } else {
            letBodyCome(exchange);
            new Passage(
                            exchange,
                            operation,
                            traces(exchange),
                            lines.to(operation.service()),
                            settings)
                    .start();
        }
    }

    /** A body of unknown length is counted while it flows, unless none is allowed at all. */
    private static boolean isTooLarge(HttpServerRequest request, Operation operation, long limit) {
        boolean chunked = request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        return Framing.declaredLength(request).orElse(0) > limit
                || chunked && operation.body() == BodyLimit.NONE;
    }

    private static void letBodyCome(RoutingContext exchange) {
        if ("100-continue".equalsIgnoreCase(exchange.request().getHeader(HttpHeaders.EXPECT))) {
            exchange.response().writeContinue();
        }
    }

    /**
     * Failures of callers without a good token are counted by address; good tokens never suffer
     * from it.
     */
    private void refuseStranger(RoutingContext exchange, Refusal refusal) {
        Verdict verdict = quotas.stranger(exchange.request().remoteAddress().hostAddress());
        if (verdict.allowed()) {
            refuse(exchange, refusal);
        } else {
            verdict.headers().forEach(exchange.response()::putHeader);
            refuse(exchange, tooMany(verdict));
        }
    }

    private static Refusal tooMany(Verdict verdict) {
        return Refusal.of(Problem.RATE_LIMITED)
                .member("policy", verdict.policy())
                .header("Retry-After", Long.toString(verdict.retryAfterSeconds()));
    }

    private static void refuse(RoutingContext exchange, Refusal refusal) {
        exchange.put(PROBLEM, refusal.problem().label());
        Answers.refuse(exchange, traces(exchange), refusal);
    }

    private void accident(RoutingContext exchange) {
        LOG.errorf(exchange.failure(), "the door failed, trace %s", traces(exchange).traceId());
        refuse(exchange, Refusal.of(Problem.INTERNAL));
    }

    private static Traces traces(RoutingContext exchange) {
        Traces known = exchange.get(TRACES);
        return known == null ? Traces.of(exchange.request()) : known;
    }
}
