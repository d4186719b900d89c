package io.mingjian.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.acceptance.actor.Finding;
import io.mingjian.acceptance.picture.Picture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Findings with their files as an agency packs them: a ZIP or a web archive with a manifest. */
final class LeadParcel {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final ObjectNode manifest = JSON.createObjectNode().put("version", 1);
    private final ArrayNode findings = manifest.putArray("findings");

    /**
     * A lawful finding about a picture, which has a name where its evidence would have an id.
     *
     * @param file in a web archive the address that the picture was captured at
     */
    ObjectNode finding(String number, String file, Picture picture) {
        files.put(file, picture.bytes());
        ObjectNode finding =
                new Finding(
                                number,
                                "",
                                sha256(picture.bytes()),
                                sm3(picture.bytes()),
                                OffsetDateTime.now(World.SHANGHAI).truncatedTo(ChronoUnit.SECONDS))
                        .json();
        ObjectNode fixation = (ObjectNode) finding.at("/evidence/0");
        fixation.remove("evidenceId");
        fixation.put("file", file);
        findings.add(finding);
        return finding;
    }

    /** A file that a finding of the manifest names as it likes. */
    LeadParcel with(String file, byte[] content) {
        files.put(file, content);
        return this;
    }

    /** Where the named file is another one than the finding tells. */
    LeadParcel replacing(String file, String as, byte[] content) {
        files.remove(file);
        ((ObjectNode) findings.get(0).at("/evidence/0"))
                .put("file", as)
                .put("sha256", sha256(content))
                .put("sm3", sm3(content));
        return with(as, content);
    }

    byte[] zip() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("manifest.json", bytes(manifest.toString()));
        all.putAll(files);
        return zip(all);
    }

    /** A gzipped web archive: the files as answers of their addresses, then the manifest. */
    byte[] warc() {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        files.forEach(
                (address, content) ->
                        archive.writeBytes(
                                member(
                                        "response",
                                        address,
                                        joined(
                                                bytes(
                                                        "HTTP/1.1 200 OK\r\n"
                                                                + "Content-Type: image/jpeg\r\n\r\n"),
                                                content))));
        archive.writeBytes(
                member("resource", "urn:mingjian:manifest.json", bytes(manifest.toString())));
        return archive.toByteArray();
    }

    private static byte[] member(String type, String address, byte[] block) {
        String head =
                "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: %s\r\nWARC-Record-ID: <urn:uuid:%s>\r\nContent-Length: %d\r\n\r\n"
                        .formatted(
                                type,
                                address,
                                OffsetDateTime.now(java.time.ZoneOffset.UTC)
                                        .truncatedTo(ChronoUnit.SECONDS),
                                UUID.nameUUIDFromBytes(bytes(address)),
                                block.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(joined(bytes(head), block, bytes("\r\n\r\n")));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
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

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String sm3(byte[] bytes) {
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
