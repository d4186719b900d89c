package io.mingjian.client.findings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.client.attachment.Hashes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One finding with the files that it names. An object anywhere in it that has a {@code file} stands
 * for an attachment; when that is stored, {@code evidenceId} takes the place of {@code file}. Where
 * a member such as {@code recording} says nothing but file and hashes, {@code recordingEvidenceId}
 * takes its place.
 *
 * @param content SHA-256 over the finding as it was written; tells a repetition from a correction
 */
public record Finding(
        int place, String findingNo, ObjectNode json, List<Attached> attached, String content) {
    static final String FILE = "file";
    private static final String EVIDENCE_ID = "evidenceId";
    private static final Set<String> REFERENCE = Set.of(FILE, "sha256", "sm3");
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");

    /**
     * A file that a finding names.
     *
     * @param pointer where, as a JSON pointer
     * @param hashes what the finding says of it; parts that are no hash are empty
     */
    public record Attached(String pointer, String file, Hashes hashes) {}

    public static Finding of(int place, ObjectNode json) {
        List<Attached> attached = new ArrayList<>();
        collect("", json, attached);
        return new Finding(
                place,
                json.path("findingNo").asText(""),
                json,
                List.copyOf(attached),
                HexFormat.of().formatHex(Hashes.newSha256().digest(Json.bytes(json))));
    }

    /** Whether the platform could take the number. */
    public boolean hasNumber() {
        return NUMBER.matcher(findingNo).matches();
    }

    private static void collect(String pointer, JsonNode node, List<Attached> attached) {
        if (node.path(FILE).isTextual()) {
            attached.add(
                    new Attached(
                            pointer,
                            node.path(FILE).asText(),
                            new Hashes(hash(node, "sha256"), hash(node, "sm3"))));
        }
        if (node.isArray()) {
            for (int at = 0; at < node.size(); at++) {
                collect(pointer + "/" + at, node.get(at), attached);
            }
        } else {
            node.fields()
                    .forEachRemaining(
                            e ->
                                    collect(
                                            pointer + "/" + escaped(e.getKey()),
                                            e.getValue(),
                                            attached));
        }
    }

    /** Says of a file nothing but which it is. */
    private static boolean isReference(JsonNode named) {
        Iterable<String> names = named::fieldNames;
        for (String name : names) {
            if (!REFERENCE.contains(name)) {
                return false;
            }
        }
        return true;
    }

    private static String parent(Attached file, int last) {
        return file.pointer().substring(0, last);
    }

    private static String plain(String escaped) {
        return escaped.replace("~1", "/").replace("~0", "~");
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String hash(JsonNode node, String name) {
        String told = node.path(name).asText("").strip().toLowerCase(Locale.ROOT);
        return told.matches("[0-9a-f]{64}") ? told : "";
    }

    /** As it goes to the platform. */
    public ObjectNode naming(Function<Hashes, String> evidenceId) {
        ObjectNode sent = json.deepCopy();
        for (Attached file : attached) {
            String id = evidenceId.apply(file.hashes());
            int last = file.pointer().lastIndexOf('/');
            JsonNode named = sent.at(file.pointer());
            if (last > 0
                    && isReference(named)
                    && sent.at(parent(file, last)) instanceof ObjectNode holder) {
                String name = plain(file.pointer().substring(last + 1));
                holder.remove(name);
                holder.put(name + "EvidenceId", id);
            } else if (named instanceof ObjectNode fixation) {
                fixation.remove(FILE);
                fixation.put(EVIDENCE_ID, id);
            }
        }
        return sent;
    }
}
