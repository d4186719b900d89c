package io.mingjian.detection.provenance;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the packets of an Ogg file's head together from its pages, one after another per stream. */
final class OggPackets {
    private static final Map<String, Integer> COMMENT_HEADS =
            Map.of("\u0003vorbis", 7, "OpusTags", 8, "\u0081theora", 7);

    private final ByteView file;
    private final MediaFile media;
    private final CarrierSink sink;
    private final List<Packet> packets = new ArrayList<>();

    OggPackets(MediaFile media, CarrierSink sink) {
        this.media = media;
        this.file = media.bytes();
        this.sink = sink;
    }

    /**
     * A packet of comments.
     *
     * @param offset where its first byte lies in the file
     * @param comments where in its bytes the comments begin
     * @param isContiguous it lies within one page
     */
    record Packet(int offset, byte[] bytes, int comments, boolean isContiguous) {}

    private static final class Open {
        private final int offset;
        private int pages;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        private Open(int offset) {
            this.offset = offset;
        }
    }

    List<Packet> comments() {
        Map<Long, Open> streams = new LinkedHashMap<>();
        for (Block page : media.container().blocks()) {
            long serial = file.u32le(page.offset() + 14);
            if (streams.size() > 64 || !page(page, serial, streams)) {
                sink.unread("LIMIT", "OGG", page.offset(), page.dataLength());
                break;
            }
        }
        return packets;
    }

    /** False when a packet grows beyond what is read. */
    private boolean page(Block page, long serial, Map<Long, Open> streams) {
        int segments = file.u8(page.offset() + 26);
        int at = page.dataOffset();
        Open continued = streams.get(serial);
        if (continued != null) {
            continued.pages++;
        }
        for (int i = 0; i < segments; i++) {
            int size = file.u8(page.offset() + 27 + i);
            int start = at;
            Open open = streams.computeIfAbsent(serial, s -> new Open(start));
            if (open.bytes.size() + size > Limits.PAYLOAD_BYTES) {
                return false;
            }
            open.bytes.writeBytes(file.copy(at, size));
            at += size;
            if (size < 255) {
                streams.remove(serial);
                close(open);
            }
        }
        return true;
    }

    private void close(Open open) {
        byte[] bytes = open.bytes.toByteArray();
        ByteView packet = ByteView.of(bytes);
        COMMENT_HEADS.entrySet().stream()
                .filter(head -> packet.has(0, head.getKey()))
                .forEach(head -> packets.add(packet(open, bytes, head.getValue())));
    }

    private static Packet packet(Open open, byte[] bytes, int comments) {
        return new Packet(open.offset, bytes, comments, open.pages == 0);
    }
}
