package io.mingjian.detection.c2pa;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Container;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.MediaKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Hashes over the members of a ZIP file, each with its head, and over the directory at its end
 * ({@code c2pa.hash.collection.data}). In the directory's entry for the store the checksum is left
 * out, because it depends on the hash.
 */
final class CollectionHash {
    private static final int ENTRY = 46;
    private static final int CHECKSUM = 16;
    private static final int CHECKSUM_END = 20;

    private CollectionHash() {}

    /** The stated members must be those of the file, all of them but the store. */
    static Status check(Cbor fields, HashAlgorithm algorithm, MediaFile media) {
        Container zip = media.container();
        if (media.kind() != MediaKind.OOXML || zip.damage().isPresent()) {
            throw Unreadable.unsupported("collection that is no whole ZIP file");
        }
        List<Block> members = new ArrayList<>(zip.blocks());
        Block directory = members.remove(members.size() - 1);
        Set<String> left = new HashSet<>();
        members.forEach(member -> left.add(member.type()));
        boolean holds = left.size() == members.size() && left.remove(ZipCarrier.MEMBER);
        for (Cbor stated : fields.list("uris")) {
            String name = stated.text("uri").orElse("");
            holds =
                    holds
                            && left.remove(name)
                            && holds(stated, algorithm, media.bytes(), zip, name);
        }
        boolean all =
                holds
                        && left.isEmpty()
                        && Hashes.same(
                                directory(media.bytes(), directory, algorithm),
                                fields.bytes("zip_central_directory_hash"));
        return all ? Status.COLLECTION_MATCH : Status.COLLECTION_MISMATCH;
    }

    private static boolean holds(
            Cbor stated, HashAlgorithm algorithm, ByteView file, Container zip, String name) {
        Block member = zip.first(name).orElseThrow();
        return Hashes.same(
                algorithm.digest().part(file, member.offset(), member.dataEnd()).value(),
                stated.bytes("hash"));
    }

    private static byte[] directory(ByteView file, Block directory, HashAlgorithm algorithm) {
        List<Span> out = new ArrayList<>(List.of(new Span(0, directory.offset())));
        int at = directory.offset();
        while (file.has(at, "PK\1\2")) {
            if (file.has(at + ENTRY, ZipCarrier.MEMBER)
                    && file.u16le(at + 28) == ZipCarrier.MEMBER.length()) {
                out.add(new Span(at + CHECKSUM, at + CHECKSUM_END));
            }
            at += ENTRY + file.u16le(at + 28) + file.u16le(at + 30) + file.u16le(at + 32);
        }
        return Span.feed(algorithm.digest(), file, Span.without(out, file.length())).value();
    }
}
