package io.mingjian.client.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Takes so many bytes, the last of them torn, and no more. */
public final class FullDisk {
    private int left;

    public FullDisk(int bytes) {
        this.left = bytes;
    }

    void grow() {
        left = Integer.MAX_VALUE;
    }

    /** A journal on this disk. */
    public Journal open(Path file, Journal.Subject subject) throws IOException {
        return Journal.open(file, subject, this::on);
    }

    Disk on(Path file) throws IOException {
        Disk real = Disk.of(file);
        return new Disk() {
            @Override
            public void write(byte[] bytes) throws IOException {
                if (bytes.length > left) {
                    real.write(Arrays.copyOf(bytes, left));
                    left = 0;
                    throw new IOException("No space left on device");
                }
                left -= bytes.length;
                real.write(bytes);
            }

            @Override
            public void force() throws IOException {
                real.force();
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }
}
