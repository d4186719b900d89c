package io.mingjian.detection.c2pa;

import java.util.List;
import java.util.Optional;

/**
 * A signature with its headers (COSE_Sign1, RFC 9052); the claim it covers lies elsewhere.
 *
 * @param protectedBytes the header that is signed, as signed
 * @param signed the same, read
 * @param loose the header that is not signed
 * @param signature the signature itself
 */
record CoseSignature(byte[] protectedBytes, Cbor signed, Cbor loose, byte[] signature) {
    private static final long ALGORITHM = 1;
    private static final long X5CHAIN = 33;

    static CoseSignature read(byte[] bytes) {
        List<Cbor> parts = Cbor.readFirst(bytes).items();
        if (parts.size() != 4 || !parts.get(1).isMap()) {
            throw Unreadable.damaged("signature is no COSE_Sign1");
        }
        byte[] head = required(parts.get(0));
        Cbor signed = Cbor.read(head);
        if (parts.get(1).get("temp_signing_time").isPresent()) {
            throw Unreadable.unsupported("signature of a format before version 1");
        }
        return new CoseSignature(head, signed, parts.get(1), required(parts.get(3)));
    }

    private static byte[] required(Cbor part) {
        return part.asBytes().orElseThrow(() -> Unreadable.damaged("COSE part is no byte string"));
    }

    Optional<SignatureAlgorithm> algorithm() {
        return signed.number(ALGORITHM).stream()
                .boxed()
                .findFirst()
                .flatMap(SignatureAlgorithm::numbered);
    }

    /** What the signature is made over. */
    byte[] covered(byte[] claim) {
        return CborWriter.signed("Signature1", protectedBytes, claim);
    }

    /** Certificates in DER, the signer's first; from the signed header where it has them. */
    List<byte[]> certificates() {
        return in(signed, X5CHAIN)
                .or(() -> in(signed, "x5chain"))
                .or(() -> in(loose, X5CHAIN))
                .or(() -> in(loose, "x5chain"))
                .orElse(List.of());
    }

    private static Optional<List<byte[]>> in(Cbor header, Object key) {
        return header.get(key).map(CoseSignature::chain).filter(chain -> !chain.isEmpty());
    }

    private static List<byte[]> chain(Cbor value) {
        Optional<byte[]> single = value.asBytes();
        return single.isPresent()
                ? List.of(single.get())
                : value.items().stream().flatMap(item -> item.asBytes().stream()).toList();
    }
}
