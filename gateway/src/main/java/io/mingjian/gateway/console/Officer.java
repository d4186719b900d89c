package io.mingjian.gateway.console;

import io.mingjian.contracts.OrganisationKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * The person at the screen, as the access token says.
 *
 * @param subject stable id at the identity provider; keeps drafts of two people apart
 * @param name login name
 * @param organisation id, as {@code samr-huangpu}
 * @param kind kind of the organisation, as {@code POLICE}
 * @param roles names of realm roles
 * @param token access token with which the services are asked
 */
record Officer(
        String subject,
        String name,
        String organisation,
        String kind,
        Set<String> roles,
        String token) {
    private static final Set<OrganisationKind> DEPARTMENTS =
            EnumSet.of(
                    OrganisationKind.POLICE,
                    OrganisationKind.CYBERSPACE,
                    OrganisationKind.COURT,
                    OrganisationKind.PROCURATORATE,
                    OrganisationKind.JUSTICE,
                    OrganisationKind.DEVELOPMENT_REFORM,
                    OrganisationKind.PETITION,
                    OrganisationKind.COMMERCE);

    /** For the page head. */
    public String organisationName() {
        return Wording.of("organisation", organisation);
    }

    boolean hasAny(Set<String> wanted) {
        return wanted.stream().anyMatch(roles::contains);
    }

    /** Whether the abnormal-filer list is looked up from this desk, or its look-ups are audited. */
    public boolean looksUp() {
        return isDepartment()
                || (kind.equals(OrganisationKind.MUNICIPAL_BUREAU.name())
                        && hasAny(Set.of("AUDITOR", "SECURITY_ADMIN")));
    }

    /** The page that this desk begins with. */
    public String home() {
        return isDepartment() ? LookupPage.PATH : "/queue";
    }

    /** Of a department beside the bureaus; it has no queue here. */
    public boolean isDepartment() {
        return DEPARTMENTS.stream().anyMatch(each -> each.name().equals(kind));
    }

    /** Records print all members by themselves; this one holds a token. */
    @Override
    public String toString() {
        return name + "@" + organisation;
    }
}
