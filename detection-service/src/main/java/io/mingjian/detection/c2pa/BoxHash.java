package io.mingjian.detection.c2pa;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Container;
import io.mingjian.detection.media.MediaFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hashes over named segments of a JPEG or chunks of a PNG file ({@code c2pa.hash.boxes}). */
final class BoxHash {
    private static final String STORE = "C2PA";
    private static final int PNG_SIGNATURE = 8;
    private static final int MARKER = 2;

    private BoxHash() {}

    private record Named(String name, Span span) {}

    /** The stated boxes must be those of the file, all of them, in order. */
    static Status check(Cbor fields, HashAlgorithm usual, MediaFile media, Embedded embedded) {
        ByteView file = media.bytes();
        List<Named> actual = boxes(media, embedded);
        int next = 0;
        for (Cbor stated : fields.list("boxes")) {
            List<String> names =
                    stated.list("names").stream().flatMap(n -> n.asText().stream()).toList();
            int last = next + names.size();
            if (names.isEmpty()
                    || last > actual.size()
                    || !names.equals(names(actual, next, last))) {
                return Status.BOXES_MISMATCH;
            }
            Optional<String> own = stated.text("alg");
            HashAlgorithm algorithm = own.isPresent() ? Binding.algorithm(own) : usual;
            Span run = new Span(actual.get(next).span.start(), actual.get(last - 1).span.end());
            byte[] hash = Span.feed(algorithm.digest(), file, List.of(run)).value();
            if (!names.equals(List.of(STORE)) && !Hashes.same(hash, stated.bytes("hash"))) {
                return Status.BOXES_MISMATCH;
            }
            next = last;
        }
        boolean whole =
                next == actual.size()
                        && next > 0
                        && actual.get(next - 1).span.end() == file.length();
        return whole ? Status.BOXES_MATCH : Status.BOXES_MISMATCH;
    }

    private static List<String> names(List<Named> boxes, int from, int to) {
        return boxes.subList(from, to).stream().map(Named::name).toList();
    }

    private static List<Named> boxes(MediaFile media, Embedded embedded) {
        return switch (embedded.carrier()) {
            case JPEG -> jpeg(media.container(), embedded);
            case PNG -> png(media, embedded);
            default -> throw Unreadable.unsupported("box hashes of this kind of file");
        };
    }

    /** A segment reaches to the next one; that of the scan takes the coded pixels along. */
    private static List<Named> jpeg(Container container, Embedded embedded) {
        List<Block> blocks = container.blocks();
        List<Named> named = new ArrayList<>();
        named.add(new Named("SOI", new Span(0, MARKER)));
        for (int i = 0; i < blocks.size(); i++) {
            boolean last = i + 1 == blocks.size();
            int end = last ? container.end() - MARKER : blocks.get(i + 1).offset();
            add(named, blocks.get(i), end, embedded);
        }
        named.add(new Named("EOI", new Span(container.end() - MARKER, container.end())));
        return named;
    }

    private static List<Named> png(MediaFile media, Embedded embedded) {
        List<Named> named = new ArrayList<>();
        named.add(new Named("PNGh", new Span(0, PNG_SIGNATURE)));
        for (Block chunk : media.container().blocks()) {
            add(named, chunk, Math.min(chunk.dataEnd() + 4, media.bytes().length()), embedded);
        }
        return named;
    }

    /** Segments of the store count as one box. */
    private static void add(List<Named> named, Block block, int end, Embedded embedded) {
        Span span = new Span(block.offset(), end);
        boolean own = embedded.places().stream().anyMatch(place -> place.start() == block.offset());
        Named before = named.get(named.size() - 1);
        if (own && before.name.equals(STORE)) {
            named.set(named.size() - 1, new Named(STORE, new Span(before.span.start(), end)));
        } else {
            named.add(new Named(own ? STORE : block.type(), span));
        }
    }
}
