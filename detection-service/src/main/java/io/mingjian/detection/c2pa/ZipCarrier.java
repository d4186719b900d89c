package io.mingjian.detection.c2pa;

import io.mingjian.detection.c2pa.Embedded.Carrier;
import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import java.util.List;
import java.util.Optional;

/** The store as a member of a ZIP file, which must not be compressed. */
final class ZipCarrier {
    static final String MEMBER = "META-INF/content_credential.c2pa";

    private static final int METHOD = 8;

    private ZipCarrier() {}

    static Optional<Embedded> find(MediaFile media) {
        return BlockCarriers.only(
                media.container()
                        .blocks(MEMBER)
                        .map(member -> store(media.bytes(), member))
                        .toList());
    }

    private static Embedded store(ByteView file, Block member) {
        if (file.u16le(member.offset() + METHOD) != 0) {
            throw Unreadable.unsupported("manifest store in a compressed member");
        }
        return new Embedded(
                Carrier.ZIP,
                file.copy(member.dataOffset(), member.dataLength()),
                List.of(new Span(member.offset(), member.dataEnd())));
    }
}
