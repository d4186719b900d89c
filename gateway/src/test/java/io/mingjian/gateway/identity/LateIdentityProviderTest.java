package io.mingjian.gateway.identity;

import static io.mingjian.contracts.OrganisationKind.DISTRICT_BUREAU;
import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.gateway.testing.Outside.get;
import static io.mingjian.gateway.testing.Outside.json;
import static io.mingjian.gateway.testing.Outside.request;
import static io.mingjian.gateway.testing.Outside.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjian.gateway.testing.IdentityProvider;
import io.mingjian.gateway.testing.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The gateway starts before its identity provider, waits for it, and outlives it. */
@QuarkusTest
@WithTestResource(value = IdentityProvider.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class LateIdentityProviderTest {
    private static final String COMPLAINT = "/api/registry/v1/complaints/1";
    IdentityProvider provider;

    @Test
    void theDoorIsNotReadyUntilItCanTellAGoodTokenAndThenStaysReady() throws IOException {
        String good = provider.sign(Tokens.claims(DISTRICT_BUREAU, HANDLER));

        HttpResponse<String> before = get(good, COMPLAINT);
        assertThat(before.statusCode()).as(before.body()).isEqualTo(503);
        assertThat(json(before).getString("type")).isEqualTo("urn:mingjian:problem:unavailable");
        assertThat(before.headers().firstValue("Retry-After")).isPresent();
        assertThat(send(request(COMPLAINT)).statusCode()).as("no token stays 401").isEqualTo(401);
        assertThat(send(request("/q/health/ready")).statusCode()).isEqualTo(503);

        provider.comes();
        await("the probe itself fetches the keys")
                .atMost(Duration.ofMinutes(1))
                .until(() -> send(request("/q/health/ready")).statusCode() == 200);
        assertThat(get(good, COMPLAINT).statusCode())
                .as("through, to a service that is dead")
                .isEqualTo(502);
        String forged =
                Tokens.forged(Tokens.claims(DISTRICT_BUREAU, HANDLER).issuer(provider.issuer()));
        assertThat(get(forged, COMPLAINT).statusCode()).isEqualTo(401);

        provider.goes();
        assertThat(get(good, COMPLAINT).statusCode()).as("known keys go on working").isEqualTo(502);
        assertThat(send(request("/q/health/ready")).statusCode()).isEqualTo(200);
    }
}
