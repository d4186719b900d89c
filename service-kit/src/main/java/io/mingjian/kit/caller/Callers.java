package io.mingjian.kit.caller;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.kit.refusal.Forbidden;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Builds the {@link Caller} of the current request. */
@ApplicationScoped
public class Callers {
    private final SecurityIdentity identity;

    Callers(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The caller of this request.
     *
     * @throws Forbidden if the token names no organisation or an unknown kind
     */
    public Caller current() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new Forbidden("缺少机构令牌。", "An organisation's token is needed.");
        }
        return of(token, identity.getRoles());
    }

    /**
     * The caller of this request, if it is of the city's bureau: for doors that show all
     * organisations' records.
     *
     * @throws Forbidden for every other organisation
     */
    public Caller requireCity() {
        Caller caller = current();
        if (!caller.isCity()) {
            throw new Forbidden("仅市局可以进行此操作。", "Only the city's bureau may do this.");
        }
        return caller;
    }

    static Caller of(JsonWebToken token, Set<String> realmRoles) {
        String organisation = claim(token, "organisation").orElseThrow(Callers::noOrganisation);
        OrganisationKind kind =
                claim(token, "kind").flatMap(Callers::kind).orElseThrow(Callers::noOrganisation);
        String subject =
                Optional.ofNullable(token.getSubject()).orElseThrow(Callers::noOrganisation);
        return new Caller(
                subject,
                claim(token, "preferred_username").orElse(subject),
                organisation,
                kind,
                orNull(claim(token, "district")),
                orNull(claim(token, "uscc")),
                roles(realmRoles));
    }

    /** Realm roles that are not ours (the provider's own, say) are left out. */
    private static Set<Role> roles(Set<String> names) {
        return Arrays.stream(Role.values())
                .filter(role -> names.contains(role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<OrganisationKind> kind(String name) {
        return Arrays.stream(OrganisationKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    private static Optional<String> claim(JsonWebToken token, String name) {
        return Optional.ofNullable(token.getClaim(name))
                .map(Object::toString)
                .filter(value -> !value.isBlank());
    }

    private static @Nullable String orNull(Optional<String> value) {
        return value.orElse(null);
    }

    private static Forbidden noOrganisation() {
        return new Forbidden("令牌未载明所属机构。", "The token names no organisation.");
    }
}
