package io.mingjian.client.attachment;

import java.io.IOException;

/** A file is no longer what was checked. */
public final class ChangedFile extends IOException {
    private static final long serialVersionUID = 1;

    public ChangedFile() {
        super("the file is not the one that was checked");
    }
}
