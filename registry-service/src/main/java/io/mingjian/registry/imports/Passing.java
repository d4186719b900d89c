package io.mingjian.registry.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Notices that people are at work, so that imports step back. */
@ApplicationScoped
class Passing {
    private final AtomicLong requests = new AtomicLong();

    @ServerRequestFilter(nonBlocking = true)
    void notice(ContainerRequestContext request) {
        requests.incrementAndGet();
    }

    /** How many requests came since the last question. */
    long sinceLast() {
        return requests.getAndSet(0);
    }
}
