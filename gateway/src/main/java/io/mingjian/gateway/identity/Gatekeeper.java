package io.mingjian.gateway.identity;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.gateway.identity.Admission.Admitted;
import io.mingjian.gateway.identity.Admission.BadToken;
import io.mingjian.gateway.identity.Admission.Fault;
import io.mingjian.gateway.identity.Admission.NoKeys;
import io.mingjian.gateway.identity.Admission.NoOrganisation;
import io.mingjian.gateway.identity.Admission.NoToken;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Looks at the token of a request: signature, issuer, audience, time, binding, organisation. */
@ApplicationScoped
public class Gatekeeper {
    private final OidcKeys keys;

    Gatekeeper(OidcKeys keys) {
        this.keys = keys;
    }

    /** Never fails; every fault is an outcome. */
    public Uni<Admission> look(RoutingContext exchange) {
        if (!hasBearerToken(exchange)) {
            return Uni.createFrom().item(new NoToken());
        }
        // The framework would answer a bad token itself, without a problem document.
        exchange.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        return QuarkusHttpUser.getSecurityIdentity(exchange, null)
                .map(Gatekeeper::admission)
                .onFailure()
                .recoverWithItem(this::refusal);
    }

    private static boolean hasBearerToken(RoutingContext exchange) {
        String authorization = exchange.request().getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
    }

    private static Admission admission(SecurityIdentity identity) {
        if (identity == null || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return new BadToken(Fault.INVALID);
        }
        if (token.containsClaim("cnf")) {
            return new BadToken(Fault.BOUND);
        }
        return caller(token, identity.getRoles())
                .<Admission>map(Admitted::new)
                .orElseGet(NoOrganisation::new);
    }

    private static Optional<Caller> caller(JsonWebToken token, Set<String> realmRoles) {
        Optional<OrganisationKind> kind = claim(token, "kind").flatMap(Gatekeeper::kind);
        Optional<String> organisation = claim(token, "organisation");
        String subject = token.getSubject();
        if (subject == null || kind.isEmpty() || organisation.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Caller(subject, organisation.get(), kind.get(), roles(realmRoles)));
    }

    private static Optional<String> claim(JsonWebToken token, String name) {
        return Optional.ofNullable(token.getClaim(name))
                .map(Object::toString)
                .filter(value -> !value.isBlank());
    }

    private static Optional<OrganisationKind> kind(String name) {
        return Arrays.stream(OrganisationKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    private static Set<Role> roles(Set<String> names) {
        return Arrays.stream(Role.values())
                .filter(role -> names.contains(role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Admission refusal(Throwable failure) {
        if (!keys.areLoaded() || cause(failure, OIDCException.class).isPresent()) {
            return new NoKeys();
        }
        return new BadToken(
                cause(failure, InvalidJwtException.class)
                        .map(Gatekeeper::fault)
                        .orElse(Fault.INVALID));
    }

    private static Fault fault(InvalidJwtException invalid) {
        if (invalid.hasExpired()) {
            return Fault.EXPIRED;
        }
        boolean audience =
                invalid.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)
                        || invalid.hasErrorCode(ErrorCodes.AUDIENCE_MISSING);
        return audience ? Fault.AUDIENCE : Fault.INVALID;
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
        }
        return Optional.empty();
    }
}
