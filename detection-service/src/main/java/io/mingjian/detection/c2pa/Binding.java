package io.mingjian.detection.c2pa;

import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Compares a file with the hash that a manifest states of it. */
final class Binding {
    private static final String HASH = "c2pa.hash.";

    private final MediaFile media;
    private final ByteView file;
    private final Embedded embedded;

    Binding(MediaFile media, Embedded embedded) {
        this.media = media;
        this.file = media.bytes();
        this.embedded = embedded;
    }

    /** Exactly one binding must be there, and it must hold; of several the first is tried. */
    List<ValidationCode> check(Manifest manifest) {
        List<Jumbf> bindings = manifest.assertions(HASH);
        if (bindings.isEmpty()) {
            BoxAddress claim = manifest.address("c2pa.assertions");
            return List.of(ValidationCode.of(Status.BINDING_MISSING, claim));
        }
        Jumbf binding = bindings.get(0);
        BoxAddress at = manifest.address("c2pa.assertions", binding.label());
        ValidationCode first = ValidationCode.of(check(binding, manifest.claim()), at);
        return bindings.size() == 1
                ? List.of(first)
                : List.of(first, ValidationCode.of(Status.BINDING_MULTIPLE, at));
    }

    private Status check(Jumbf binding, Claim claim) {
        Cbor fields =
                binding.cbor().orElseThrow(() -> Unreadable.damaged("binding without fields"));
        HashAlgorithm usual = algorithm(fields.text("alg").or(claim::algorithm));
        return switch (binding.label()) {
            case "c2pa.hash.data" -> data(fields, usual);
            case "c2pa.hash.boxes" -> BoxHash.check(fields, usual, media, embedded);
            case "c2pa.hash.bmff" -> new BmffHash(file, fields, usual, 1).check();
            case "c2pa.hash.bmff.v2", "c2pa.hash.bmff.v3" ->
                    new BmffHash(file, fields, usual, 2).check();
            case "c2pa.hash.collection.data" -> CollectionHash.check(fields, usual, media);
            default -> throw Unreadable.unsupported("binding " + binding.label());
        };
    }

    static HashAlgorithm algorithm(Optional<String> name) {
        return name.flatMap(HashAlgorithm::named)
                .orElseThrow(() -> Unreadable.unsupported("unknown hash algorithm"));
    }

    /**
     * Hash of the file without the store. Where the signer left out more than the store, an equal
     * hash does not speak for the whole file.
     */
    private Status data(Cbor fields, HashAlgorithm algorithm) {
        List<Span> excluded = new ArrayList<>();
        for (Cbor exclusion : fields.list("exclusions")) {
            Optional<Span> span = span(exclusion.number("start"), exclusion.number("length"));
            if (span.isEmpty()) {
                return Status.DATA_MISMATCH;
            }
            excluded.add(span.get());
        }
        byte[] hash =
                Span.feed(algorithm.digest(), file, Span.without(excluded, file.length())).value();
        if (!Hashes.same(hash, fields.bytes("hash"))) {
            return Status.DATA_MISMATCH;
        }
        List<Span> own = Span.merged(embedded.places());
        boolean storeOnly =
                excluded.stream().allMatch(out -> own.stream().anyMatch(in -> in.contains(out)));
        return storeOnly ? Status.DATA_MATCH : Status.DATA_LEFT_OPEN;
    }

    private Optional<Span> span(OptionalLong start, OptionalLong length) {
        long from = start.orElse(-1);
        long size = length.orElse(-1);
        boolean inside = from >= 0 && size >= 0 && from <= file.length() && size <= file.length();
        return inside && from + size <= file.length()
                ? Optional.of(new Span((int) from, (int) (from + size)))
                : Optional.empty();
    }
}
