package io.mingjian.kit.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The lines of a file one after the other; never the whole file at once. */
public interface Table extends Closeable {
    /**
     * A line.
     *
     * @param rowNo as the program shows it that the file was made with, from 1
     */
    record Line(int rowNo, List<Cell> cells) {
        public boolean isBlank() {
            return cells.stream().allMatch(cell -> cell.text().isBlank());
        }
    }

    /**
     * The next line, or nothing at the end.
     *
     * @throws Unreadable if the file is broken from here on
     */
    Optional<Line> next();

    /**
     * Opens a file by what it is, not by what it is called.
     *
     * @throws Unreadable if it is neither
     */
    static Table open(Path file) throws IOException {
        byte[] begin = new byte[4];
        int read;
        try (InputStream in = Files.newInputStream(file)) {
            read = in.readNBytes(begin, 0, begin.length);
        }
        if (read == begin.length && begin[0] == 'P' && begin[1] == 'K') {
            return Workbook.open(file);
        }
        if (read == begin.length && (begin[0] & 0xff) == 0xd0 && (begin[1] & 0xff) == 0xcf) {
            throw new Unreadable("这是旧版 Excel 文件（.xls）或者加密的工作簿，请另存为 .xlsx 或者 CSV 后重新上传。");
        }
        return TextTable.open(file);
    }
}
