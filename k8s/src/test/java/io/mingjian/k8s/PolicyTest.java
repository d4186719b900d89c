package io.mingjian.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTest {
    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";

    static List<String> scenarios() {
        return Chart.scenarios();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyScenarioMeetsEveryRule(String scenario) {
        assertThat(Policy.breaks(Chart.render(scenario, Map.of()))).isEmpty();
    }

    /** A rule that no object can break proves nothing: each has a counter-example here. */
    @Test
    void everyRuleBites() {
        Set<String> bitten = new HashSet<>();
        for (Damage damage : damages()) {
            List<JsonNode> objects = copy(Chart.render("production.yaml", Map.of()));
            damage.done.accept(objects);
            List<String> breaks = Policy.breaks(objects);
            assertThat(breaks)
                    .as("rule \"%s\" notices", damage.rule)
                    .anyMatch(text -> text.startsWith(damage.rule));
            bitten.add(damage.rule);
        }
        assertThat(bitten).containsExactlyInAnyOrderElementsOf(Policy.RULES.keySet());
    }

    private record Damage(String rule, Consumer<List<JsonNode>> done) {}

    private static List<Damage> damages() {
        return List.of(
                damage(
                        "Pod: runs as a numbered user that is not root",
                        POD + "/securityContext",
                        node -> node.put("runAsUser", 0)),
                damage(
                        "Pod: uses the runtime's seccomp profile",
                        POD + "/securityContext",
                        node -> node.remove("seccompProfile")),
                damage(
                        "Pod: shares nothing with the host",
                        POD,
                        node -> node.put("hostNetwork", true)),
                damage(
                        "Pod: mounts no service account token",
                        POD,
                        node -> node.remove("automountServiceAccountToken")),
                damage(
                        "Pod: bounds its scratch space",
                        POD + "/volumes/0/emptyDir",
                        node -> node.remove("sizeLimit")),
                damage(
                        "Container: cannot gain privileges",
                        CONTAINER + "/securityContext",
                        node -> node.remove("capabilities")),
                damage(
                        "Container: has a read-only root and a writable /tmp",
                        CONTAINER,
                        node -> node.remove("volumeMounts")),
                damage(
                        "Container: asks for cpu, memory and scratch space, and bounds the last two",
                        CONTAINER + "/resources/limits",
                        node -> node.remove("memory")),
                damage(
                        "Container: has an image pinned by tag and digest",
                        CONTAINER,
                        node -> node.put("image", "x/gateway:latest")),
                damage(
                        "Container: opens no port on the host",
                        CONTAINER + "/ports/0",
                        node -> node.put("hostPort", 80)),
                damage(
                        "Deployment: has three probes on a port that exists",
                        CONTAINER + "/readinessProbe/httpGet",
                        node -> node.put("port", "admin")),
                damage(
                        "Deployment: asks nobody else whether it lives",
                        CONTAINER + "/livenessProbe/httpGet",
                        node -> node.put("path", "/q/health/ready")),
                damage(
                        "Deployment: drains before it ends",
                        POD,
                        node -> node.put("terminationGracePeriodSeconds", 5)),
                damage(
                        "Deployment: never has fewer pods while it rolls",
                        "/spec/strategy/rollingUpdate",
                        node -> node.put("maxUnavailable", 1)),
                damage("Deployment: spreads over nodes", POD, node -> node.remove("affinity")),
                damage(
                        "Deployment: rolls when its configuration changes",
                        "/spec/template/metadata/annotations",
                        node -> node.remove("checksum/config")),
                damage(
                        "Deployment: selects by labels that stay",
                        "/spec/selector/matchLabels",
                        node -> node.put("app.kubernetes.io/version", "1")),
                damage(
                        "Object: is in a namespace and carries the recommended labels",
                        "/metadata",
                        node -> node.remove("namespace")),
                new Damage(
                        "Object: holds no secret value",
                        objects ->
                                ((ObjectNode) first(objects, "ConfigMap").path("data"))
                                        .put("DATABASE_PASSWORD", "x")),
                new Damage(
                        "PodDisruptionBudget: lets sick pods go and never blocks every eviction",
                        objects ->
                                ((ObjectNode) first(objects, "PodDisruptionBudget").path("spec"))
                                        .put("maxUnavailable", 0)),
                new Damage(
                        "NetworkPolicy: closes both ways and opens by name",
                        objects ->
                                ((ArrayNode)
                                                first(objects, "NetworkPolicy")
                                                        .at("/spec/policyTypes"))
                                        .remove(0)),
                new Damage(
                        "Deployment: has a network policy of its own",
                        objects -> objects.remove(first(objects, "NetworkPolicy"))),
                new Damage(
                        "selectors match something that is rendered",
                        objects ->
                                ((ObjectNode) first(objects, "Service").at("/spec/selector"))
                                        .put("app.kubernetes.io/name", "gone")),
                new Damage(
                        "HorizontalPodAutoscaler: owns the replicas alone",
                        objects ->
                                ((ObjectNode) first(objects, "Deployment").path("spec"))
                                        .put("replicas", 3)));
    }

    private static Damage damage(String rule, String at, Consumer<ObjectNode> done) {
        return new Damage(
                rule, objects -> done.accept((ObjectNode) first(objects, "Deployment").at(at)));
    }

    private static JsonNode first(List<JsonNode> objects, String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> copy(List<JsonNode> objects) {
        return new ArrayList<>(
                objects.stream().map(object -> (JsonNode) object.deepCopy()).toList());
    }
}
