package io.mingjian.detection.c2pa;

import io.mingjian.detection.media.ByteView;
import java.util.List;
import java.util.Optional;

/**
 * One superbox of a manifest store (ISO/IEC 19566-5).
 *
 * @param store the bytes in which the box lies
 * @param type first four letters of its content type, such as {@code c2ma}
 * @param label its name; empty when it has none
 * @param start where its content starts, behind the box header
 * @param end where it ends
 * @param boxes superboxes inside, in order
 * @param contents plain boxes inside, in order
 */
record Jumbf(
        ByteView store,
        String type,
        String label,
        int start,
        int end,
        List<Jumbf> boxes,
        List<Content> contents) {

    /** One plain box. */
    record Content(String type, int start, int end) {}

    Jumbf {
        boxes = List.copyOf(boxes);
        contents = List.copyOf(contents);
    }

    /** The only superbox of this label. */
    Optional<Jumbf> box(String name) {
        List<Jumbf> named = boxes.stream().filter(box -> box.label().equals(name)).toList();
        if (named.size() > 1) {
            throw Unreadable.damaged("two boxes of one label");
        }
        return named.stream().findFirst();
    }

    /** Bytes of the first plain box of a type. */
    Optional<byte[]> content(String boxType) {
        return contents.stream()
                .filter(content -> content.type().equals(boxType))
                .findFirst()
                .map(content -> store.copy(content.start(), content.end() - content.start()));
    }

    Optional<Cbor> cbor() {
        return content("cbor").map(Cbor::read);
    }

    /** Hash of everything in the box without its header, as hashed links are made. */
    byte[] hash(HashAlgorithm algorithm) {
        return algorithm.digest().part(store, start, end).value();
    }
}
