package io.mingjian.client.findings;

import io.mingjian.client.Stopped;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A findings file, read one finding at a time. Its kind is told by the end of its name. */
public interface FindingsFile extends Closeable {
    /** The next item, or null at the end. */
    @Nullable Item next() throws IOException;

    static FindingsFile open(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return CsvFindings.open(file);
        }
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return new LineFindings(buffered(file));
        }
        if (name.endsWith(".json")) {
            return new ArrayFindings(buffered(file));
        }
        throw Stopped.usage(
                "线索文件须为 .jsonl、.json 或 .csv：%s",
                "the findings file must end in .jsonl, .json or .csv: %s", file);
    }

    private static InputStream buffered(Path file) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(Files.newInputStream(file), 64 * 1024);
        stream.mark(3);
        boolean marked = stream.read() == 0xef && stream.read() == 0xbb && stream.read() == 0xbf;
        if (!marked) {
            stream.reset();
        }
        return stream;
    }
}
