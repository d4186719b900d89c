package io.mingjian.gateway.console;

import java.util.Set;

/**
 * The person at the screen, as the access token says.
 *
 * @param subject stable id at the identity provider; keeps drafts of two people apart
 * @param name login name
 * @param organisation id, as {@code samr-huangpu}
 * @param roles names of realm roles
 * @param token access token with which the services are asked
 */
record Officer(String subject, String name, String organisation, Set<String> roles, String token) {

    /** For the page head. */
    public String organisationName() {
        return Wording.of("organisation", organisation);
    }

    boolean hasAny(Set<String> wanted) {
        return wanted.stream().anyMatch(roles::contains);
    }

    /** Records print all members by themselves; this one holds a token. */
    @Override
    public String toString() {
        return name + "@" + organisation;
    }
}
