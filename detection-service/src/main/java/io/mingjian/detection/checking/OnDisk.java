package io.mingjian.detection.checking;

import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file as far as it could be opened.
 *
 * @param bytes its size; -1 when unknown
 * @param sha256 of the whole file; empty when it could not be read
 * @param view its bytes; null when it could not be read
 * @param zhReason why it could not be read; null when it could
 */
record OnDisk(
        Path path, long bytes, String sha256, @Nullable ByteView view, @Nullable String zhReason) {

    /** Only those pages of a large file are read that somebody looks at. */
    static OnDisk open(Path path) {
        long size = -1;
        try {
            size = Files.size(path);
            if (!Files.isRegularFile(path) || size > Integer.MAX_VALUE) {
                return new OnDisk(path, size, "", null, "不是普通文件，或超过 2 GiB，未读取。");
            }
            ByteView view =
                    size > MediaLimits.MAX_BYTES
                            ? ByteView.of(path)
                            : ByteView.of(Files.readAllBytes(path));
            return new OnDisk(path, size, view.sha256(0, view.length()), view, null);
        } catch (IOException e) {
            return new OnDisk(path, size, "", null, "文件无法打开：" + e.getMessage());
        }
    }

    Optional<ByteView> content() {
        return Optional.ofNullable(view);
    }

    String reason() {
        return zhReason == null ? "" : zhReason;
    }
}
