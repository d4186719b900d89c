package io.mingjian.monitoring.bundle;

import io.mingjian.kit.refusal.Invalid;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The directory at the end of a ZIP, read strictly: what is in it is what is read, and what the
 * format can do beyond plain files (links, encryption, parts, entries that share their bytes) is
 * refused. The library's reader would show none of it.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int MOST_COMMENT = 0xffff;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int UNIX = 3;
    private static final int FILE_TYPE = 0xf000;
    private static final int REGULAR = 0x8000;
    private static final int FOLDER = 0x4000;
    private static final int MOST_DIRECTORY = 16 << 20;
    private static final Charset GB18030 = Charset.forName("GB18030");

    private ZipDirectory() {}

    /**
     * A file in it.
     *
     * @param at where its bytes begin
     */
    record Entry(String name, boolean stored, long crc, long packed, long unpacked, long at) {}

    /**
     * The files, without folders, in the order of their bytes.
     *
     * @throws Invalid if the archive is broken or holds what is not allowed
     */
    static List<Entry> read(RandomAccessFile file, Limits limits) throws IOException {
        ByteBuffer end = end(file);
        int count = end.getShort(10) & 0xffff;
        long size = end.getInt(12) & 0xffffffffL;
        long offset = end.getInt(16) & 0xffffffffL;
        if (end.getShort(4) != 0 || end.getShort(6) != 0 || (end.getShort(8) & 0xffff) != count) {
            throw Faulty.of("in-parts", "不支持分卷压缩的文件包。");
        }
        if (count == 0xffff || size == 0xffffffffL || offset == 0xffffffffL) {
            throw Faulty.of("zip64", "不支持 ZIP64 格式，请拆分后上传。");
        }
        if (count > limits.entries()) {
            throw Faulty.tooManyEntries(limits.entries());
        }
        if (size > MOST_DIRECTORY || offset + size > file.length()) {
            throw Faulty.broken("目录");
        }
        return entries(file, read(file, offset, (int) size), count, offset, limits);
    }

    private static ByteBuffer end(RandomAccessFile file) throws IOException {
        long length = file.length();
        int tail = (int) Math.min(length, END_LENGTH + MOST_COMMENT);
        ByteBuffer bytes = read(file, length - tail, tail);
        for (int at = tail - END_LENGTH; at >= 0; at--) {
            if (bytes.getInt(at) == END
                    && at + END_LENGTH + (bytes.getShort(at + 20) & 0xffff) == tail) {
                return bytes.slice(at, END_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        throw Faulty.broken("ZIP");
    }

    private static List<Entry> entries(
            RandomAccessFile file, ByteBuffer directory, int count, long end, Limits limits)
            throws IOException {
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (at + ENTRY_LENGTH > directory.limit() || directory.getInt(at) != ENTRY) {
                throw Faulty.broken("目录");
            }
            int nameLength = directory.getShort(at + 28) & 0xffff;
            int next =
                    at
                            + ENTRY_LENGTH
                            + nameLength
                            + (directory.getShort(at + 30) & 0xffff)
                            + (directory.getShort(at + 32) & 0xffff);
            if (next > directory.limit()) {
                throw Faulty.broken("目录");
            }
            String name = name(directory, at, nameLength);
            EntryName.check(name, limits);
            if (!names.add(EntryName.folded(name))) {
                throw Faulty.of("name-twice", "文件名重复：“" + Faulty.shown(name) + "”。");
            }
            entry(file, directory, at, name).ifPresent(entries::add);
            at = next;
        }
        entries.sort(Comparator.comparingLong(Entry::at));
        refuseShared(entries, end);
        return entries;
    }

    private static Optional<Entry> entry(
            RandomAccessFile file, ByteBuffer directory, int at, String name) throws IOException {
        int flags = directory.getShort(at + 8);
        int method = directory.getShort(at + 10) & 0xffff;
        long packed = directory.getInt(at + 20) & 0xffffffffL;
        long unpacked = directory.getInt(at + 24) & 0xffffffffL;
        if ((flags & 0x2041) != 0) {
            throw Faulty.of("encrypted", "“" + Faulty.shown(name) + "”已加密，请上传未加密的文件包。");
        }
        refuseOddKind(directory, at, name);
        if (name.endsWith("/")) {
            if (packed > 2 || unpacked != 0) {
                throw Faulty.broken("文件夹");
            }
            return Optional.empty();
        }
        if (method != 0 && method != 8) {
            throw Faulty.of("compression-method", "“" + Faulty.shown(name) + "”的压缩方式不受支持。");
        }
        if (packed == 0xffffffffL
                || unpacked == 0xffffffffL
                || (method == 0 && packed != unpacked)) {
            throw Faulty.broken(Faulty.shown(name));
        }
        long local = directory.getInt(at + 42) & 0xffffffffL;
        return Optional.of(
                new Entry(
                        name,
                        method == 0,
                        directory.getInt(at + 16) & 0xffffffffL,
                        packed,
                        unpacked,
                        data(file, local)));
    }

    /** Links and devices are told by the file type that Unix programs write. */
    private static void refuseOddKind(ByteBuffer directory, int at, String name) {
        int type = (directory.getInt(at + 38) >>> 16) & FILE_TYPE;
        boolean unix = (directory.getShort(at + 4) & 0xff00) >>> 8 == UNIX;
        if (type != 0 && type != REGULAR && type != FOLDER && (unix || type == 0xa000)) {
            throw Faulty.of("not-a-plain-file", "“" + Faulty.shown(name) + "”是链接或者特殊文件，不予接收。");
        }
    }

    private static long data(RandomAccessFile file, long local) throws IOException {
        if (local + LOCAL_LENGTH > file.length()) {
            throw Faulty.broken("文件头");
        }
        ByteBuffer header = read(file, local, LOCAL_LENGTH);
        if (header.getInt(0) != LOCAL) {
            throw Faulty.broken("文件头");
        }
        return local
                + LOCAL_LENGTH
                + (header.getShort(26) & 0xffff)
                + (header.getShort(28) & 0xffff);
    }

    /** Entries that lie in each other make terabytes of a few megabytes. */
    private static void refuseShared(List<Entry> entries, long directory) {
        long free = 0;
        for (Entry entry : entries) {
            if (entry.at() < free + LOCAL_LENGTH || entry.at() + entry.packed() > directory) {
                throw Faulty.of("entries-overlap", "文件包中的文件相互重叠，不予读取。");
            }
            free = entry.at() + entry.packed();
        }
    }

    private static String name(ByteBuffer directory, int at, int length) {
        byte[] bytes = new byte[length];
        directory.get(at + ENTRY_LENGTH, bytes);
        boolean utf8 = (directory.getShort(at + 8) & 0x800) != 0;
        try {
            return strictly(bytes, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            if (utf8) {
                throw Faulty.broken("文件名");
            }
        }
        try {
            return strictly(bytes, GB18030);
        } catch (CharacterCodingException neither) {
            throw Faulty.broken("文件名");
        }
    }

    private static String strictly(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static ByteBuffer read(RandomAccessFile file, long at, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(at);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
