package io.mingjian.gateway.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/** The addresses of all services; a wrong one stops the start. */
@ApplicationScoped
public class Upstreams {
    private final Map<Service, Upstream> byService = new EnumMap<>(Service.class);

    Upstreams(UpstreamAddresses addresses) {
        for (Service service : Service.values()) {
            byService.put(service, Upstream.of(service, address(addresses, service)));
        }
    }

    public Upstream of(Service service) {
        Upstream upstream = byService.get(service);
        if (upstream == null) {
            throw new IllegalStateException("no address for " + service);
        }
        return upstream;
    }

    private static URI address(UpstreamAddresses addresses, Service service) {
        return switch (service) {
            case REGISTRY -> addresses.registry();
            case DETECTION -> addresses.detection();
            case MONITORING -> addresses.monitoring();
        };
    }
}
