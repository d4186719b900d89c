package io.mingjian.kit.refusal;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses parameters in the address that hold a null character. */
public class QueryTexts {
    private static final String ENCODED = "%00";

    @ServerRequestFilter(nonBlocking = true)
    public void check(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        String query = uri.getRequestUri().getRawQuery();
        if (query == null || !query.contains(ENCODED)) {
            return;
        }
        uri.getQueryParameters()
                .forEach(
                        (name, values) -> {
                            if (NullCharacter.isIn(name)
                                    || values.stream().anyMatch(NullCharacter::isIn)) {
                                throw NullCharacter.at("/" + name.replace('\0', '\uFFFD'));
                            }
                        });
    }
}
