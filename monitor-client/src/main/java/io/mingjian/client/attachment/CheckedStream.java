package io.mingjian.client.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that gives its last piece only when all its bytes are those that were checked. The
 * receiver of a file that has changed therefore never gets a whole one, and keeps nothing.
 */
public final class CheckedStream extends InputStream {
    private static final int PIECE = 32 * 1024;

    private final InputStream file;
    private final Hashes expected;
    private final Hashes.Running seen = new Hashes.Running();
    private byte[] now = new byte[PIECE];
    private byte[] next = new byte[PIECE];
    private int at;
    private int nowLength;
    private int nextLength;
    private boolean ended;
    private volatile boolean changed;

    public CheckedStream(Path path, Hashes expected) throws IOException {
        this(Files.newInputStream(path), expected);
    }

    CheckedStream(InputStream file, Hashes expected) throws IOException {
        this.file = file;
        this.expected = expected;
        this.nextLength = file.readNBytes(next, 0, PIECE);
        advance();
    }

    /** Looks one piece ahead: only then is it known which piece is the last one. */
    private void advance() throws IOException {
        byte[] free = now;
        now = next;
        nowLength = nextLength;
        at = 0;
        seen.update(now, 0, nowLength);
        next = free;
        nextLength = nowLength < PIECE ? 0 : file.readNBytes(next, 0, PIECE);
        if (nextLength == 0 && !ended) {
            ended = true;
            if (!seen.end().equals(expected)) {
                changed = true;
                throw new ChangedFile();
            }
        }
    }

    /** Whether it broke off because the bytes are others. */
    public boolean isChanged() {
        return changed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (at == nowLength) {
            if (ended) {
                return -1;
            }
            advance();
        }
        int given = Math.min(length, nowLength - at);
        System.arraycopy(now, at, into, from, given);
        at += given;
        return given;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
