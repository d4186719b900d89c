package io.mingjian.kit.caller;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The person or machine behind a request. Every query is narrowed by it; it comes from the verified
 * token, never from a path, header or body.
 *
 * @param subject stable id of the person or client at the identity provider
 * @param name login name, for display and audit
 * @param organisation id of the organisation, as {@code samr-huangpu}
 * @param kind kind of the organisation; {@code null} only for this suite's own machines
 * @param district GB/T 2260 code; 310000 for city organisations, {@code null} for monitors and
 *     platforms
 * @param uscc unified social credit code, for merchants
 */
public record Caller(
        String subject,
        String name,
        String organisation,
        @Nullable OrganisationKind kind,
        @Nullable String district,
        @Nullable String uscc,
        Set<Role> roles) {

    private static final String MACHINE = "mingjian";

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The suite itself, for timers and Kafka doors. It holds no role and may decide nothing. */
    public static Caller machine(String service) {
        return new Caller(service, service, MACHINE, null, null, null, Set.of());
    }

    public boolean isMachine() {
        return MACHINE.equals(organisation);
    }

    public boolean is(OrganisationKind wanted) {
        return kind == wanted;
    }

    public boolean isCity() {
        return kind == OrganisationKind.MUNICIPAL_BUREAU;
    }

    public boolean isDistrict() {
        return kind == OrganisationKind.DISTRICT_BUREAU;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasAny(Role... wanted) {
        for (Role role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
