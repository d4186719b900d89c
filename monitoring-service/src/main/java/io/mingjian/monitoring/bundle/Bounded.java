package io.mingjian.monitoring.bundle;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells somebody who may object how many bytes came so far. */
final class Bounded extends FilterInputStream {
    private final LongConsumer watch;
    private long count;

    Bounded(InputStream in, LongConsumer watch) {
        super(in);
        this.watch = watch;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        told(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        told(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        return readNBytes((int) Math.min(Math.max(0, wanted), 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void told(int read) {
        count += read;
        watch.accept(count);
    }
}
