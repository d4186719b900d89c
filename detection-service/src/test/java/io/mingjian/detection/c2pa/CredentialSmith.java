package io.mingjian.detection.c2pa;

import static io.mingjian.detection.c2pa.Boxes.box;
import static io.mingjian.detection.c2pa.Boxes.cbor;
import static io.mingjian.detection.c2pa.Boxes.joined;
import static io.mingjian.detection.c2pa.Boxes.superContent;
import static io.mingjian.detection.c2pa.Boxes.superbox;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Container;
import io.mingjian.detection.media.MediaKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** Signs JPEG files with content credentials, as a test wants them. */
final class CredentialSmith {
    private static final int SOI = 2;

    TestAuthority authority = new TestAuthority("Test Authority");
    SignatureAlgorithm algorithm = SignatureAlgorithm.ES256;
    KeyPurposeId purpose = KeyPurposeId.id_kp_emailProtection;
    Instant validTo = TestAuthority.TO;
    TestAuthority clock = null;
    Instant stampedAt = null;
    boolean secondVersion = true;
    boolean boxHashes = false;
    String bindingLabel = "c2pa.hash.data";
    int excludedBeyond = 0;
    String digitalSourceType = "trainedAlgorithmicMedia";
    List<Map<String, Object>> ingredients = List.of();
    List<byte[]> earlierManifests = List.of();

    private static final String LABEL = "urn:c2pa:test";

    /** The file with a store in one segment behind its first two bytes. */
    byte[] signed(byte[] jpeg) {
        TestAuthority.Holder signer = authority.signer(algorithm, validTo, purpose);
        int length = 0;
        byte[] store = store(jpeg, length, signer);
        // The store states its own length; its size changes with the number at most twice.
        while (store.length != length) {
            length = store.length;
            store = store(jpeg, length, signer);
        }
        return joined(
                Arrays.copyOf(jpeg, SOI),
                segment(store),
                Arrays.copyOfRange(jpeg, SOI, jpeg.length));
    }

    static byte[] segment(byte[] store) {
        ByteBuffer head = ByteBuffer.allocate(12);
        head.putShort((short) 0xFFEB).putShort((short) (store.length + 10));
        head.put("JP".getBytes(StandardCharsets.US_ASCII)).putShort((short) 1).putInt(1);
        return joined(head.array(), store);
    }

    private byte[] store(byte[] jpeg, int length, TestAuthority.Holder signer) {
        byte[] manifest = manifest(LABEL, binding(jpeg, length), signer);
        return superbox("c2pa", "c2pa", joined(earlierManifests.toArray(byte[][]::new)), manifest);
    }

    private Map<String, Object> binding(byte[] jpeg, int length) {
        if (boxHashes) {
            return Map.of("alg", "sha256", "boxes", boxes(jpeg));
        }
        byte[] rest = Arrays.copyOfRange(jpeg, SOI + excludedBeyond, jpeg.length);
        byte[] hash = HashAlgorithm.SHA256.of(joined(Arrays.copyOf(jpeg, SOI), rest));
        Map<String, Object> exclusion = new LinkedHashMap<>();
        exclusion.put("start", SOI);
        exclusion.put("length", length + 12 + excludedBeyond);
        return Map.of("alg", "sha256", "hash", hash, "exclusions", List.of(exclusion));
    }

    private static List<Object> boxes(byte[] jpeg) {
        ByteView file = ByteView.of(jpeg);
        Container container = Container.of(file, MediaKind.JPEG);
        List<Object> boxes = new ArrayList<>();
        boxes.add(named("SOI", Arrays.copyOf(jpeg, SOI)));
        boxes.add(named("C2PA", new byte[0]));
        List<Block> blocks = container.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            int end = i + 1 < blocks.size() ? blocks.get(i + 1).offset() : container.end() - SOI;
            boxes.add(
                    named(
                            blocks.get(i).type(),
                            Arrays.copyOfRange(jpeg, blocks.get(i).offset(), end)));
        }
        boxes.add(named("EOI", Arrays.copyOfRange(jpeg, container.end() - SOI, container.end())));
        return boxes;
    }

    private static Map<String, Object> named(String name, byte[] bytes) {
        return Map.of("names", List.of(name), "hash", HashAlgorithm.SHA256.of(bytes));
    }

    /** A manifest that may stand in a store before another one. */
    byte[] manifest(String label, Map<String, Object> binding, TestAuthority.Holder signer) {
        Map<String, Map<String, Object>> assertions = new LinkedHashMap<>();
        Map<String, Object> created = new LinkedHashMap<>();
        created.put("action", "c2pa.created");
        created.put(
                "digitalSourceType",
                "http://cv.iptc.org/newscodes/digitalsourcetype/" + digitalSourceType);
        assertions.put("c2pa.actions.v2", Map.of("actions", List.of(created)));
        for (int i = 0; i < ingredients.size(); i++) {
            String suffix = i == 0 ? "" : "__" + i;
            assertions.put("c2pa.ingredient.v3" + suffix, ingredients.get(i));
        }
        assertions.put(boxHashes ? "c2pa.hash.boxes" : bindingLabel, binding);
        List<Object> links = new ArrayList<>();
        List<byte[]> boxes = new ArrayList<>();
        assertions.forEach(
                (name, fields) -> {
                    byte[] content = superContent("cbor", name, box("cbor", cbor(fields)));
                    boxes.add(box("jumb", content));
                    links.add(
                            Map.of(
                                    "url",
                                    "self#jumbf=c2pa.assertions/" + name,
                                    "hash",
                                    HashAlgorithm.SHA256.of(content)));
                });
        byte[] claim = cbor(claim(links));
        return superbox(
                "c2ma",
                label,
                superbox("c2as", "c2pa.assertions", boxes.toArray(byte[][]::new)),
                superbox(
                        "c2cl", secondVersion ? "c2pa.claim.v2" : "c2pa.claim", box("cbor", claim)),
                superbox("c2cs", "c2pa.signature", box("cbor", cose(claim, signer))));
    }

    private Map<String, Object> claim(List<Object> links) {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("alg", "sha256");
        claim.put("instanceID", "xmp:iid:test");
        claim.put("claim_generator_info", Map.of("name", "Test Maker"));
        claim.put("signature", "self#jumbf=c2pa.signature");
        claim.put(secondVersion ? "created_assertions" : "assertions", links);
        return claim;
    }

    private byte[] cose(byte[] claim, TestAuthority.Holder signer) {
        try {
            X509Certificate certificate = signer.certificate();
            Map<Object, Object> head = new LinkedHashMap<>();
            head.put(1, algorithm.number());
            head.put(33, List.of(certificate.getEncoded()));
            byte[] signed = cbor(head);
            Signature engine = algorithm.engine();
            engine.initSign(signer.key());
            engine.update(covered("Signature1", signed, claim));
            byte[] signature = engine.sign();
            Map<String, Object> loose = new LinkedHashMap<>();
            if (clock != null) {
                byte[] payload = secondVersion ? cbor(signature) : claim;
                byte[] token =
                        clock.timeStamp(covered("CounterSignature", signed, payload), stampedAt);
                loose.put(
                        secondVersion ? "sigTst2" : "sigTst",
                        Map.of("tstTokens", List.of(Map.of("val", token))));
                // Tokens differ in length by a byte or two; the store must not.
                loose.put("pad", new byte[8_000 - token.length]);
            }
            byte[] parts = cbor(List.of(signed, loose, Cbor.NOTHING, signature));
            return joined(new byte[] {(byte) 0xD2}, parts);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] covered(String context, byte[] head, byte[] payload) {
        return cbor(List.of(context, head, new byte[0], payload));
    }
}
