package io.mingjian.stack;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** All ports of a stack, each at a fixed distance from one base. */
public record Ports(int base) {
    public static final int DEFAULT_BASE = 8000;
    private static final int HIGHEST_OFFSET = 432;

    public Ports {
        if (base < 1024 || base + HIGHEST_OFFSET > 65535) {
            throw new IllegalArgumentException("port base must be 1024 to 65103, not " + base);
        }
    }

    public int of(Service service) {
        return service.port(base);
    }

    public int kafka() {
        return base + 92;
    }

    public int kafkaController() {
        return base + 93;
    }

    public int keycloak() {
        return base + 180;
    }

    public int keycloakManagement() {
        return base + 190;
    }

    public int postgres() {
        return base + HIGHEST_OFFSET;
    }

    Map<String, Integer> byName(Collection<Service> services) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        services.forEach(service -> ports.put(service.label(), of(service)));
        ports.put("keycloak", keycloak());
        ports.put("keycloak management", keycloakManagement());
        ports.put("postgres", postgres());
        ports.put("kafka", kafka());
        ports.put("kafka controller", kafkaController());
        return ports;
    }
}
