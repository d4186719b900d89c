package io.mingjian.registry.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Notices that people are at work, so that imports step back. */
@ApplicationScoped
class Passing {
    private static final Duration LONGEST_STEP_BACK = Duration.ofMillis(500);
    private static final Duration FOR_EACH_REQUEST = Duration.ofMillis(20);

    private final AtomicLong requests = new AtomicLong();

    @ServerRequestFilter(nonBlocking = true)
    void notice(ContainerRequestContext request) {
        requests.incrementAndGet();
    }

    /**
     * The more people are at work, the longer: some time for each request that came since the last
     * step back, and at most as long as the work took.
     */
    void stepBack(Duration took) {
        Duration pause = FOR_EACH_REQUEST.multipliedBy(requests.getAndSet(0));
        Duration most = took.compareTo(LONGEST_STEP_BACK) > 0 ? LONGEST_STEP_BACK : took;
        LockSupport.parkNanos((pause.compareTo(most) > 0 ? most : pause).toNanos());
    }
}
