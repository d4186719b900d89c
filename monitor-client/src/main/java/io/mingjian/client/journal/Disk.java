package io.mingjian.client.journal;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** Where a journal is written; a full disk fails here. */
interface Disk extends Closeable {
    /** Hands all bytes to the system: they outlive this process. */
    void write(byte[] bytes) throws IOException;

    /** Returns when what was written outlives a power cut. */
    void force() throws IOException;

    /**
     * At the end of a file. By a stream and not by a channel, which an interrupted thread would
     * close for all others.
     */
    static Disk of(Path file) throws IOException {
        FileOutputStream stream = new FileOutputStream(file.toFile(), true);
        return new Disk() {
            @Override
            public void write(byte[] bytes) throws IOException {
                stream.write(bytes);
            }

            @Override
            public void force() throws IOException {
                stream.getFD().sync();
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }
}
