package io.mingjian.detection.provenance;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.BrokenBytes;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Id3Frames;
import io.mingjian.detection.provenance.Carrier.Place;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Text frames of an ID3v2 tag, versions 2 to 4. A frame that was written with unsynchronisation is
 * read from a copy without it; its place in the file stays that of the frame, or, where the whole
 * tag was written so, that of the tag.
 */
final class Id3Texts {
    private final ByteView file;
    private final CarrierSink sink;

    Id3Texts(ByteView file, CarrierSink sink) {
        this.file = file;
        this.sink = sink;
    }

    void read(int start, int length) {
        Id3Frames tag = Id3Frames.of(file, start, length);
        if (!tag.isKnownVersion()) {
            sink.unread("UNSUPPORTED", "ID3", start, length);
        } else if (!tag.isUnsynchronised()) {
            tag.each(block -> frame(tag, block, block.dataOffset(), block.dataLength()));
        } else if (sink.affords("ID3", start, tag.to() - tag.from())) {
            copied(tag.synchronised(), start, length);
        }
    }

    /** Places in a copy are none in the file. */
    private void copied(Id3Frames tag, int start, int length) {
        try {
            tag.each(block -> frame(tag, block, start, length));
        } catch (BrokenBytes e) {
            throw new BrokenBytes(start, "frame longer than its tag");
        }
    }

    private void frame(Id3Frames tag, Block block, int offset, int stored) {
        ByteView bytes = tag.bytes();
        Frame frame = new Frame(bytes, block.dataOffset(), block.dataLength(), offset, stored);
        frame(block.type(), tag.isUnsynchronised(block), frame);
    }

    /** Where a frame's data lies in the tag at hand, and where in the file. */
    private record Frame(ByteView tag, int at, int length, int offset, int stored) {}

    private void frame(String id, boolean unsynchronised, Frame frame) {
        boolean text = id.startsWith("T") || id.startsWith("COM");
        boolean xmp = id.equals("PRIV") && frame.tag().has(frame.at(), "XMP\0");
        boolean wanted = (text || xmp) && frame.length() > 1;
        if (!wanted || !sink.affords("ID3", frame.offset(), frame.length())) {
            return;
        }
        byte[] data = frame.tag().copy(frame.at(), frame.length());
        ByteView clean = ByteView.of(unsynchronised ? Id3Frames.synchronised(data) : data);
        if (xmp) {
            sink.packet(
                    Place.ID3_XMP,
                    "XMP",
                    frame.offset(),
                    frame.stored(),
                    clean.text(4, clean.length() - 4, StandardCharsets.UTF_8));
        } else {
            text(id, clean, frame);
        }
    }

    private void text(String id, ByteView data, Frame frame) {
        Charset charset =
                switch (data.u8(0)) {
                    case 1 -> StandardCharsets.UTF_16;
                    case 2 -> StandardCharsets.UTF_16BE;
                    case 3 -> StandardCharsets.UTF_8;
                    default -> StandardCharsets.ISO_8859_1;
                };
        boolean comment = id.startsWith("COM");
        int from = comment ? 4 : 1;
        String all = data.text(from, Math.max(0, data.length() - from), charset);
        int split = all.indexOf('\0');
        boolean described = id.startsWith("TXX") || comment;
        if (described && split >= 0) {
            add(id, all.substring(0, split), all.substring(split + 1), frame);
        } else {
            add(id, "", all, frame);
        }
    }

    private void add(String id, String description, String value, Frame frame) {
        boolean own = id.startsWith("TXX");
        sink.text(
                own ? Place.ID3_TXXX : Place.ID3_TEXT,
                own ? description : id,
                frame.offset(),
                frame.stored(),
                value.replace("\0", "").replace("\uFEFF", ""));
    }
}
