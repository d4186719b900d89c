package io.mingjian.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {
    private static final List<String> SERVICES =
            List.of("gateway", "registry", "detection", "monitoring");

    static List<String> scenarios() {
        return Chart.scenarios();
    }

    @Test
    void strictLintHasNothingToSay() {
        LintResult lint = new Helm(Chart.FOLDER).lint().strict().quiet().call();
        assertThat(lint.isFailed()).as(String.join("\n", lint.getMessages())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyScenarioRendersTheFourServices(String scenario) {
        List<JsonNode> objects = Chart.render(scenario, Map.of());
        assertThat(names(objects, "Deployment"))
                .containsExactlyInAnyOrderElementsOf(
                        SERVICES.stream().map(name -> "mj-" + name).toList());
        assertThat(names(objects, "Service")).hasSize(4);
        assertThat(names(objects, "NetworkPolicy")).hasSize(4);
    }

    @Test
    void aPilotOnOneNodeHasNoBudgetThatBlocksEveryEviction() {
        assertThat(names(Chart.render("small.yaml", Map.of()), "PodDisruptionBudget")).isEmpty();
        assertThat(names(Chart.render("production.yaml", Map.of()), "PodDisruptionBudget"))
                .hasSize(4);
    }

    @Test
    void exposureIsWhatTheValuesSay() {
        assertThat(names(Chart.render("small.yaml", Map.of()), "Ingress")).isEmpty();
        assertThat(names(Chart.render("production.yaml", Map.of()), "Ingress"))
                .containsExactly("mj-gateway");
        assertThat(names(Chart.render("gateway-api.yaml", Map.of()), "HTTPRoute"))
                .containsExactly("mj-gateway");
    }

    @Test
    void aBucketTakesThePlaceOfTheVolume() {
        List<JsonNode> files = Chart.render("small.yaml", Map.of());
        List<JsonNode> bucket = Chart.render("object-store.yaml", Map.of());
        assertThat(names(files, "PersistentVolumeClaim")).containsExactly("mj-evidence");
        assertThat(names(bucket, "PersistentVolumeClaim")).isEmpty();
        JsonNode detection = only(bucket, "Deployment", "mj-detection").at("/spec/template/spec");
        assertThat(detection.at("/volumes").findValuesAsText("name")).containsExactly("tmp");
        assertThat(detection.at("/containers/0/env").findValuesAsText("name"))
                .contains("MINGJIAN_EVIDENCE_S3_ACCESS_KEY", "MINGJIAN_EVIDENCE_S3_SECRET_KEY");
        JsonNode settings = only(bucket, "ConfigMap", "mj-detection").path("data");
        assertThat(settings.path("MINGJIAN_EVIDENCE_STORE").asText()).isEqualTo("s3");
        assertThat(settings.path("MINGJIAN_EVIDENCE_S3_BUCKET").asText())
                .isEqualTo("mingjian-evidence");
        assertThat(settings.toString()).doesNotContain("SECRET_KEY");
        assertThat(only(bucket, "NetworkPolicy", "mj-detection").toString()).contains("9000");
        assertThat(only(bucket, "NetworkPolicy", "mj-registry").toString()).doesNotContain("9000");
    }

    @Test
    void scratchSpaceFollowsFromTheBundlesThatMayLieThere() {
        assertThat(scratch(Map.of())).isEqualTo("2656Mi");
        Map<String, Object> more = Map.of("preservation.bundlesAtOnce", "5");
        assertThat(scratch(more)).isEqualTo("3744Mi");
        assertThat(
                        only(Chart.render("small.yaml", more), "ConfigMap", "mj-detection")
                                .at("/data/MINGJIAN_PRESERVATION_BUNDLES")
                                .asText())
                .isEqualTo("5");
    }

    private static String scratch(Map<String, Object> changes) {
        return only(Chart.render("small.yaml", changes), "Deployment", "mj-detection")
                .at("/spec/template/spec/volumes/0/emptyDir/sizeLimit")
                .asText();
    }

    @Test
    void tablesOfAnAdministratorAreMountedForMonitoringAlone() {
        assertThat(names(Chart.render("small.yaml", Map.of()), "ConfigMap"))
                .doesNotContain("mj-monitoring-tables");
        Map<String, Object> tables = Map.of("tables.platforms\\.yaml", "- {platform: xin}");
        List<JsonNode> objects = Chart.render("small.yaml", tables);
        assertThat(
                        only(objects, "ConfigMap", "mj-monitoring-tables")
                                .path("data")
                                .path("platforms.yaml")
                                .asText())
                .isEqualTo("- {platform: xin}");
        JsonNode pod = only(objects, "Deployment", "mj-monitoring").at("/spec/template/spec");
        assertThat(pod.at("/containers/0/env").findValuesAsText("name"))
                .contains("MINGJIAN_TABLES_FOLDER");
        assertThat(pod.at("/volumes").findValuesAsText("name")).contains("tables");
        assertThat(pod.at("/containers/0/volumeMounts").findValuesAsText("mountPath"))
                .contains("/tables");
        assertThat(only(objects, "Deployment", "mj-registry").toString()).doesNotContain("tables");
        assertThat(checksum(objects)).isNotEqualTo(checksum(Chart.render("small.yaml", Map.of())));
    }

    @Test
    void aTableOfAnUnknownNameIsRefused() {
        assertThatThrownBy(() -> Chart.render("small.yaml", Map.of("tables.platform\\.yaml", "x")))
                .hasMessageContaining("platform.yaml");
    }

    @Test
    void aBucketWithoutNameOrKeysIsRefused() {
        for (String key : List.of("evidence.s3.bucket", "evidence.s3.secretName")) {
            assertThatThrownBy(() -> Chart.render("object-store.yaml", Map.of(key, "")))
                    .hasMessageContaining(key + " is needed");
        }
    }

    @Test
    void aConfigurationChangeRollsThePods() {
        String before = checksum(Chart.render("small.yaml", Map.of()));
        String after =
                checksum(Chart.render("small.yaml", Map.of("global.tracesSampler", "always_on")));
        assertThat(after).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    global.postgres.port                     | 99999       | /global/postgres/port
                    components.registry.replicas             | -1          | /components/registry/replicas
                    components.registry.replica              | 2           | replica
                    components.registry.image.digest         | latest      | /components/registry/image/digest
                    components.gateway.extraEnv.lower        | x           | does not match pattern
                    expose.type                              | nodePort    | /expose/type
                    preservation.bundlesAtOnce               | 0           | /preservation/bundlesAtOnce
                    evidence.store                           | ftp         | /evidence/store
                    evidence.s3.port                         | 0           | /evidence/s3/port
                    evidence.s3.password                     | x           | password
                    components.registry.resources.limits.cpu | 1           | cpu
                    """)
    void aWrongValueIsRefusedWithItsPlace(String key, String value, String place) {
        assertThatThrownBy(() -> Chart.render("small.yaml", Map.of(key, value)))
                .hasMessageContaining(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    global.secretName                    | ''  | global.secretName is needed
                    global.oidc.issuerUrl                | ''  | global.oidc.issuerUrl is needed
                    components.registry.database.secretName | '' | components.registry.database.secretName is needed
                    components.detection.image.digest    | ''  | images are pinned
                    ingress.host                         | x   | use expose.type
                    """)
    void whatIsMissingOrRenamedIsSaidInWords(String key, String value, String words) {
        assertThatThrownBy(() -> Chart.render("small.yaml", Map.of(key, value)))
                .hasMessageContaining(words);
    }

    @Test
    void thePackageIsComplete(@TempDir Path folder) throws Exception {
        new Helm(Chart.FOLDER).packageIt().withDestination(folder).call();
        try (var files = Files.list(folder)) {
            Path archive = files.findFirst().orElseThrow();
            assertThat(archive.getFileName().toString()).isEqualTo("mingjian-0.1.0.tgz");
            assertThat(Files.size(archive)).isGreaterThan(4_000);
        }
    }

    private static List<String> names(List<JsonNode> objects, String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .map(object -> object.path("metadata").path("name").asText())
                .toList();
    }

    private static JsonNode only(List<JsonNode> objects, String kind, String name) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .filter(object -> object.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String checksum(List<JsonNode> objects) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals("Deployment"))
                .map(object -> object.at("/spec/template/metadata/annotations").toString())
                .findFirst()
                .orElseThrow();
    }
}
