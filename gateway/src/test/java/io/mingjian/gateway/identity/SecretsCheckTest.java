package io.mingjian.gateway.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;

class SecretsCheckTest {
    private static final String LONG = "0123456789abcdef0123456789abcdef";

    private record Given(String sessionKey, String csrfKey) implements Secrets {}

    @Test
    void weakSecretsStopTheStart() {
        assertThatThrownBy(() -> check(LONG.substring(1), LONG))
                .hasMessageContaining("session-key");
        assertThatThrownBy(() -> check(LONG, "short")).hasMessageContaining("csrf-key");
        assertThatCode(() -> check(LONG, LONG)).doesNotThrowAnyException();
    }

    private static void check(String sessionKey, String csrfKey) {
        new SecretsCheck(new Given(sessionKey, csrfKey)).check(new StartupEvent());
    }
}
