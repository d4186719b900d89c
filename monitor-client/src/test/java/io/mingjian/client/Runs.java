package io.mingjian.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.client.findings.Json;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the command here or in a process of its own. */
final class Runs {
    private Runs() {}

    /** What a run left. */
    record Run(int status, String out, String err) {
        JsonNode json() {
            try {
                return Json.mapper().readTree(out);
            } catch (IOException notJson) {
                throw new AssertionError("no JSON:\n" + out + "\n" + err, notJson);
            }
        }
    }

    static final Map<String, String> SECRET =
            Map.of(
                    "MINGJIAN_CLIENT_ID", FakeGateway.CLIENT,
                    "MINGJIAN_CLIENT_SECRET", FakeGateway.SECRET);

    static List<String> submit(FakeGateway gateway, Material material, String... more)
            throws IOException {
        return submit(gateway, material, material.write(), more);
    }

    static List<String> submit(
            FakeGateway gateway, Material material, Path findings, String... more) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "submit",
                                "--door",
                                gateway.address(),
                                "--issuer",
                                gateway.issuer(),
                                "--instruction",
                                FakeGateway.INSTRUCTION,
                                "--findings",
                                findings.toString(),
                                "--attachments",
                                material.attachments().toString(),
                                "--state",
                                material.state().toString(),
                                "--json"));
        command.addAll(List.of(more));
        return command;
    }

    static Run here(List<String> command) {
        return here(SECRET, command);
    }

    static Run here(Map<String, String> environment, List<String> command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status =
                new Client(
                                environment,
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8))
                        .run(command.toArray(String[]::new));
        return new Run(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A process with the memory that the documentation promises to be enough. */
    static Process apart(List<String> command, File out) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(
                List.of(
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.mingjian.client.Main"));
        line.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .redirectOutput(out)
                        .redirectError(ProcessBuilder.Redirect.to(new File(out + ".err")));
        builder.environment().putAll(SECRET);
        return builder.start();
    }
}
