package io.mingjian.detection.c2pa;

import io.mingjian.detection.c2pa.Embedded.Carrier;
import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Id3Frames;
import io.mingjian.detection.media.MediaFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The store in a general object of the ID3v2 tag in front of an MP3 or FLAC stream. */
final class Id3Carrier {
    private static final List<String> MEDIA_TYPES =
            List.of("application/c2pa\0", "application/x-c2pa-manifest-store\0");

    private Id3Carrier() {}

    static Optional<Embedded> find(MediaFile media) {
        Optional<Block> tag = media.container().first("ID3");
        if (tag.isEmpty()) {
            return Optional.empty();
        }
        Id3Frames frames =
                Id3Frames.of(media.bytes(), tag.get().dataOffset(), tag.get().dataLength());
        List<Embedded> stores = new ArrayList<>();
        if (frames.isKnownVersion()) {
            frames.each(frame -> store(media.bytes(), frame).ifPresent(stores::add));
        }
        boolean apart = frames.isUnsynchronised() && !stores.isEmpty();
        if (apart) {
            throw Unreadable.unsupported("manifest store in an unsynchronised tag");
        }
        return BlockCarriers.only(stores);
    }

    /** Behind media type, file name and description, all of which end with a zero. */
    private static Optional<Embedded> store(ByteView file, Block frame) {
        boolean object = frame.type().equals("GEOB");
        if (!object || MEDIA_TYPES.stream().noneMatch(t -> file.has(frame.dataOffset() + 1, t))) {
            return Optional.empty();
        }
        int box = file.indexOf("jumb", frame.dataOffset(), frame.dataEnd()) - 4;
        return box > frame.offset() && BlockCarriers.isStore(file, box)
                ? Optional.of(
                        new Embedded(
                                Carrier.ID3,
                                file.copy(box, frame.dataEnd() - box),
                                List.of(new Span(frame.offset(), frame.dataEnd()))))
                : Optional.empty();
    }
}
