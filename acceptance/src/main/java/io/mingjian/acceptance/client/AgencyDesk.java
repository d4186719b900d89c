package io.mingjian.acceptance.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.acceptance.actor.Finding;
import io.mingjian.acceptance.picture.Pictures;
import io.mingjian.stack.Addresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where an agency's findings, their files and the state of their submission lie. */
public final class AgencyDesk {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Path jar;
    private final Addresses addresses;
    private final String client;

    /**
     * @param root of the repository, where the jar was built
     * @param client id of the agency's machine, as {@code monitor-jingwei}
     */
    public AgencyDesk(Path folder, Path root, Addresses addresses, String client) {
        this.folder = folder;
        this.jar = root.resolve("monitor-client/target/monitor-client.jar");
        this.addresses = addresses;
        this.client = client;
    }

    /**
     * Lays out findings {@code <series>-00001} and so on, whose evidence is one of so many
     * pictures.
     */
    public void laysOut(String series, int findings, int pictures, OffsetDateTime collectedAt)
            throws IOException, InterruptedException {
        Path attachments = Files.createDirectories(attachments());
        List<String> hash = new ArrayList<>(List.of("hash"));
        for (int i = 0; i < pictures; i++) {
            Path file = attachments.resolve(i + ".png");
            Files.write(file, Pictures.small(series.hashCode() * 100_003L + i).bytes());
            hash.add(file.toString());
        }
        Path hashes = folder.resolve("hashes.txt");
        if (run(hash, hashes).waitFor() != 0) {
            throw new IllegalStateException("the client cannot hash, see " + folder);
        }
        List<String> lines;
        try (Stream<String> told = Files.lines(hashes)) {
            lines = told.toList();
        }
        List<String> written = new ArrayList<>();
        for (int i = 0; i < findings; i++) {
            String[] hashed = lines.get(i % pictures).split(" {2}");
            ObjectNode finding =
                    new Finding(
                                    "%s-%05d".formatted(series, i + 1),
                                    "",
                                    hashed[0],
                                    hashed[1],
                                    collectedAt)
                            .json();
            ObjectNode fixation = (ObjectNode) finding.at("/evidence/0");
            fixation.remove("evidenceId");
            fixation.put("file", (i % pictures) + ".png");
            written.add(JSON.writeValueAsString(finding));
        }
        Files.write(findings(), written);
    }

    /** Begins to submit, or goes on; the report comes into {@link #report}. */
    public Process submits(String instruction) throws IOException {
        return run(
                List.of(
                        "submit",
                        "--json",
                        "--door",
                        addresses.gateway().toString(),
                        "--issuer",
                        addresses.issuer().toString(),
                        "--instruction",
                        instruction,
                        "--findings",
                        findings().toString(),
                        "--attachments",
                        attachments().toString(),
                        "--state",
                        folder.resolve("state").toString()),
                report());
    }

    private Process run(List<String> arguments, Path out) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-jar", jar.toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(folder.resolve("progress.txt").toFile());
        builder.environment().put("MINGJIAN_CLIENT_ID", client);
        builder.environment().put("MINGJIAN_CLIENT_SECRET", addresses.clientSecret(client));
        return builder.start();
    }

    /** How many findings have an outcome in the journal so far. */
    public long outcomes() throws IOException {
        Path journal = folder.resolve("state/journal.log");
        if (!Files.exists(journal)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(journal)) {
            return lines.filter(line -> line.contains("\"t\":\"finding\"")).count();
        }
    }

    public Path report() {
        return folder.resolve("report.json");
    }

    private Path findings() {
        return folder.resolve("findings.jsonl");
    }

    private Path attachments() {
        return folder.resolve("attachments");
    }
}
