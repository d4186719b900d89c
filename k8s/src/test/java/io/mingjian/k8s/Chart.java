package io.mingjian.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The chart under test. */
final class Chart {
    static final Path FOLDER =
            Path.of(System.getProperty("mingjian.root", "..")).resolve("k8s/chart/mingjian");
    private static final ObjectMapper YAML = new YAMLMapper();

    private Chart() {}

    /** The documented scenarios. */
    static List<String> scenarios() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("values"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Renders a scenario for a current cluster, with single values changed. */
    static List<JsonNode> render(String scenario, Map<String, Object> changes) {
        TemplateCommand template =
                new Helm(FOLDER)
                        .template()
                        .withName("mj")
                        .withNamespace("mingjian")
                        .withKubeVersion("1.37.2")
                        .withValuesFile(FOLDER.resolve("values").resolve(scenario));
        changes.forEach(template::set);
        return parse(template.call());
    }

    private static List<JsonNode> parse(String manifests) {
        List<JsonNode> objects = new ArrayList<>();
        try (var parser = new YAMLFactory().createParser(manifests)) {
            YAML.<JsonNode>readValues(parser, JsonNode.class)
                    .forEachRemaining(
                            object -> {
                                if (object != null && object.isObject()) {
                                    objects.add(object);
                                }
                            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return objects;
    }
}
