package io.mingjian.monitoring.bundle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds bundles for tests: lawful by default, each {@code with…} changes one thing. */
final class Parcel {
    static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final ObjectNode manifest = JSON.createObjectNode().put("version", 1);
    private final ArrayNode findings = manifest.putArray("findings");
    private String manifestName = "manifest.json";

    /** One finding with one file. */
    static Parcel ofOne() {
        return new Parcel().finding("F-1", "files/a.png", bytes("page of a shop"));
    }

    Parcel finding(String number, String file, byte[] content) {
        return finding(JSON.createObjectNode().put("findingNo", number), file, content);
    }

    /** A finding with a file in the place of its evidence; its hashes are right. */
    Parcel finding(ObjectNode finding, String file, byte[] content) {
        files.put(file, content);
        ObjectNode fixation =
                finding.path("evidence").path(0) instanceof ObjectNode there
                        ? there
                        : finding.putArray("evidence").addObject();
        fixation.remove("evidenceId");
        fixation.put("file", file).put("sha256", sha256(content)).put("sm3", sm3(content));
        findings.add(finding);
        return this;
    }

    /** A finding as it is, whatever it names. */
    Parcel add(ObjectNode finding) {
        findings.add(finding);
        return this;
    }

    Parcel with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    Parcel without(String name) {
        files.remove(name);
        return this;
    }

    Parcel manifestAs(String name) {
        manifestName = name;
        return this;
    }

    ObjectNode fixation(int finding) {
        return (ObjectNode) findings.get(finding).get("evidence").get(0);
    }

    ObjectNode manifest() {
        return manifest;
    }

    byte[] zip() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(manifestName, json());
        all.putAll(files);
        return zip(all);
    }

    byte[] json() {
        return bytes(manifest.toString());
    }

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** A web archive: the files as answers, then the manifest as a resource. */
    byte[] warc() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.forEach(
                (uri, content) ->
                        out.writeBytes(
                                response(
                                        uri,
                                        content,
                                        "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n")));
        out.writeBytes(record("resource", "urn:mingjian:manifest.json", json(), ""));
        return out.toByteArray();
    }

    static byte[] response(String uri, byte[] content, String head) {
        String payload = "WARC-Payload-Digest: sha256:" + sha256(content) + "\r\n";
        return record("response", uri, join(bytes(head + "\r\n"), content), payload);
    }

    static byte[] record(String type, String uri, byte[] block, String more) {
        String head =
                "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2026-04-14T01:30:00Z\r\nWARC-Record-ID: <urn:uuid:%s>\r\n%sContent-Length: %d\r\n\r\n"
                        .formatted(
                                type, uri, UUID.nameUUIDFromBytes(bytes(uri)), more, block.length);
        return join(bytes(head), block, bytes("\r\n\r\n"));
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            new ByteArrayInputStream(bytes).transferTo(gzip);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String sm3(byte[] bytes) {
        try {
            return Fingerprint.of(new ByteArrayInputStream(bytes)).fingerprint().sm3();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
