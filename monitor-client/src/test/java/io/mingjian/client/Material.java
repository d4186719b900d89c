package io.mingjian.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.client.findings.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Findings with attachments, made under a seed. */
final class Material {
    private final Path folder;
    private final Random random;
    final List<ObjectNode> findings = new ArrayList<>();

    Material(Path folder, long seed) throws IOException {
        this.folder = folder;
        this.random = new Random(seed);
        Files.createDirectories(attachments());
    }

    /** So many, each with so many files of about this size. */
    Material with(int count, int files, int bytes) throws IOException {
        for (int i = 0; i < count; i++) {
            String no = "F-%05d".formatted(findings.size() + 1);
            ObjectNode finding =
                    Json.mapper()
                            .createObjectNode()
                            .put("findingNo", no)
                            .put("contentSummary", "出售教程，第 " + no + " 条");
            ArrayNode evidence = finding.putArray("evidence");
            for (int file = 0; file < files; file++) {
                byte[] content = new byte[bytes / 2 + random.nextInt(bytes)];
                random.nextBytes(content);
                evidence.add(fixation(no + "/" + file + ".png", content));
            }
            findings.add(finding);
        }
        return this;
    }

    ObjectNode fixation(String name, byte[] content) throws IOException {
        Path file = attachments().resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return Json.mapper()
                .createObjectNode()
                .put("file", name)
                .put("sha256", FakeGateway.hex(FakeGateway.sha256().digest(content)))
                .put("sm3", FakeGateway.sm3(content));
    }

    Path attachments() {
        return folder.resolve("attachments");
    }

    Path file(int finding, int file) {
        return attachments().resolve("F-%05d/%d.png".formatted(finding, file));
    }

    Path state() {
        return folder.resolve("state");
    }

    /** Written anew, as the findings are now. */
    Path write() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (ObjectNode finding : findings) {
            lines.append(new String(Json.bytes(finding), StandardCharsets.UTF_8)).append('\n');
        }
        return Files.writeString(folder.resolve("findings.jsonl"), lines);
    }
}
