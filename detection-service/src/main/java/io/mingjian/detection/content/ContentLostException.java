package io.mingjian.detection.content;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The content store no longer holds what it once took in: the file is missing or was altered. */
public final class ContentLostException extends IOException {
    private static final long serialVersionUID = 1;

    private ContentLostException(Fingerprint file, String how, @Nullable Throwable cause) {
        super("content " + file.sha256() + " is " + how, cause);
    }

    static ContentLostException missing(Fingerprint file, Throwable cause) {
        return new ContentLostException(file, "missing", cause);
    }

    static ContentLostException altered(Fingerprint file) {
        return new ContentLostException(file, "altered", null);
    }
}
