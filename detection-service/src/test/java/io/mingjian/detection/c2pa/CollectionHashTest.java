package io.mingjian.detection.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Container;
import io.mingjian.detection.media.MediaKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Documents in archives, signed by the test itself. */
class CollectionHashTest {
    private static final Map<String, String> DOCUMENT =
            Map.of("[Content_Types].xml", "<Types/>", "word/document.xml", "<w:t>text</w:t>");
    private static final int CHECKSUM = 16;

    private final CredentialSmith smith = new CredentialSmith();

    @Test
    void everyMemberAndTheDirectoryAreBound() {
        byte[] signed = signed(DOCUMENT);
        CredentialReport report = verify(signed);
        assertThat(report.failures()).isEmpty();
        assertThat(report.state()).isEqualTo(CredentialState.TRUSTED);
        assertThat(report.place().orElseThrow().carrier()).isEqualTo("ZIP");
    }

    @Test
    void aChangedByteOfAMemberIsTampering() {
        byte[] signed = signed(DOCUMENT);
        Block member =
                Container.of(ByteView.of(signed), MediaKind.OOXML)
                        .first("word/document.xml")
                        .orElseThrow();
        signed[member.dataOffset() + 2] ^= 1;
        assertThat(verify(signed).state()).isEqualTo(CredentialState.TAMPERED);
    }

    @Test
    void aChangedDirectoryIsTampering() {
        byte[] signed = signed(DOCUMENT);
        byte[] longer = Arrays.copyOf(signed, signed.length + 4);
        longer[signed.length - 2] = 4;
        assertThat(verify(longer).state()).isEqualTo(CredentialState.TAMPERED);
    }

    @Test
    void anAddedMemberIsTampering() {
        byte[] store = store(signed(DOCUMENT));
        Map<String, String> more = new LinkedHashMap<>(DOCUMENT);
        more.put("word/macro.bin", "x");
        assertThat(verify(zip(more, store)).state()).isEqualTo(CredentialState.TAMPERED);
    }

    private static byte[] store(byte[] zip) {
        ByteView view = ByteView.of(zip);
        Block member = Container.of(view, MediaKind.OOXML).first(ZipCarrier.MEMBER).orElseThrow();
        return view.copy(member.dataOffset(), member.dataLength());
    }

    private byte[] signed(Map<String, String> members) {
        smith.bindingLabel = "c2pa.hash.collection.data";
        TestAuthority.Holder signer =
                smith.authority.signer(smith.algorithm, smith.validTo, smith.purpose);
        byte[] store = new byte[0];
        for (int length = -1; length != store.length; ) {
            length = store.length;
            Map<String, Object> binding = binding(zip(members, store));
            store = Boxes.superbox("c2pa", "c2pa", smith.manifest("urn:c2pa:zip", binding, signer));
        }
        return zip(members, store);
    }

    private static Map<String, Object> binding(byte[] zip) {
        List<Object> uris = new ArrayList<>();
        for (Block member : Container.of(ByteView.of(zip), MediaKind.OOXML).blocks()) {
            if (DOCUMENT.containsKey(member.type())) {
                byte[] bytes = Arrays.copyOfRange(zip, member.offset(), member.dataEnd());
                uris.add(Map.of("uri", member.type(), "hash", HashAlgorithm.SHA256.of(bytes)));
            }
        }
        return Map.of(
                "alg",
                "sha256",
                "uris",
                uris,
                "zip_central_directory_hash",
                HashAlgorithm.SHA256.of(directory(zip)));
    }

    /** From the first entry on, without the checksum of the store. */
    private static byte[] directory(byte[] zip) {
        String latin1 = new String(zip, StandardCharsets.ISO_8859_1);
        int from = latin1.indexOf("PK\1\2");
        int checksum = latin1.lastIndexOf(ZipCarrier.MEMBER) - 46 + CHECKSUM;
        return Boxes.joined(
                Arrays.copyOfRange(zip, from, checksum),
                Arrays.copyOfRange(zip, checksum + 4, zip.length));
    }

    private static byte[] zip(Map<String, String> members, byte[] store) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> member : members.entrySet()) {
                put(zip, member.getKey(), member.getValue().getBytes(StandardCharsets.UTF_8));
            }
            put(zip, ZipCarrier.MEMBER, store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
    }

    private CredentialReport verify(byte[] file) {
        TrustLists lists =
                new TrustLists(
                        smith.authority.list(),
                        smith.authority.list(),
                        LocalDate.parse("2026-06-01"));
        return new CredentialVerifier(lists, Instant.parse("2026-06-01T00:00:00Z"))
                .verify(ByteView.of(file));
    }
}
