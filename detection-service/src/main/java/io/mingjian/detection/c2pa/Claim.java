package io.mingjian.detection.c2pa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the signer signed: which assertions belong to the manifest, with their hashes.
 *
 * @param bytes as signed
 * @param version 1 or 2 of the claim's format
 * @param fields as read
 * @param algorithm usual hash algorithm; empty when the claim names none
 * @param assertions links to the assertions
 * @param redacted addresses of assertions of ingredients that the signer took out
 */
record Claim(
        byte[] bytes,
        int version,
        Cbor fields,
        Optional<String> algorithm,
        List<HashedLink> assertions,
        List<BoxAddress> redacted) {

    Claim {
        assertions = List.copyOf(assertions);
        redacted = List.copyOf(redacted);
    }

    static Claim of(byte[] bytes, int version, String manifest) {
        Cbor fields = Cbor.read(bytes);
        Optional<String> algorithm = fields.text("alg");
        List<HashedLink> assertions = new ArrayList<>();
        Stream.of("assertions", "created_assertions", "gathered_assertions")
                .flatMap(list -> fields.list(list).stream())
                .forEach(
                        link ->
                                assertions.add(
                                        HashedLink.of(link, manifest, algorithm)
                                                .orElseThrow(
                                                        () ->
                                                                Unreadable.damaged(
                                                                        "claim link unreadable"))));
        if (assertions.size() > Limits.LINKS) {
            throw Unreadable.limit("too many assertions");
        }
        List<BoxAddress> redacted =
                fields.list("redacted_assertions").stream()
                        .flatMap(uri -> uri.asText().stream())
                        .flatMap(uri -> BoxAddress.of(uri, manifest).stream())
                        .toList();
        return new Claim(bytes, version, fields, algorithm, assertions, redacted);
    }

    /** Name of the program that made the claim. */
    String generator() {
        Optional<Cbor> info = fields.get("claim_generator_info");
        Optional<String> named =
                info.flatMap(
                        i -> i.items().isEmpty() ? i.text("name") : i.items().get(0).text("name"));
        return Limits.bounded(named.or(() -> fields.text("claim_generator")).orElse(""));
    }
}
