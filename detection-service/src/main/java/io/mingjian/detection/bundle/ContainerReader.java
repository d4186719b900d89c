package io.mingjian.detection.bundle;

import io.mingjian.detection.bundle.Flaw.Kind;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a container and compares every byte of it with the form. Contents are hashed as they pass
 * by; only small ones are kept. No length that the file states is believed before it is known to
 * fit into the file.
 */
final class ContainerReader {
    private static final int PIECE = 1 << 16;
    private static final long MOST_KEPT_EACH = 16L << 20;
    private static final long MOST_KEPT = 64L << 20;

    private final FileChannel file;
    private final long length;
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private long kept;
    private byte[] window = {};
    private long windowAt;

    /**
     * One entry as it lies in the file.
     *
     * @param bytes absent for originals, which are hashed only, and for what is too large to keep
     */
    record Entry(String name, Hashes hashes, byte @Nullable [] bytes) {}

    /** Everything that lies in a container, and where it differs from the form. */
    record Contents(List<Entry> entries, List<Flaw> flaws) {}

    private ContainerReader(FileChannel file) throws IOException {
        this.file = file;
        this.length = file.size();
    }

    static Contents read(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return new ContainerReader(channel).contents();
        }
    }

    private Contents contents() throws IOException {
        if (length > ContainerForm.MOST_BYTES) {
            flaws.add(Flaw.of(Kind.CONTAINER, null, "文件超过保全包的上限"));
            return new Contents(List.of(), flaws);
        }
        List<Member> members = new MemberSearch(this::bytes, length).members();
        Set<String> names = new HashSet<>();
        for (Member member : members) {
            header(member, names);
            entries.add(entry(member));
        }
        directory(members);
        return new Contents(entries, flaws);
    }

    private void header(Member member, Set<String> names) throws IOException {
        if (!ContainerForm.isName(member.name())) {
            flaws.add(Flaw.at(Kind.CONTAINER, shown(member), member.offset(), "条目名称不合规定"));
        }
        if (!names.add(member.name())) {
            flaws.add(Flaw.at(Kind.CONTAINER, shown(member), member.offset(), "条目名称重复"));
        }
        compare(ContainerForm.local(member), member.offset(), shown(member), "条目头与规定格式或目录不符");
    }

    private Entry entry(Member member) throws IOException {
        boolean keep =
                !BundleNames.isOriginal(member.name())
                        && member.size() <= MOST_KEPT_EACH
                        && kept + member.size() <= MOST_KEPT;
        kept += keep ? member.size() : 0;
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        Hashing hashing = new Hashing();
        for (long at = member.dataOffset(); at < member.end(); at += PIECE) {
            byte[] piece = bytes(at, (int) Math.min(PIECE, member.end() - at));
            hashing.update(piece, piece.length);
            if (keep) {
                small.writeBytes(piece);
            }
        }
        if (hashing.crc() != member.crc()) {
            flaws.add(Flaw.at(Kind.CONTENT, shown(member), member.dataOffset(), "内容与容器记载的校验值不符"));
        }
        return new Entry(member.name(), hashing.end(), keep ? small.toByteArray() : null);
    }

    /** The directory, its end, and that nothing is before, between or behind. */
    private void directory(List<Member> members) throws IOException {
        long at = members.isEmpty() ? 0 : members.get(members.size() - 1).end();
        for (Member member : members) {
            byte[] expected = ContainerForm.central(member);
            if (!compare(expected, at, shown(member), "目录中的记载与条目不符")) {
                return; // what follows is out of step
            }
            at += expected.length;
        }
        byte[] end = ContainerForm.end(members);
        if (compare(end, at, null, "目录结尾与规定格式不符") && at + end.length < length) {
            flaws.add(
                    Flaw.at(
                            Kind.CONTAINER,
                            null,
                            at + end.length,
                            "文件末尾多出 " + (length - at - end.length) + " 字节"));
        }
    }

    private boolean compare(byte[] expected, long at, @Nullable String entry, String what)
            throws IOException {
        byte[] actual = bytes(at, (int) Math.min(expected.length, Math.max(0, length - at)));
        int differs = Arrays.mismatch(expected, actual);
        if (differs >= 0) {
            flaws.add(Flaw.at(Kind.CONTAINER, entry, at + differs, what));
        }
        return differs < 0;
    }

    /** From the piece that was read last, where it lies in that: headers are small and many. */
    private byte[] bytes(long at, int count) throws IOException {
        if (at < windowAt || at + count > windowAt + window.length) {
            window = read(at, Math.max(count, (int) Math.min(PIECE, length - at)));
            windowAt = at;
        }
        int from = (int) (at - windowAt);
        return Arrays.copyOfRange(window, from, from + count);
    }

    private byte[] read(long at, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + buffer.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
        return buffer.array();
    }

    private static String shown(Member member) {
        return Inventory.shown(member.name());
    }
}
