package io.mingjian.gateway.identity;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * One permission: an organisation of one of the kinds, a person or machine with one of the roles.
 *
 * @param kinds kinds of organisations that are let in
 * @param roles roles of which one suffices
 */
public record Grant(Set<OrganisationKind> kinds, Set<Role> roles) {
    public Grant {
        kinds = Set.copyOf(kinds);
        roles = Set.copyOf(roles);
        if (kinds.isEmpty() || roles.isEmpty()) {
            throw new IllegalArgumentException("a grant needs a kind and a role");
        }
    }

    boolean allows(Caller caller) {
        return kinds.contains(caller.kind()) && caller.roles().stream().anyMatch(roles::contains);
    }

    /** The city bureau. */
    static Grant city(Role... roles) {
        return of(roles, OrganisationKind.MUNICIPAL_BUREAU);
    }

    static Grant district(Role... roles) {
        return of(roles, OrganisationKind.DISTRICT_BUREAU);
    }

    /** The city bureau and the districts. */
    static Grant bureau(Role... roles) {
        return of(roles, OrganisationKind.MUNICIPAL_BUREAU, OrganisationKind.DISTRICT_BUREAU);
    }

    static Grant police(Role... roles) {
        return of(roles, OrganisationKind.POLICE);
    }

    /** The departments with which there may be an agreement to look up the abnormal-filer list. */
    static Grant department(Role... roles) {
        return of(
                roles,
                OrganisationKind.POLICE,
                OrganisationKind.CYBERSPACE,
                OrganisationKind.COURT,
                OrganisationKind.PROCURATORATE,
                OrganisationKind.JUSTICE,
                OrganisationKind.DEVELOPMENT_REFORM,
                OrganisationKind.PETITION,
                OrganisationKind.COMMERCE);
    }

    static Grant monitor(Role... roles) {
        return of(roles, OrganisationKind.MONITOR);
    }

    static Grant platform(Role... roles) {
        return of(roles, OrganisationKind.PLATFORM);
    }

    static Grant merchant(Role... roles) {
        return of(roles, OrganisationKind.MERCHANT);
    }

    static Grant modelProvider(Role... roles) {
        return of(roles, OrganisationKind.MODEL_PROVIDER);
    }

    /** Everyone who has any role in any organisation. */
    static Grant everyone() {
        return new Grant(EnumSet.allOf(OrganisationKind.class), EnumSet.allOf(Role.class));
    }

    private static Grant of(Role[] roles, OrganisationKind... kinds) {
        return new Grant(Set.copyOf(Arrays.asList(kinds)), Set.copyOf(Arrays.asList(roles)));
    }
}
