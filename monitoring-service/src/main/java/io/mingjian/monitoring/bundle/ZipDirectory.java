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
 * refused. So is what one program would see and another would not: bytes that belong to no entry,
 * entries beyond the told number, a second name in front of the bytes. The library's reader would
 * show none of it.
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

    /** Encrypted, patched, encrypted strongly, its header masked. */
    private static final int ODD_FLAGS = 0x2061;

    private static final int TOLD_AFTERWARDS = 0x0008;

    /** What both headers of an entry have to say alike: the above, and how its name is written. */
    private static final int TOLD_FLAGS = ODD_FLAGS | TOLD_AFTERWARDS | 0x0800;

    /** Mark, checksum and two lengths of eight bytes: what may stand behind an entry's bytes. */
    private static final int LONGEST_DESCRIPTOR = 24;

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
        if (size > MOST_DIRECTORY || offset + size != endAt(file, end)) {
            throw Faulty.broken("目录");
        }
        return entries(file, read(file, offset, (int) size), count, offset, limits);
    }

    /** The end itself has the length of the comment that stands behind it. */
    private static long endAt(RandomAccessFile file, ByteBuffer end) throws IOException {
        return file.length() - END_LENGTH - (end.getShort(20) & 0xffff);
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
        List<Span> spans = new ArrayList<>();
        Names names = new Names();
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
            names.add(name);
            refuseOdd(directory, at, name);
            Span span = span(file, directory, at, nameLength);
            spans.add(span);
            entry(directory, at, name, span).ifPresent(entries::add);
            at = next;
        }
        if (at != directory.limit()) {
            throw Faulty.broken("目录");
        }
        refuseShared(spans, end);
        entries.sort(Comparator.comparingLong(Entry::at));
        return entries;
    }

    private static Optional<Entry> entry(ByteBuffer directory, int at, String name, Span span) {
        int method = directory.getShort(at + 10) & 0xffff;
        long packed = directory.getInt(at + 20) & 0xffffffffL;
        long unpacked = directory.getInt(at + 24) & 0xffffffffL;
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
        return Optional.of(
                new Entry(
                        name,
                        method == 0,
                        directory.getInt(at + 16) & 0xffffffffL,
                        packed,
                        unpacked,
                        span.data()));
    }

    /** Links and devices are told by the file type that Unix programs write. */
    private static void refuseOdd(ByteBuffer directory, int at, String name) {
        if ((directory.getShort(at + 8) & ODD_FLAGS) != 0) {
            throw Faulty.of("encrypted", "“" + Faulty.shown(name) + "”已加密，请上传未加密的文件包。");
        }
        int type = (directory.getInt(at + 38) >>> 16) & FILE_TYPE;
        boolean unix = (directory.getShort(at + 4) & 0xff00) >>> 8 == UNIX;
        if (type != 0 && type != REGULAR && type != FOLDER && (unix || type == 0xa000)) {
            throw Faulty.of("not-a-plain-file", "“" + Faulty.shown(name) + "”是链接或者特殊文件，不予接收。");
        }
    }

    /** From an entry's own header to the end of its bytes. */
    private record Span(long begin, long data, long end, boolean described) {
        long longest() {
            return end + (described ? LONGEST_DESCRIPTOR : 0);
        }
    }

    /**
     * The header in front of the bytes, which other programs go by, says the same as the directory.
     */
    private static Span span(RandomAccessFile file, ByteBuffer directory, int at, int nameLength)
            throws IOException {
        long local = directory.getInt(at + 42) & 0xffffffffL;
        if (local + LOCAL_LENGTH + nameLength > file.length()) {
            throw Faulty.broken("文件头");
        }
        ByteBuffer header = read(file, local, LOCAL_LENGTH + nameLength);
        boolean same =
                header.getInt(0) == LOCAL
                        && ((header.getShort(6) ^ directory.getShort(at + 8)) & TOLD_FLAGS) == 0
                        && header.getShort(8) == directory.getShort(at + 10)
                        && (header.getShort(26) & 0xffff) == nameLength
                        && header.slice(LOCAL_LENGTH, nameLength)
                                .equals(directory.slice(at + ENTRY_LENGTH, nameLength));
        if (!same) {
            throw Faulty.broken("文件头");
        }
        long data = local + LOCAL_LENGTH + nameLength + (header.getShort(28) & 0xffff);
        long packed = directory.getInt(at + 20) & 0xffffffffL;
        boolean described = (directory.getShort(at + 8) & TOLD_AFTERWARDS) != 0;
        return new Span(local, data, data + packed, described);
    }

    /**
     * Entries that lie in each other make terabytes of a few megabytes. Bytes between them belong
     * to nothing that the manifest could name.
     */
    private static void refuseShared(List<Span> spans, long directory) {
        spans.sort(Comparator.comparingLong(Span::begin));
        long free = 0;
        long longest = 0;
        for (Span span : spans) {
            if (span.begin() < free || span.end() > directory) {
                throw Faulty.of("entries-overlap", "文件包中的文件相互重叠，不予读取。");
            }
            refuseGap(span.begin(), longest);
            free = span.end();
            longest = span.longest();
        }
        refuseGap(directory, longest);
    }

    private static void refuseGap(long next, long longest) {
        if (next > longest) {
            throw Faulty.of("hidden-bytes", "文件包中有不属于任何文件的内容，不予读取。");
        }
    }

    /** Names of files and folders, as the most forgetful system tells them apart. */
    private static final class Names {
        private final Set<String> all = new HashSet<>();
        private final Set<String> folders = new HashSet<>();
        private final Set<String> files = new HashSet<>();

        void add(String name) {
            String folded = EntryName.folded(name);
            if (!all.add(folded)) {
                throw twice(name);
            }
            for (int end = folded.indexOf('/'); end >= 0; end = folded.indexOf('/', end + 1)) {
                folders.add(folded.substring(0, end));
                if (files.contains(folded.substring(0, end))) {
                    throw twice(name);
                }
            }
            if (!folded.endsWith("/") && (folders.contains(folded) || !files.add(folded))) {
                throw twice(name);
            }
        }

        private static Invalid twice(String name) {
            return Faulty.of("name-twice", "文件名重复：“" + Faulty.shown(name) + "”。");
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
