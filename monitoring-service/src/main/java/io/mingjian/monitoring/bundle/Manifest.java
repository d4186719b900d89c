package io.mingjian.monitoring.bundle;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.table.FormReader;
import io.mingjian.kit.table.Headings;
import io.mingjian.kit.table.Table;
import io.mingjian.kit.table.Table.Line;
import io.mingjian.kit.table.Unreadable;
import io.mingjian.monitoring.imports.FindingColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a bundle says of itself: findings as they are handed in elsewhere, with {@code file} and
 * {@code recordingFile} in the place of the ids of evidence.
 *
 * @param findings each an object
 * @param files hashes of files beyond those in the fixation records, if any are listed
 */
record Manifest(List<ObjectNode> findings, List<JsonNode> files) {
    private static final int VERSION = 1;
    private static final int MOST_FAULTS = 100;

    /** Of all objects, lists, texts and numbers: what a text becomes in memory is many times it. */
    private static final int MOST_VALUES = 1_000_000;

    private static final int DEEPEST = 20;

    /** As long as one record of a table may be. */
    private static final int LONGEST_FINDING = 200_000;

    /**
     * @throws Invalid if it cannot be read, or is empty or too long
     */
    static Manifest read(ManifestKind kind, byte[] bytes, ObjectMapper json, int mostFindings)
            throws IOException {
        Manifest manifest =
                kind == ManifestKind.JSON ? json(bytes, json) : table(bytes, mostFindings);
        if (manifest.findings.isEmpty()) {
            throw Faulty.of("no-findings", "清单中没有线索。");
        }
        if (manifest.findings.size() > mostFindings) {
            throw tooMany(mostFindings);
        }
        return manifest;
    }

    private static Manifest json(byte[] bytes, ObjectMapper json) throws IOException {
        JsonNode root;
        try {
            measure(bytes, json);
            root =
                    json.reader()
                            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                            // Else 1e400 would be infinite here, before anybody checks the price.
                            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                            .readTree(bytes);
        } catch (JsonProcessingException unreadable) {
            var at = unreadable.getLocation();
            throw unreadable("第" + (at == null ? 0 : at.getLineNr()) + "行附近");
        }
        if (!root.path("version").isInt()
                || root.path("version").asInt() != VERSION
                || !root.path("findings").isArray()) {
            throw unreadable("须有 version（1）和 findings");
        }
        List<ObjectNode> findings = new ArrayList<>();
        for (JsonNode each : root.get("findings")) {
            if (!(each instanceof ObjectNode finding)) {
                throw unreadable("findings 中的第" + (findings.size() + 1) + "项不是对象");
            }
            if (finding.toString().length() > LONGEST_FINDING) {
                throw unreadable("第" + (findings.size() + 1) + "条线索超过 " + LONGEST_FINDING + " 个字符");
            }
            findings.add(finding);
        }
        List<JsonNode> files = new ArrayList<>();
        root.path("files").forEach(files::add);
        return new Manifest(findings, files);
    }

    /** Goes through it once without keeping anything of it. */
    private static void measure(byte[] bytes, ObjectMapper json) throws IOException {
        int values = 0;
        int depth = 0;
        try (JsonParser parser = json.createParser(bytes)) {
            for (JsonToken next = parser.nextToken(); next != null; next = parser.nextToken()) {
                depth += next.isStructStart() ? 1 : next.isStructEnd() ? -1 : 0;
                if (depth > DEEPEST) {
                    throw unreadable("嵌套超过 " + DEEPEST + " 层");
                }
                values += next.isStructEnd() || next == JsonToken.FIELD_NAME ? 0 : 1;
                if (values > MOST_VALUES) {
                    throw unreadable("内容超过 " + MOST_VALUES + " 项，请拆分后上传");
                }
                if ((next == JsonToken.VALUE_STRING || next == JsonToken.FIELD_NAME)
                        && parser.getText().indexOf('\0') >= 0) {
                    throw unreadable("第" + parser.currentLocation().getLineNr() + "行附近含有空字符");
                }
            }
        }
    }

    /** The same columns as elsewhere; where the id of evidence would stand is the file's name. */
    private static Manifest table(byte[] bytes, int mostFindings) throws IOException {
        Path file = Files.createTempFile("manifest", ".part");
        try {
            Files.write(file, bytes);
            return table(file, mostFindings);
        } catch (Unreadable unreadable) {
            throw unreadable(String.valueOf(unreadable.getMessage()));
        } finally {
            Files.delete(file);
        }
    }

    private static Manifest table(Path file, int mostFindings) throws IOException {
        List<ObjectNode> findings = new ArrayList<>();
        List<FieldError> faults = new ArrayList<>();
        try (Table table = Table.open(file)) {
            Optional<Line> line = table.next();
            Headings headings =
                    Headings.of(
                            line.orElseThrow(() -> new Unreadable("文件是空的。")).cells(),
                            FindingColumns.ALL);
            FormReader reader = new FormReader(headings);
            for (line = table.next(); line.isPresent(); line = table.next()) {
                if (line.get().isBlank()) {
                    continue;
                }
                if (findings.size() == mostFindings) {
                    throw tooMany(mostFindings);
                }
                FormReader.Form form = reader.read(line.get());
                String pointer = "/findings/" + findings.size();
                form.faults().stream()
                        .limit(MOST_FAULTS - (long) faults.size())
                        .map(
                                each ->
                                        new FieldError(
                                                pointer,
                                                each.code(),
                                                each.column() + "：" + each.detail()))
                        .forEach(faults::add);
                findings.add(withFiles(form.form()));
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return new Manifest(findings, List.of());
    }

    private static ObjectNode withFiles(ObjectNode finding) {
        for (JsonNode each : finding.path("evidence")) {
            if (each instanceof ObjectNode fixation) {
                rename(fixation, "evidenceId", "file");
                rename(fixation, "recordingEvidenceId", "recordingFile");
            }
        }
        return finding;
    }

    private static void rename(ObjectNode fixation, String from, String to) {
        JsonNode name = fixation.remove(from);
        if (name != null) {
            fixation.set(to, name);
        }
    }

    private static Invalid tooMany(int most) {
        return Faulty.of("too-many-findings", "清单中的线索超过 " + most + " 条，请拆分后上传。");
    }

    private static Invalid unreadable(String where) {
        return Faulty.of("manifest-unreadable", "清单无法读取：" + where + "。");
    }
}
