package io.mingjian.monitoring.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.monitoring.bundle.Archive.Member;
import io.mingjian.monitoring.finding.PageUrl;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a bundle whole: every file against the manifest, every line of the manifest against
 * the files. What does not fit exactly is not the bundle that the agency made, so nothing is kept
 * of it; all reasons are told at once.
 */
final class BundleCheck {
    private static final int MOST_FAULTS = 100;

    private final Archive archive;
    private final Limits limits;
    private final ObjectMapper json;
    private final List<BundleFile> members = new ArrayList<>();
    private final Map<String, List<BundleFile>> byName = new HashMap<>();
    private final Set<Integer> used = new HashSet<>();
    private final List<FieldError> faults = new ArrayList<>();
    private @Nullable ManifestKind kind;
    private byte[] manifest = new byte[0];

    private BundleCheck(Archive archive, Limits limits, ObjectMapper json) {
        this.archive = archive;
        this.limits = limits;
        this.json = json;
    }

    /**
     * A bundle that fits.
     *
     * @param findings with the number of a file in the place of its name
     * @param files that findings name, by their numbers: places in the archive
     */
    record Fitting(List<ObjectNode> findings, List<BundleFile> files) {}

    /**
     * @throws Invalid naming what does not fit
     */
    static Fitting of(Archive archive, Limits limits, ObjectMapper json) throws IOException {
        return new BundleCheck(archive, limits, json).check();
    }

    private Fitting check() throws IOException {
        archive.each(this::look);
        if (kind == null) {
            throw Faulty.of(
                    "no-manifest", "文件包中没有清单（manifest.json、manifest.csv 或者 manifest.xlsx）。");
        }
        Manifest read = Manifest.read(kind, manifest, json, limits.findings());
        listed(read.files());
        for (int at = 0; at < read.findings().size(); at++) {
            fitAll("/findings/" + at, read.findings().get(at));
        }
        refuseExtra();
        if (!faults.isEmpty()) {
            throw new Invalid(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
        }
        List<BundleFile> files = members.stream().filter(each -> used.contains(each.no())).toList();
        return new Fitting(read.findings(), files);
    }

    private void look(Member member, InputStream content) throws IOException {
        var asManifest = archive.manifest(member);
        if (asManifest.isPresent()) {
            if (kind != null) {
                throw Faulty.of("two-manifests", "文件包中只能有一份清单。");
            }
            kind = asManifest.get();
            manifest = content.readNBytes(limits.manifestBytes() + 1);
            if (manifest.length > limits.manifestBytes()) {
                throw Faulty.tooLargeInside("清单");
            }
            return;
        }
        Fingerprint.Seen seen = Fingerprint.of(content);
        boolean nested = Nested.isArchive(member.name(), seen.head());
        BundleFile file = new BundleFile(members.size(), member, seen.fingerprint(), nested);
        if (nested && !archive.mayHoldMore()) {
            throw Faulty.of("nested-archive", "文件包中不得再有压缩包：“" + Faulty.shown(member.name()) + "”。");
        }
        members.add(file);
        member.names()
                .forEach(name -> byName.computeIfAbsent(name, n -> new ArrayList<>()).add(file));
    }

    /** Hashes that are listed apart, as for recordings. */
    private void listed(List<JsonNode> files) {
        for (int at = 0; at < files.size(); at++) {
            String pointer = "/files/" + at;
            BundleFile file = named(pointer + "/name", files.get(at).path("name"));
            if (file != null) {
                hashes(pointer, files.get(at), file);
            }
        }
    }

    private void fitAll(String pointer, ObjectNode finding) {
        JsonNode evidence = finding.path("evidence");
        for (int at = 0; at < evidence.size(); at++) {
            if (evidence.get(at) instanceof ObjectNode fixation) {
                fit(pointer + "/evidence/" + at, fixation);
            }
        }
    }

    private void fit(String pointer, ObjectNode fixation) {
        if (fixation.has("file")) {
            BundleFile file = named(pointer + "/file", fixation.get("file"));
            if (file != null) {
                hashes(pointer, fixation, file);
                address(pointer, fixation, file.member());
                fixation.put("file", file.no());
            }
        }
        if (fixation.has("recordingFile")) {
            BundleFile file = named(pointer + "/recordingFile", fixation.get("recordingFile"));
            if (file != null) {
                fixation.put("recordingFile", file.no());
            }
        }
    }

    private @Nullable BundleFile named(String pointer, JsonNode name) {
        List<BundleFile> found = byName.getOrDefault(name.asText(), List.of());
        if (!name.isTextual() || found.isEmpty()) {
            add(pointer, "missing-file", "文件包中没有此文件：“" + Faulty.shown(name.asText()) + "”");
            return null;
        }
        if (found.size() > 1) {
            add(pointer, "ambiguous-name", "文件包中有多份同名文件，请改用 WARC-Record-ID");
            return null;
        }
        BundleFile file = found.get(0);
        if (file.nested()) {
            add(pointer, "nested-archive", "压缩包不能作为证据");
        } else if (file.fingerprint().bytes() == 0) {
            add(pointer, "empty-file", "文件是空的");
        }
        used.add(file.no());
        return file;
    }

    private void hashes(String pointer, JsonNode given, BundleFile file) {
        hash(pointer + "/sha256", given.path("sha256"), file.fingerprint().sha256(), "SHA-256");
        hash(pointer + "/sm3", given.path("sm3"), file.fingerprint().sm3(), "SM3");
    }

    private void hash(String pointer, JsonNode given, String counted, String name) {
        if (!given.asText().equalsIgnoreCase(counted)) {
            add(pointer, "hash-differs", name + " 摘要与文件不符，文件的摘要为 " + counted);
        }
    }

    /** The address that a web archive captured is the address of the record. */
    private void address(String pointer, ObjectNode fixation, Member member) {
        if (member.url() == null) {
            return;
        }
        if (!fixation.hasNonNull("url")) {
            fixation.put("url", member.url());
        } else if (!PageUrl.of(fixation.get("url").asText())
                .map(PageUrl::toString)
                .equals(PageUrl.of(member.url()).map(PageUrl::toString))) {
            add(pointer + "/url", "url-differs", "与 WARC 记录的网址不同：" + Faulty.shown(member.url()));
        }
    }

    private void refuseExtra() {
        if (!archive.mayHoldMore()) {
            members.stream()
                    .filter(each -> !used.contains(each.no()))
                    .forEach(
                            each ->
                                    add(
                                            "/files",
                                            "extra-file",
                                            "清单未提及此文件：“"
                                                    + Faulty.shown(each.member().name())
                                                    + "”"));
        }
    }

    private void add(String pointer, String code, String detail) {
        if (faults.size() <= MOST_FAULTS) {
            faults.add(new FieldError(pointer, code, detail));
        }
    }
}
