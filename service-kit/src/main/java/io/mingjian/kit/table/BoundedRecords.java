package io.mingjian.kit.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Counts what one record takes from a text: a quote that is never closed would otherwise make one
 * cell of the whole file.
 */
final class BoundedRecords extends FilterReader {
    private static final int MOST_CHARACTERS = 200_000;

    private int taken;

    BoundedRecords(Reader reader) {
        super(reader);
    }

    /** A new record begins; what was read ahead counts for the one before. */
    void next() {
        taken = 0;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, Math.min(length, MOST_CHARACTERS));
        count(Math.max(0, read));
        return read;
    }

    /**
     * @throws Unreadable if the record is too long
     */
    private void count(int read) {
        taken += read;
        if (taken > MOST_CHARACTERS) {
            throw new Unreadable("文件中有一行超过" + MOST_CHARACTERS + "个字，可能是双引号不成对；请检查后重新上传。");
        }
    }
}
