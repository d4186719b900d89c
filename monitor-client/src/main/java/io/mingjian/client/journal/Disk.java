package io.mingjian.client.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where a journal is written; a full disk fails here. */
interface Disk extends Closeable {
    /** Hands all bytes to the system: they outlive this process. */
    void write(byte[] bytes) throws IOException;

    /** Returns when what was written outlives a power cut. */
    void force() throws IOException;

    /** At the end of a file. */
    static Disk of(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        return new Disk() {
            @Override
            public void write(byte[] bytes) throws IOException {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
            }

            @Override
            public void force() throws IOException {
                channel.force(false);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
