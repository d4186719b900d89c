package io.mingjian.gateway.identity;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import java.util.Set;

/**
 * The person or machine whose token was verified.
 *
 * @param subject stable id at the identity provider
 * @param organisation id of the organisation, as {@code samr-huangpu}; quotas are counted on it
 * @param roles realm roles that the suite knows; others of the provider are left out
 */
public record Caller(String subject, String organisation, OrganisationKind kind, Set<Role> roles) {
    public Caller {
        roles = Set.copyOf(roles);
    }
}
