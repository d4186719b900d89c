package io.mingjian.monitoring.bundle;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/** The body of a web answer that was sent in chunks (RFC 9112). */
final class Dechunked extends InputStream {
    private static final Pattern SIZE = Pattern.compile("[0-9a-fA-F]{1,8}");

    private final InputStream in;
    private long left;
    private boolean first = true;
    private boolean ended;

    Dechunked(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0 && !ended) {
            next();
        }
        if (ended) {
            return -1;
        }
        int read = in.read(buffer, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException();
        }
        left -= read;
        return read;
    }

    private void next() throws IOException {
        if (!first && !WarcRecord.line(in).isEmpty()) {
            throw Faulty.broken("分块传输的内容");
        }
        first = false;
        String size = WarcRecord.line(in).split(";", 2)[0].strip();
        if (!SIZE.matcher(size).matches()) {
            throw Faulty.broken("分块传输的内容");
        }
        left = Long.parseLong(size, 16);
        ended = left == 0;
    }
}
