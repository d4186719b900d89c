package io.mingjian.detection.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a container. Contents pass by once; an entry's header is written when its checksum is
 * known. Not thread-safe.
 */
final class ContainerWriter implements AutoCloseable {
    private static final int PIECE = 1 << 16;

    private final FileChannel file;
    private final List<Member> members = new ArrayList<>();
    private long end;

    ContainerWriter(Path path) throws IOException {
        file =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
    }

    Hashes add(String name, byte[] content) throws IOException {
        return add(name, new ByteArrayInputStream(content));
    }

    Hashes add(String name, InputStream content) throws IOException {
        if (!ContainerForm.isName(name) || members.size() == ContainerForm.MOST_MEMBERS) {
            throw new IllegalArgumentException("no entry of a bundle: " + name);
        }
        Member empty = new Member(name, 0, 0, end);
        Hashing hashing = new Hashing();
        long at = empty.dataOffset();
        byte[] piece = new byte[PIECE];
        for (int n = content.read(piece); n >= 0; n = content.read(piece)) {
            hashing.update(piece, n);
            at = write(ByteBuffer.wrap(piece, 0, n), at);
            if (at > ContainerForm.MOST_BYTES) {
                throw new IOException("a bundle holds at most " + ContainerForm.MOST_BYTES);
            }
        }
        Member member = new Member(name, hashing.crc(), at - empty.dataOffset(), end);
        write(ByteBuffer.wrap(ContainerForm.local(member)), end);
        members.add(member);
        end = member.end();
        return hashing.end();
    }

    /** Writes the directory; nothing comes after it. */
    void finish() throws IOException {
        long at = end;
        for (Member member : members) {
            at = write(ByteBuffer.wrap(ContainerForm.central(member)), at);
        }
        write(ByteBuffer.wrap(ContainerForm.end(members)), at);
    }

    private long write(ByteBuffer bytes, long at) throws IOException {
        long place = at;
        while (bytes.hasRemaining()) {
            place += file.write(bytes, place);
        }
        return place;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
