package io.mingjian.detection.media;

/** Metadata of MP3, FLAC and Ogg files; sound is not read. */
final class AudioWalk {
    /** Comments come before any sound; a picture among them may fill many pages. */
    private static final int MAX_HEAD_PAGES = 1_000;

    private AudioWalk() {}

    /** The tag before the first frame as one block {@code ID3}. */
    static int mp3(ByteView file, BlockList blocks) {
        int length = Id3Tag.length(file, 0);
        if (length > 0) {
            blocks.add("ID3", 0, 0, length);
        }
        return file.length();
    }

    /** Metadata blocks by their number: {@code 4} holds comments. */
    static int flac(ByteView file, BlockList blocks) {
        int at = mp3Tag(file, blocks) + 4;
        boolean last;
        do {
            int head = file.u8(at);
            last = (head & 0x80) != 0;
            int size = file.u8(at + 1) << 16 | file.u16(at + 2);
            blocks.add(String.valueOf(head & 0x7F), at, at + 4, size);
            at += 4 + size;
        } while (!last);
        return file.length();
    }

    private static int mp3Tag(ByteView file, BlockList blocks) {
        mp3(file, blocks);
        return Id3Tag.length(file, 0);
    }

    /** Pages up to the first that carries sound or pictures. */
    static int ogg(ByteView file, BlockList blocks) {
        int at = 0;
        for (int page = 0; page < MAX_HEAD_PAGES && file.has(at, "OggS"); page++) {
            long granule = file.u32le(at + 6) | file.u32le(at + 10) << 32;
            int segments = file.u8(at + 26);
            int size = 0;
            for (int i = 0; i < segments; i++) {
                size += file.u8(at + 27 + i);
            }
            boolean head = granule == 0 || granule == -1;
            if (!head) {
                return file.length();
            }
            blocks.add("OggS", at, at + 27 + segments, size);
            at += 27 + segments + size;
        }
        if (at < file.length() && !file.has(at, "OggS")) {
            throw new BrokenBytes(at, "no page where one is due");
        }
        return file.length();
    }
}
