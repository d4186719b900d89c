package io.mingjian.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.stack.process.PortCheck;
import io.mingjian.stack.process.Progress;
import io.mingjian.stack.process.StackFailure;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackOptionsTest {
    private static final Path ROOT = Path.of("/repo");

    @Test
    void withoutVariablesAllServicesRunInTheRepositorysOwnFolder() {
        StackOptions options = from(Map.of());

        assertThat(options.home()).isEqualTo(Path.of("/repo/.mingjian"));
        assertThat(options.cache()).isEqualTo(Path.of("/repo/.mingjian/cache"));
        assertThat(options.ports().of(Service.GATEWAY)).isEqualTo(8080);
        assertThat(options.services()).containsExactlyInAnyOrder(Service.values());
        assertThat(options.brief()).isFalse();
    }

    @Test
    void variablesMoveTheStackElsewhere() {
        StackOptions options =
                from(
                        Map.of(
                                "MINGJIAN_HOME", "/tmp/other/../stack",
                                "MINGJIAN_PORT_BASE", "18000",
                                "MINGJIAN_ONLY", "infra, registry,gateway"));

        assertThat(options.home()).isEqualTo(Path.of("/tmp/stack"));
        assertThat(options.ports().postgres()).isEqualTo(18432);
        assertThat(options.services()).containsExactlyInAnyOrder(Service.REGISTRY, Service.GATEWAY);
    }

    @Test
    void infraAloneStartsNoService() {
        assertThat(from(Map.of("MINGJIAN_ONLY", "infra")).services()).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodStopsTheStart() {
        assertThatThrownBy(() -> from(Map.of("MINGJIAN_PORT_BASE", "high")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("'high'");
        assertThatThrownBy(() -> from(Map.of("MINGJIAN_PORT_BASE", "70000")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("70000");
        assertThatThrownBy(() -> from(Map.of("MINGJIAN_ONLY", "registri")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("registri");
    }

    @Test
    void noTwoThingsShareAPort() {
        assertThat(new Ports(8000).byName(EnumSet.allOf(Service.class)))
                .containsValues(8080, 8081, 8082, 8083, 8180, 8190, 8432, 8092, 8093)
                .hasSize(9);
    }

    @Test
    void aTestStackTakesPortsThatAreFreeNow() {
        StackOptions options = StackOptions.forTests(ROOT, Path.of("/tmp/stack-of-a-test"));

        assertThat(options.ports().byName(EnumSet.allOf(Service.class)).values())
                .allMatch(PortCheck::isFree);
        assertThat(options.brief()).isTrue();
    }

    @Test
    void moreVariablesAddUpPerService() {
        StackOptions options =
                from(Map.of())
                        .with(Service.REGISTRY, "A", "1")
                        .with(Service.REGISTRY, "B", "2")
                        .with(Service.GATEWAY, "A", "3");

        assertThat(options.environment())
                .containsEntry(Service.REGISTRY, Map.of("A", "1", "B", "2"))
                .containsEntry(Service.GATEWAY, Map.of("A", "3"));
    }

    private static StackOptions from(Map<String, String> environment) {
        return StackOptions.fromEnvironment(ROOT, environment, Progress.silent());
    }
}
