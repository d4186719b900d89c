package io.mingjian.detection.bundle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The one form of a bundle's container: a ZIP file (APPNOTE 6.3) of stored entries, without times,
 * extra fields, comments, descriptors, gaps, or anything before or after. So the names and the
 * contents determine every byte of the file.
 */
final class ContainerForm {
    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;
    static final int END = 0x06054b50;
    static final int LOCAL_SIZE = 30;
    static final int CENTRAL_SIZE = 46;
    static final int END_SIZE = 22;
    static final int MOST_MEMBERS = 512;
    static final int LONGEST_NAME = 100;

    /** Below the size from which the format needs its 64-bit fields. */
    static final long MOST_BYTES = 2_000_000_000L;

    private static final short VERSION = 20;
    private static final short UTF8_NAMES = 0x0800;
    private static final short FIRST_DAY = 0x0021;
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}(/[a-z0-9][a-z0-9.-]{0,63}){0,3}");

    private ContainerForm() {}

    /**
     * Whether it may name an entry: no way out of the folder, no text that can be read two ways.
     */
    static boolean isName(String name) {
        return name.length() <= LONGEST_NAME
                && NAME.matcher(name).matches()
                && !name.contains("..");
    }

    static byte[] local(Member member) {
        return common(buffer(LOCAL_SIZE + member.nameLength()).putInt(LOCAL), member)
                .put(name(member))
                .array();
    }

    static byte[] central(Member member) {
        return common(
                        buffer(CENTRAL_SIZE + member.nameLength())
                                .putInt(CENTRAL)
                                .putShort(VERSION),
                        member)
                .putShort((short) 0) // comment
                .putShort((short) 0) // disk
                .putShort((short) 0) // internal attributes
                .putInt(0) // external attributes
                .putInt((int) member.offset())
                .put(name(member))
                .array();
    }

    static byte[] end(List<Member> members) {
        long start = members.isEmpty() ? 0 : members.get(members.size() - 1).end();
        long size = members.stream().mapToLong(m -> CENTRAL_SIZE + m.nameLength()).sum();
        return buffer(END_SIZE)
                .putInt(END)
                .putInt(0) // disks
                .putShort((short) members.size())
                .putShort((short) members.size())
                .putInt((int) size)
                .putInt((int) start)
                .putShort((short) 0) // comment
                .array();
    }

    /** The part that both headers share, up to the length of the extra field. */
    private static ByteBuffer common(ByteBuffer header, Member member) {
        return header.putShort(VERSION)
                .putShort(UTF8_NAMES)
                .putShort((short) 0) // stored
                .putShort((short) 0) // time
                .putShort(FIRST_DAY)
                .putInt((int) member.crc())
                .putInt((int) member.size())
                .putInt((int) member.size())
                .putShort((short) member.nameLength())
                .putShort((short) 0); // extra field
    }

    /** Reads what the form leaves open of a header; whether the rest fits is for the comparison. */
    static Member read(ByteBuffer header, int fields, byte[] name, long offset) {
        return new Member(
                new String(name, ISO_8859_1),
                Integer.toUnsignedLong(header.getInt(fields)),
                Integer.toUnsignedLong(header.getInt(fields + 8)),
                offset);
    }

    static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] name(Member member) {
        return member.name().getBytes(ISO_8859_1);
    }
}
