package io.mingjian.detection.provenance;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.BrokenBytes;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.provenance.Carrier.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** ID3 tags of MP3 files, comments of FLAC and Ogg files (Vorbis, Opus, Theora, Speex). */
final class AudioTexts {
    private static final String FLAC_COMMENTS = "4";

    private final ByteView file;
    private final CarrierSink sink;

    private AudioTexts(ByteView file, CarrierSink sink) {
        this.file = file;
        this.sink = sink;
    }

    static void read(MediaFile media, CarrierSink sink) {
        AudioTexts texts = new AudioTexts(media.bytes(), sink);
        if (media.kind() == MediaKind.OGG) {
            new OggPackets(media, sink).comments().forEach(texts::packet);
            return;
        }
        for (Block block : media.container().blocks()) {
            try {
                texts.block(block);
            } catch (BrokenBytes e) {
                sink.unread("DAMAGED", block.type(), e.offset(), 0);
            }
        }
    }

    private void block(Block block) {
        if (block.type().equals("ID3")) {
            new Id3Texts(file, sink).read(block.dataOffset(), block.dataLength());
        } else if (block.type().equals(FLAC_COMMENTS)) {
            comments(new Source(file, 0, true), block.dataOffset(), block.dataEnd());
        }
    }

    private void packet(OggPackets.Packet packet) {
        ByteView bytes = ByteView.of(packet.bytes());
        try {
            Source source = new Source(bytes, packet.offset(), packet.isContiguous());
            comments(source, packet.comments(), bytes.length());
        } catch (BrokenBytes e) {
            sink.unread("DAMAGED", "OGG", packet.offset(), bytes.length());
        }
    }

    /**
     * Bytes that hold comments, and where they lie in the file.
     *
     * @param isContiguous false when they are put together from pages; then only the beginning is
     *     known
     */
    private record Source(ByteView bytes, int offset, boolean isContiguous) {
        private int inFile(int at) {
            return isContiguous ? offset + at : offset;
        }
    }

    /** Vorbis comments: the writer's name, their number, then {@code NAME=text} each. */
    private void comments(Source source, int from, int to) {
        ByteView bytes = source.bytes();
        int at = from + 4 + length(bytes, from, to);
        long count = bytes.u32le(at);
        at += 4;
        for (long i = 0; i < count && at + 4 <= to; i++) {
            int length = length(bytes, at, to);
            comment(source, at + 4, length);
            at += 4 + length;
        }
    }

    private void comment(Source source, int at, int length) {
        ByteView bytes = source.bytes();
        int split = bytes.indexOf('=', at, at + Math.min(length, 256));
        boolean picture = bytes.has(at, "METADATA_BLOCK_PICTURE=");
        if (split < 0 || picture || !sink.affords("VORBIS_COMMENT", source.inFile(at), length)) {
            return;
        }
        int value = split + 1;
        int valueLength = at + length - value;
        sink.add(
                new Carrier(
                        Place.VORBIS_COMMENT,
                        bytes.latin1(at, split - at),
                        source.inFile(value),
                        valueLength,
                        bytes.sha256(value, valueLength),
                        bytes.text(value, valueLength, StandardCharsets.UTF_8),
                        false,
                        source.isContiguous() ? List.of() : List.of("ACROSS_PAGES")));
    }

    private static int length(ByteView bytes, int at, int to) {
        long length = bytes.u32le(at);
        if (length > to - at - 4) {
            throw new BrokenBytes(at, "comment longer than its list");
        }
        return (int) length;
    }
}
