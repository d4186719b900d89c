package io.mingjian.client.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.client.Ending;
import io.mingjian.client.Stopped;
import io.mingjian.client.Text;
import io.mingjian.client.attachment.Hashes;
import io.mingjian.client.findings.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which files are stored and what became of which finding. Append-only, one checksummed line each;
 * what was not written whole is dropped at the next start, and the request that belongs to it is
 * repeated under the same key.
 */
public final class Journal implements Closeable {
    private static final int VERSION = 1;

    private final Disk disk;
    private final Map<Hashes, String> evidence;
    private final Map<String, Done> findings;
    private boolean broken;

    private Journal(Disk disk, Kept kept) {
        this.disk = disk;
        this.evidence = kept.evidence;
        this.findings = kept.findings;
    }

    /** What a submission is for; a journal serves one alone. */
    public record Subject(String door, String instruction, String client) {}

    /** What a file holds. */
    private static final class Kept {
        private final Map<Hashes, String> evidence = new HashMap<>();
        private final Map<String, Done> findings = new LinkedHashMap<>();
        private @Nullable Subject subject;
        private long soundBytes;
        private long bytes;
    }

    /**
     * Opens or begins the journal of a submission.
     *
     * @throws Stopped if the file belongs to another submission or is damaged before its end
     */
    public static Journal open(Path file, Subject subject) throws IOException {
        return open(file, subject, Disk::of);
    }

    /** How a file is opened for writing. */
    interface Opening {
        Disk open(Path file) throws IOException;
    }

    static Journal open(Path file, Subject subject, Opening opening) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        Kept kept = read(file);
        if (kept.soundBytes < kept.bytes) {
            cut(file, kept.soundBytes);
        }
        if (kept.subject != null && !kept.subject.equals(subject)) {
            throw Stopped.usage(
                    "状态目录属于另一次报送（指令 %s，%s），请用 --state 另行指定",
                    "the state folder belongs to another submission (instruction %s, %s); name"
                            + " another with --state",
                    kept.subject.instruction(),
                    kept.subject.door());
        }
        Journal journal = new Journal(opening.open(file), kept);
        if (kept.subject == null) {
            journal.append(
                    List.of(
                            entry("start")
                                    .put("version", VERSION)
                                    .put("door", subject.door())
                                    .put("instruction", subject.instruction())
                                    .put("client", subject.client())));
            journal.force();
        }
        return journal;
    }

    /** The journal as it is, for whoever only wants to look; also while a run writes it. */
    public static Optional<Snapshot> look(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Kept kept = read(file);
        return Optional.ofNullable(kept.subject)
                .map(
                        subject ->
                                new Snapshot(
                                        subject,
                                        kept.evidence.size(),
                                        List.copyOf(kept.findings.values())));
    }

    /** What a journal says. */
    public record Snapshot(Subject subject, int evidence, List<Done> findings) {
        public List<Done> those(Predicate<Done> wanted) {
            return findings.stream().filter(wanted).toList();
        }
    }

    public synchronized Optional<String> evidenceOf(Hashes file) {
        return Optional.ofNullable(evidence.get(file));
    }

    public synchronized Optional<Done> outcomeOf(String findingNo) {
        return Optional.ofNullable(findings.get(findingNo));
    }

    public synchronized int evidenceCount() {
        return evidence.size();
    }

    public synchronized List<Done> outcomes() {
        return new ArrayList<>(findings.values());
    }

    /** Outlives this process at once, a power cut from the next {@link #force} on. */
    public synchronized void stored(Hashes file, String evidenceId) {
        append(
                List.of(
                        entry("evidence")
                                .put("sha256", file.sha256())
                                .put("sm3", file.sm3())
                                .put("id", evidenceId)));
        evidence.put(file, evidenceId);
    }

    public synchronized void decided(List<Done> outcomes) {
        List<ObjectNode> entries = new ArrayList<>();
        for (Done done : outcomes) {
            ObjectNode entry =
                    entry("finding")
                            .put("no", done.findingNo())
                            .put("content", done.content())
                            .put("status", done.status());
            if (done.lead() != null) {
                entry.put("lead", done.lead());
            }
            if (done.problem() != null) {
                entry.set("problem", done.problem());
            }
            entries.add(entry);
        }
        append(entries);
        outcomes.forEach(done -> findings.put(done.findingNo(), done));
    }

    public synchronized void force() {
        try {
            disk.force();
        } catch (IOException full) {
            throw unwritable(full);
        }
    }

    private static ObjectNode entry(String kind) {
        return Json.mapper().createObjectNode().put("t", kind);
    }

    private synchronized void append(List<ObjectNode> entries) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        entries.forEach(entry -> lines.writeBytes(Line.write(entry)));
        try {
            if (broken) {
                throw new IOException("an earlier line was not written whole");
            }
            disk.write(lines.toByteArray());
        } catch (IOException full) {
            throw unwritable(full);
        }
    }

    /** Nothing may follow a line that is torn: the next start would stop reading there. */
    private Stopped unwritable(IOException full) {
        broken = true;
        return new Stopped(
                Ending.INTERRUPTED,
                Text.of(
                        "无法写入日志（%s），请检查磁盘空间",
                        "the journal cannot be written (%s); check the disk", full));
    }

    private static void cut(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            channel.force(true);
        }
    }

    private static Kept read(Path file) throws IOException {
        Kept kept = new Kept();
        kept.bytes = Files.size(file);
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (byte[] line = line(stream); line != null; line = line(stream)) {
                Optional<JsonNode> entry = Line.read(new String(line, StandardCharsets.UTF_8));
                if (entry.isEmpty()) {
                    requireNothingFollows(stream, file, kept.soundBytes);
                    break;
                }
                take(entry.get(), kept);
                kept.soundBytes += line.length + 1L;
            }
        }
        return kept;
    }

    /** A torn line is the last one; a damaged one in the middle is not ours to pass over. */
    private static void requireNothingFollows(InputStream stream, Path file, long at)
            throws IOException {
        for (byte[] line = line(stream); line != null; line = line(stream)) {
            if (Line.read(new String(line, StandardCharsets.UTF_8)).isPresent()) {
                throw Stopped.usage(
                        "日志已损坏：%s（第 %d 字节起）；请改用新的状态目录，平台会识别已报送的内容",
                        "the journal is damaged: %s (from byte %d); use a new state folder, the"
                                + " platform knows what it has",
                        file,
                        at);
            }
        }
    }

    /** Without its end; null when there is no whole line left. */
    private static byte @Nullable [] line(InputStream stream) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        for (int read = stream.read(); read >= 0; read = stream.read()) {
            if (read == '\n') {
                return line.toByteArray();
            }
            line.write(read);
        }
        return null;
    }

    private static void take(JsonNode entry, Kept kept) {
        switch (entry.path("t").asText()) {
            case "start" ->
                    kept.subject =
                            new Subject(
                                    entry.path("door").asText(),
                                    entry.path("instruction").asText(),
                                    entry.path("client").asText());
            case "evidence" ->
                    kept.evidence.put(
                            new Hashes(entry.path("sha256").asText(), entry.path("sm3").asText()),
                            entry.path("id").asText());
            case "finding" -> {
                Done done =
                        new Done(
                                entry.path("no").asText(),
                                entry.path("content").asText(),
                                entry.path("status").asInt(),
                                entry.path("lead").asText(null),
                                entry.get("problem"));
                kept.findings.put(done.findingNo(), done);
            }
            default -> {
                // Written by a later version; what it says is asked of the platform again.
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        disk.close();
    }
}
