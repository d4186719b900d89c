package io.mingjian.monitoring.bundle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Makes ZIPs by hand, so that they can say what no library would write. */
final class ZipSmith {
    private static final int UNIX = 3 << 8;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int count;
    private int hidden;
    private int disk;
    private byte[] comment = new byte[0];

    /** What the headers of an entry say; lawful until a test says something else. */
    static final class Entry {
        final byte[] content;
        byte[] name;
        byte[] localName;
        byte[] packed;
        byte[] after = new byte[0];
        int flags;
        int method;
        int attributes;
        int at;

        Entry(String name, byte[] content) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            this.content = content;
            this.packed = content;
        }

        Entry deflated() {
            method = 8;
            packed = deflate(content);
            return this;
        }
    }

    /** One finding about one file, both lawful. */
    static ZipSmith ofOne() {
        Parcel parcel = Parcel.ofOne();
        return new ZipSmith()
                .file("manifest.json", parcel.json())
                .file("files/a.png", Parcel.bytes("page of a shop"));
    }

    ZipSmith file(String name, byte[] content) {
        return file(name, content, entry -> {});
    }

    ZipSmith file(String name, byte[] content, Consumer<Entry> change) {
        Entry entry = new Entry(name, content);
        entry.at = body.size();
        change.accept(entry);
        byte[] local = entry.localName == null ? entry.name : entry.localName;
        body.writeBytes(head(30, 0x04034b50, entry, local, 4));
        body.writeBytes(local);
        body.writeBytes(entry.packed);
        body.writeBytes(entry.after);
        inDirectory(entry);
        return this;
    }

    /** An entry whose bytes are those at another place. */
    ZipSmith pointing(String name, byte[] content, int at) {
        Entry entry = new Entry(name, content);
        entry.at = at;
        inDirectory(entry);
        return this;
    }

    private void inDirectory(Entry entry) {
        ByteBuffer head =
                ByteBuffer.wrap(head(46, 0x02014b50, entry, entry.name, 6))
                        .order(ByteOrder.LITTLE_ENDIAN);
        head.putShort(4, (short) (UNIX | 20));
        head.putInt(38, entry.attributes).putInt(42, entry.at);
        directory.writeBytes(head.array());
        directory.writeBytes(entry.name);
        count++;
    }

    private static byte[] head(int length, int mark, Entry entry, byte[] name, int version) {
        CRC32 crc = new CRC32();
        crc.update(entry.content);
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, mark)
                .putShort(version, (short) 20)
                .putShort(version + 2, (short) entry.flags)
                .putShort(version + 4, (short) entry.method)
                .putInt(version + 10, (int) crc.getValue())
                .putInt(version + 14, entry.packed.length)
                .putInt(version + 18, entry.content.length)
                .putShort(version + 22, (short) name.length)
                .array();
    }

    /** Bytes that belong to nothing. */
    ZipSmith bytes(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** The last entry is in the directory and not in the number that it tells. */
    ZipSmith hidingOne() {
        hidden = 1;
        return this;
    }

    ZipSmith onDisk(int number) {
        disk = number;
        return this;
    }

    ZipSmith saying(byte[] text) {
        comment = text;
        return this;
    }

    int size() {
        return body.size();
    }

    byte[] zip() {
        ByteBuffer end =
                ByteBuffer.allocate(22)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(0, 0x06054b50)
                        .putShort(4, (short) disk)
                        .putShort(8, (short) (count - hidden))
                        .putShort(10, (short) (count - hidden))
                        .putInt(12, directory.size())
                        .putInt(16, body.size())
                        .putShort(20, (short) comment.length);
        return Parcel.join(body.toByteArray(), directory.toByteArray(), end.array(), comment);
    }

    static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[4_096];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
