package io.mingjian.detection.provenance;

import io.mingjian.detection.media.BrokenBytes;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.provenance.Carrier.Place;
import java.io.ByteArrayOutputStream;
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
        if (length < 10 || !file.has(start, "ID3")) {
            throw new BrokenBytes(start, "no tag where one is due");
        }
        int version = file.u8(start + 3);
        int flags = file.u8(start + 5);
        if (version < 2 || version > 4) {
            sink.unread("UNSUPPORTED", "ID3", start, length);
            return;
        }
        int size = Math.min(sevenBits(file, start + 6), length - 10);
        boolean wholeTag = version < 4 && (flags & 0x80) != 0;
        if (!wholeTag) {
            frames(file, start + 10, start + 10 + size, version, flags, -1, 0);
        } else if (sink.affords("ID3", start, size)) {
            ByteView copy = ByteView.of(synchronised(file.copy(start + 10, size)));
            frames(copy, 0, copy.length(), version, flags, start, length);
        }
    }

    private void frames(
            ByteView tag, int from, int to, int version, int flags, int tagAt, int tagLength) {
        int head = version == 2 ? 6 : 10;
        int at = from + extendedHead(tag, from, version, flags);
        while (at + head <= to && tag.u8(at) != 0) {
            String id = tag.latin1(at, version == 2 ? 3 : 4);
            long size = size(tag, at, version);
            if (size > to - at - head) {
                throw new BrokenBytes(tagAt < 0 ? at : tagAt, "frame longer than its tag");
            }
            Frame frame =
                    new Frame(
                            tag,
                            at + head,
                            (int) size,
                            tagAt < 0 ? at + head : tagAt,
                            tagAt < 0 ? (int) size : tagLength);
            frame(id, version == 4 && (tag.u8(at + 9) & 2) != 0, frame);
            at += head + (int) size;
        }
    }

    /** Where a frame's data lies in the tag at hand, and where in the file. */
    private record Frame(ByteView tag, int at, int length, int offset, int stored) {}

    private static int extendedHead(ByteView tag, int at, int version, int flags) {
        if ((flags & 0x40) == 0 || version == 2) {
            return 0;
        }
        return version == 4 ? sevenBits(tag, at) : 4 + (int) Math.min(tag.u32(at), 1 << 20);
    }

    private static long size(ByteView tag, int at, int version) {
        return switch (version) {
            case 2 -> (long) tag.u16(at + 3) << 8 | tag.u8(at + 5);
            case 3 -> tag.u32(at + 4);
            default -> sevenBits(tag, at + 4);
        };
    }

    private void frame(String id, boolean unsynchronised, Frame frame) {
        boolean text = id.startsWith("T") || id.startsWith("COM");
        boolean xmp = id.equals("PRIV") && frame.tag().has(frame.at(), "XMP\0");
        boolean wanted = (text || xmp) && frame.length() > 1;
        if (!wanted || !sink.affords("ID3", frame.offset(), frame.length())) {
            return;
        }
        byte[] data = frame.tag().copy(frame.at(), frame.length());
        ByteView clean = ByteView.of(unsynchronised ? synchronised(data) : data);
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

    private static byte[] synchronised(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            out.write(bytes[i]);
            boolean stuffed =
                    (bytes[i] & 0xFF) == 0xFF && i + 1 < bytes.length && bytes[i + 1] == 0;
            i += stuffed ? 1 : 0;
        }
        return out.toByteArray();
    }

    /** Four bytes of seven bits. */
    private static int sevenBits(ByteView tag, int at) {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = value << 7 | tag.u8(at + i) & 0x7F;
        }
        return value;
    }
}
