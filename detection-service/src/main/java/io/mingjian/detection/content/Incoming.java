package io.mingjian.detection.content;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on its way in. Closing it before it is kept throws it away. */
public final class Incoming implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private Incoming(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static Incoming at(Path path) throws IOException {
        return new Incoming(path, FileChannel.open(path, CREATE_NEW, WRITE, READ));
    }

    public void write(byte[] bytes, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Where the bytes lie until they are kept. */
    public Path path() {
        return path;
    }

    /** Brings all bytes to the disk; nothing is written any more. */
    void finish() throws IOException {
        if (channel.isOpen()) {
            channel.force(true);
            channel.close();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }
}
