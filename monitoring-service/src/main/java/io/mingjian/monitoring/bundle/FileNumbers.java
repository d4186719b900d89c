package io.mingjian.monitoring.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.monitoring.bundle.BundleFiles.FileState;
import io.mingjian.monitoring.bundle.BundleFiles.KeptFile;
import io.mingjian.monitoring.imports.BundleFindings.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Puts evidence in the place of the numbers of files. */
final class FileNumbers {
    private static final Map<String, String> PLACES =
            Map.of("file", "evidenceId", "recordingFile", "recordingEvidenceId");

    private FileNumbers() {}

    /** As if every file were evidence, under an id that no evidence has. */
    static JsonNode withStandIns(ObjectNode finding) {
        return filled(finding, no -> new UUID(0, no + 1L));
    }

    /** With the evidence that the files became; a finding whose file is none is faulty. */
    static Item withEvidence(ObjectNode finding, Map<Integer, KeptFile> files) {
        return new Item(filled(finding, no -> evidence(files.get(no))), refusals(finding, files));
    }

    private static @Nullable UUID evidence(@Nullable KeptFile file) {
        return file == null ? null : file.evidenceId();
    }

    private static List<FieldError> refusals(ObjectNode finding, Map<Integer, KeptFile> files) {
        List<FieldError> faults = new ArrayList<>();
        JsonNode evidence = finding.path("evidence");
        for (int at = 0; evidence.isArray() && at < evidence.size(); at++) {
            for (String from : PLACES.keySet()) {
                JsonNode no = evidence.get(at).get(from);
                KeptFile file = no == null ? null : files.get(no.asInt());
                if (file != null && file.state() == FileState.REFUSED) {
                    faults.add(
                            new FieldError(
                                    "/evidence/" + at + "/" + PLACES.get(from),
                                    "evidence-refused",
                                    "文件“"
                                            + Faulty.shown(file.name())
                                            + "”未被接收为证据："
                                            + file.refusal()));
                }
            }
        }
        return faults;
    }

    private static JsonNode filled(ObjectNode finding, IntFunction<@Nullable UUID> ids) {
        ObjectNode copy = finding.deepCopy();
        JsonNode evidence = copy.path("evidence");
        for (int at = 0; evidence.isArray() && at < evidence.size(); at++) {
            if (evidence.get(at) instanceof ObjectNode fixation) {
                PLACES.forEach(
                        (from, to) -> {
                            JsonNode no = fixation.remove(from);
                            UUID id = no == null ? null : ids.apply(no.asInt());
                            if (id != null) {
                                fixation.put(to, id.toString());
                            }
                        });
            }
        }
        return copy;
    }
}
