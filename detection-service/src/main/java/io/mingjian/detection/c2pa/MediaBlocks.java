package io.mingjian.detection.c2pa;

import java.util.ArrayList;
import java.util.List;

/** The blocks into which a hash tree divides one box of media data. */
final class MediaBlocks {
    private MediaBlocks() {}

    /** Blocks of one size, of stated sizes, or the whole; together they must fill the box. */
    static List<Span> of(Cbor tree, BmffBox media) {
        List<Cbor> sizes = tree.list("variableBlockSizes");
        if (!sizes.isEmpty()) {
            return stated(sizes, media);
        }
        long size = tree.number("fixedBlockSize").orElse(media.end() - media.content());
        if (size <= 0 || (media.end() - media.content()) / size >= Limits.LEAVES) {
            throw Unreadable.limit("too many blocks of media data");
        }
        List<Span> blocks = new ArrayList<>();
        for (long at = media.content(); at < media.end(); at += size) {
            blocks.add(new Span((int) at, (int) Math.min(at + size, media.end())));
        }
        return blocks;
    }

    private static List<Span> stated(List<Cbor> sizes, BmffBox media) {
        List<Span> blocks = new ArrayList<>();
        long at = media.content();
        for (Cbor size : sizes) {
            long end = at + size.asNumber().orElse(-1);
            if (end < at || end > media.end()) {
                throw Unreadable.damaged("block sizes do not fit the media data");
            }
            blocks.add(new Span((int) at, (int) end));
            at = end;
        }
        if (at != media.end()) {
            throw Unreadable.damaged("block sizes do not fill the media data");
        }
        return blocks;
    }
}
