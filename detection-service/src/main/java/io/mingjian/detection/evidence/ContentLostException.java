package io.mingjian.detection.evidence;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The content store no longer holds what it once took in: the file is missing or was altered. */
public final class ContentLostException extends IOException {
    private static final long serialVersionUID = 1;

    ContentLostException(String sha256, String how, @Nullable Throwable cause) {
        super("content " + sha256 + " is " + how, cause);
    }
}
