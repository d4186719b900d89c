package io.mingjian.monitoring.bundle;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Members of a gzip file (RFC 1952) one after the other, to the last byte of the file. The
 * library's reader calls itself once for each empty member, takes what follows the last one for
 * nothing, and stops wherever a stream says that it has no byte at hand.
 */
final class GzipMembers extends InputStream {
    private static final int MAGIC = 0x8b1f;
    private static final int DEFLATE = 8;
    private static final int BUFFER = 1 << 16;
    private static final int HEADER_CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    /** Of the name and the comment of a member each; no program writes longer ones. */
    private static final int LONGEST_TEXT = 4_096;

    private final PushbackInputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private boolean inside;
    private boolean ended;

    GzipMembers(InputStream in) {
        this.in = new PushbackInputStream(in, BUFFER);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (!inside && !begin()) {
                ended = true;
                break;
            }
            int read = inflate(into, offset, length);
            if (read > 0) {
                return read;
            }
            end();
        }
        return -1;
    }

    /** What is left of the member; nothing at its end. */
    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            while (!inflater.finished()) {
                int read = inflater.inflate(into, offset, length);
                if (read > 0) {
                    crc.update(into, offset, read);
                    return read;
                }
                if (inflater.needsDictionary()) {
                    throw new ZipException("dictionary");
                }
                if (inflater.needsInput() && !inflater.finished()) {
                    fill();
                }
            }
            return 0;
        } catch (DataFormatException broken) {
            throw new ZipException("deflate");
        }
    }

    private void fill() throws IOException {
        filled = in.read(buffer, 0, BUFFER);
        if (filled <= 0) {
            throw new EOFException();
        }
        inflater.setInput(buffer, 0, filled);
    }

    /** Whether another member begins; nothing else may. */
    private boolean begin() throws IOException {
        int first = in.read();
        if (first < 0) {
            return false;
        }
        int magic = first | next() << 8;
        int method = next();
        int flags = next();
        if (magic != MAGIC || method != DEFLATE || (flags & RESERVED) != 0) {
            throw new ZipException("gzip header");
        }
        in.skipNBytes(6);
        if ((flags & EXTRA) != 0) {
            in.skipNBytes(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECK) != 0) {
            in.skipNBytes(2);
        }
        inflater.reset();
        crc.reset();
        filled = 0;
        inside = true;
        return true;
    }

    private void skipText() throws IOException {
        for (int length = 0; next() != 0; length++) {
            if (length == LONGEST_TEXT) {
                throw new ZipException("gzip header");
            }
        }
    }

    private void end() throws IOException {
        int left = inflater.getRemaining();
        in.unread(buffer, filled - left, left);
        long check = number();
        long length = number();
        if (check != crc.getValue() || length != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("gzip trailer");
        }
        inside = false;
    }

    private long number() throws IOException {
        return (next() | next() << 8 | next() << 16 | (long) next() << 24) & 0xffffffffL;
    }

    private int next() throws IOException {
        int read = in.read();
        if (read < 0) {
            throw new EOFException();
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
