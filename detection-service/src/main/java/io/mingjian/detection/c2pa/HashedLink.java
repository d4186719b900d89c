package io.mingjian.detection.c2pa;

import java.util.Optional;

/**
 * A link to a box together with the hash that the box must have.
 *
 * @param address where
 * @param algorithm of the hash, from the link or from the claim; empty when neither names one
 * @param hash expected
 */
record HashedLink(BoxAddress address, Optional<String> algorithm, byte[] hash) {

    static Optional<HashedLink> of(Cbor link, String holder, Optional<String> usual) {
        Optional<BoxAddress> address = link.text("url").flatMap(url -> BoxAddress.of(url, holder));
        return address.flatMap(
                at ->
                        link.bytes("hash")
                                .map(h -> new HashedLink(at, link.text("alg").or(() -> usual), h)));
    }
}
