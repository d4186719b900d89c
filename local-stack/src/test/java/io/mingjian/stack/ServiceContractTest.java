package io.mingjian.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.stack.process.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceContractTest {
    @TempDir Path home;
    private StackOptions options;

    @BeforeEach
    void options() {
        options =
                StackOptions.fromEnvironment(
                        Path.of("/repo"),
                        Map.of("MINGJIAN_HOME", home.toString()),
                        Progress.silent());
    }

    @Test
    void aBusinessServiceLearnsItsDatabaseBrokerAndIssuer() {
        assertThat(environment(Service.REGISTRY))
                .containsEntry("QUARKUS_HTTP_PORT", "8081")
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                .containsEntry(
                        "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:8432/registry")
                .containsEntry(
                        "QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://127.0.0.1:8432/registry")
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", "registry")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:8092")
                .containsEntry(
                        "QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:8180/realms/mingjian")
                .containsKeys(
                        "QUARKUS_DATASOURCE_PASSWORD",
                        "MINGJIAN_SECRETS_FILER_KEY",
                        "MINGJIAN_SECRETS_CURSOR_KEY");
    }

    @Test
    void onlyTheRegistryHasTheKeyToFilersAndOnlyDetectionTheEvidenceAndTheKeyToRequests() {
        assertThat(environment(Service.DETECTION))
                .containsEntry("MINGJIAN_EVIDENCE_DIR", home.resolve("evidence").toString())
                .containsEntry(
                        "MINGJIAN_PRESERVATION_KEY", home.resolve("preservation.p12").toString())
                .containsKey("MINGJIAN_SECRETS_GENERATION_KEY")
                .doesNotContainKey("MINGJIAN_SECRETS_FILER_KEY");
        assertThat(environment(Service.MONITORING))
                .doesNotContainKeys(
                        "MINGJIAN_SECRETS_FILER_KEY",
                        "MINGJIAN_SECRETS_GENERATION_KEY",
                        "MINGJIAN_PRESERVATION_KEY",
                        "MINGJIAN_EVIDENCE_DIR");
    }

    @Test
    void theKeyOfBundlesIsMadeOnceAndItsCertificateLiesBesideIt() throws IOException {
        environment(Service.DETECTION);
        byte[] store = Files.readAllBytes(home.resolve("preservation.p12"));
        assertThat(home.resolve("preservation.pem")).content().startsWith("-----BEGIN CERTIFICATE");
        environment(Service.DETECTION);
        assertThat(Files.readAllBytes(home.resolve("preservation.p12"))).isEqualTo(store);
    }

    @Test
    void theGatewayKnowsItsUpstreamsAndNoDatabase() {
        assertThat(environment(Service.GATEWAY))
                .containsEntry("MINGJIAN_UPSTREAM_REGISTRY", "http://127.0.0.1:8081")
                .containsEntry("MINGJIAN_UPSTREAM_DETECTION", "http://127.0.0.1:8082")
                .containsEntry("MINGJIAN_UPSTREAM_MONITORING", "http://127.0.0.1:8083")
                .containsKeys(
                        "QUARKUS_OIDC_CONSOLE_CREDENTIALS_SECRET",
                        "MINGJIAN_SECRETS_SESSION_KEY",
                        "MINGJIAN_SECRETS_CSRF_KEY")
                .doesNotContainKey("QUARKUS_DATASOURCE_PASSWORD");
    }

    @Test
    void monitoringKnowsWhereEvidenceIsHandedOver() {
        assertThat(environment(Service.MONITORING))
                .containsEntry("MINGJIAN_DETECTION_URL", "http://127.0.0.1:8082");
    }

    @Test
    void noTwoServicesShareADatabasePassword() {
        assertThat(environment(Service.REGISTRY).get("QUARKUS_DATASOURCE_PASSWORD"))
                .isNotEqualTo(environment(Service.DETECTION).get("QUARKUS_DATASOURCE_PASSWORD"));
    }

    @Test
    void aCallersVariableWins() {
        options = options.with(Service.REGISTRY, "QUARKUS_HTTP_HOST", "0.0.0.0");

        assertThat(environment(Service.REGISTRY)).containsEntry("QUARKUS_HTTP_HOST", "0.0.0.0");
        assertThat(environment(Service.DETECTION)).containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1");
    }

    private Map<String, String> environment(Service service) {
        return new ServiceContract(options, Secrets.in(home)).environment(service);
    }
}
