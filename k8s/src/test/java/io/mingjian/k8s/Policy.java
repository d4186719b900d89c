package io.mingjian.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What every rendered object must meet: Pod Security "restricted" and the habits of a well-kept
 * cluster. One row per rule; each looks at all objects of a release and names those that break it.
 */
final class Policy {
    static final Map<String, Function<List<JsonNode>, List<String>>> RULES = new LinkedHashMap<>();

    static {
        pods(
                "runs as a numbered user that is not root",
                pod ->
                        pod.at("/securityContext/runAsNonRoot").asBoolean()
                                && pod.at("/securityContext/runAsUser").asInt() > 0
                                && pod.at("/securityContext/runAsGroup").asInt() > 0);
        pods(
                "uses the runtime's seccomp profile",
                pod ->
                        pod.at("/securityContext/seccompProfile/type")
                                .asText()
                                .equals("RuntimeDefault"));
        pods(
                "shares nothing with the host",
                pod ->
                        !pod.path("hostNetwork").asBoolean()
                                && !pod.path("hostPID").asBoolean()
                                && !pod.path("hostIPC").asBoolean()
                                && stream(pod.path("volumes"))
                                        .noneMatch(volume -> volume.has("hostPath")));
        pods(
                "mounts no service account token",
                pod ->
                        pod.has("automountServiceAccountToken")
                                && !pod.path("automountServiceAccountToken").asBoolean());
        pods(
                "bounds its scratch space",
                pod ->
                        stream(pod.path("volumes"))
                                .filter(volume -> volume.has("emptyDir"))
                                .allMatch(volume -> volume.path("emptyDir").has("sizeLimit")));
        containers(
                "cannot gain privileges",
                container ->
                        !container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)
                                && container
                                        .at("/securityContext/capabilities/drop/0")
                                        .asText()
                                        .equals("ALL"));
        containers(
                "has a read-only root and a writable /tmp",
                container ->
                        container.at("/securityContext/readOnlyRootFilesystem").asBoolean()
                                && stream(container.path("volumeMounts"))
                                        .anyMatch(
                                                mount ->
                                                        mount.path("mountPath")
                                                                .asText()
                                                                .equals("/tmp")));
        containers(
                "asks for cpu, memory and scratch space, and bounds the last two",
                container ->
                        container.at("/resources/requests").has("cpu")
                                && container.at("/resources/requests").has("memory")
                                && container.at("/resources/requests").has("ephemeral-storage")
                                && container.at("/resources/limits").has("memory")
                                && container.at("/resources/limits").has("ephemeral-storage"));
        containers(
                "has an image pinned by tag and digest",
                container ->
                        container
                                .path("image")
                                .asText()
                                .matches(".+:(?!latest@)[^@:/]+@sha256:[0-9a-f]{64}"));
        containers(
                "opens no port on the host",
                container ->
                        stream(container.path("ports")).noneMatch(port -> port.has("hostPort")));
        deployments(
                "has three probes on a port that exists",
                deployment -> {
                    JsonNode container = deployment.at("/spec/template/spec/containers/0");
                    Set<String> ports = new HashSet<>();
                    container.path("ports").forEach(port -> ports.add(port.path("name").asText()));
                    return Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                            .allMatch(
                                    probe ->
                                            ports.contains(
                                                    container
                                                            .path(probe)
                                                            .at("/httpGet/port")
                                                            .asText()));
                });
        deployments(
                "asks nobody else whether it lives",
                deployment ->
                        deployment
                                .at("/spec/template/spec/containers/0/livenessProbe/httpGet/path")
                                .asText()
                                .equals("/q/health/live"));
        deployments(
                "drains before it ends",
                deployment -> {
                    int pause =
                            deployment
                                    .at(
                                            "/spec/template/spec/containers/0/lifecycle/preStop/sleep/seconds")
                                    .asInt();
                    return pause > 0
                            && pause
                                    < deployment
                                            .at("/spec/template/spec/terminationGracePeriodSeconds")
                                            .asInt();
                });
        deployments(
                "never has fewer pods while it rolls",
                deployment ->
                        deployment
                                        .at("/spec/strategy/rollingUpdate")
                                        .path("maxUnavailable")
                                        .asInt(1)
                                == 0);
        deployments(
                "spreads over nodes",
                deployment ->
                        deployment.at("/spec/template/spec/topologySpreadConstraints").size() > 0
                                && deployment
                                                .at(
                                                        "/spec/template/spec/affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution")
                                                .size()
                                        > 0);
        deployments(
                "rolls when its configuration changes",
                deployment ->
                        deployment
                                .at("/spec/template/metadata/annotations")
                                .has("checksum/config"));
        deployments(
                "selects by labels that stay",
                deployment -> {
                    JsonNode selector = deployment.at("/spec/selector/matchLabels");
                    return selector.size() == 2
                            && !selector.has("app.kubernetes.io/version")
                            && deployment
                                    .at("/spec/template/metadata/labels")
                                    .has("app.kubernetes.io/name");
                });
        each(
                "is in a namespace and carries the recommended labels",
                object ->
                        object.at("/metadata").has("namespace")
                                && object.at("/metadata/labels").has("app.kubernetes.io/name")
                                && object.at("/metadata/labels").has("app.kubernetes.io/instance")
                                && object.at("/metadata/labels").has("app.kubernetes.io/version"));
        each(
                "holds no secret value",
                object ->
                        !object.path("kind").asText().equals("Secret")
                                && (!object.path("kind").asText().equals("ConfigMap")
                                        || stream(object.path("data"))
                                                        .noneMatch(
                                                                value ->
                                                                        value.asText()
                                                                                .contains("BEGIN "))
                                                && fields(object.path("data"))
                                                        .noneMatch(
                                                                key ->
                                                                        key.matches(
                                                                                ".*(PASSWORD|SECRET|_KEY).*"))));
        ofKind(
                "PodDisruptionBudget",
                "lets sick pods go and never blocks every eviction",
                budget ->
                        budget.at("/spec/unhealthyPodEvictionPolicy").asText().equals("AlwaysAllow")
                                && budget.at("/spec/maxUnavailable").asInt() >= 1);
        ofKind(
                "NetworkPolicy",
                "closes both ways and opens by name",
                policy ->
                        policy.at("/spec/policyTypes").size() == 2
                                && policy.at("/spec/podSelector/matchLabels").size() > 0
                                && stream(policy.at("/spec/ingress"))
                                        .allMatch(rule -> rule.path("from").size() > 0)
                                && stream(policy.at("/spec/egress"))
                                        .allMatch(rule -> rule.path("ports").size() > 0));
        RULES.put(
                "Deployment: has a network policy of its own",
                objects -> unmatched(objects, "NetworkPolicy"));
        RULES.put("selectors match something that is rendered", Policy::dangling);
        RULES.put("HorizontalPodAutoscaler: owns the replicas alone", Policy::twoMasters);
    }

    private Policy() {}

    /** All breaks of all rules, each as {@code rule: object}. */
    static List<String> breaks(List<JsonNode> objects) {
        List<String> breaks = new ArrayList<>();
        RULES.forEach(
                (rule, check) ->
                        check.apply(objects).forEach(name -> breaks.add(rule + ": " + name)));
        return breaks;
    }

    private interface Check {
        boolean holds(JsonNode node);
    }

    private static void pods(String rule, Check check) {
        RULES.put(
                "Pod: " + rule,
                objects ->
                        objects.stream()
                                .filter(object -> !pod(object).isMissingNode())
                                .filter(object -> !check.holds(pod(object)))
                                .map(Policy::name)
                                .toList());
    }

    private static void containers(String rule, Check check) {
        RULES.put(
                "Container: " + rule,
                objects ->
                        objects.stream()
                                .filter(
                                        object ->
                                                stream(pod(object).path("containers"))
                                                        .anyMatch(
                                                                container ->
                                                                        !check.holds(container)))
                                .map(Policy::name)
                                .toList());
    }

    private static void deployments(String rule, Check check) {
        ofKind("Deployment", rule, check);
    }

    private static void ofKind(String kind, String rule, Check check) {
        RULES.put(
                kind + ": " + rule,
                objects ->
                        objects.stream()
                                .filter(object -> kind(object).equals(kind))
                                .filter(object -> !check.holds(object))
                                .map(Policy::name)
                                .toList());
    }

    private static void each(String rule, Check check) {
        RULES.put(
                "Object: " + rule,
                objects ->
                        objects.stream()
                                .filter(object -> !check.holds(object))
                                .map(Policy::name)
                                .toList());
    }

    /** Services, budgets, policies and autoscalers that point at nothing. */
    private static List<String> dangling(List<JsonNode> objects) {
        List<JsonNode> labels =
                objects.stream()
                        .filter(object -> kind(object).equals("Deployment"))
                        .map(object -> object.at("/spec/template/metadata/labels"))
                        .toList();
        List<String> broken = new ArrayList<>();
        for (JsonNode object : objects) {
            JsonNode selector =
                    switch (kind(object)) {
                        case "Service" -> object.at("/spec/selector");
                        case "PodDisruptionBudget" -> object.at("/spec/selector/matchLabels");
                        case "NetworkPolicy" -> object.at("/spec/podSelector/matchLabels");
                        default -> null;
                    };
            if (selector != null && labels.stream().noneMatch(set -> contains(set, selector))) {
                broken.add(name(object));
            }
        }
        return broken;
    }

    private static List<String> unmatched(List<JsonNode> objects, String kind) {
        return objects.stream()
                .filter(object -> kind(object).equals("Deployment"))
                .filter(
                        deployment ->
                                objects.stream()
                                        .filter(object -> kind(object).equals(kind))
                                        .noneMatch(
                                                policy ->
                                                        contains(
                                                                deployment.at(
                                                                        "/spec/template/metadata/labels"),
                                                                policy.at(
                                                                        "/spec/podSelector/matchLabels"))))
                .map(Policy::name)
                .toList();
    }

    private static List<String> twoMasters(List<JsonNode> objects) {
        Set<String> scaled = new HashSet<>();
        objects.stream()
                .filter(object -> kind(object).equals("HorizontalPodAutoscaler"))
                .forEach(object -> scaled.add(object.at("/spec/scaleTargetRef/name").asText()));
        return objects.stream()
                .filter(object -> kind(object).equals("Deployment"))
                .filter(
                        object ->
                                scaled.contains(object.at("/metadata/name").asText())
                                        == object.at("/spec").has("replicas"))
                .map(Policy::name)
                .toList();
    }

    private static boolean contains(JsonNode labels, JsonNode selector) {
        return selector.size() > 0
                && selector.properties().stream()
                        .allMatch(entry -> entry.getValue().equals(labels.path(entry.getKey())));
    }

    private static JsonNode pod(JsonNode object) {
        return kind(object).equals("Pod") ? object.path("spec") : object.at("/spec/template/spec");
    }

    private static String kind(JsonNode object) {
        return object.path("kind").asText();
    }

    private static String name(JsonNode object) {
        return kind(object) + "/" + object.at("/metadata/name").asText();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static Stream<String> fields(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey);
    }
}
