package io.mingjian.kit.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor opaque; absent on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public static final int MOST = 200;
    public static final int USUAL = 50;

    /** What the caller asked for, within bounds. */
    public static int limit(@Nullable Integer asked) {
        return asked == null ? USUAL : Math.min(Math.max(asked, 1), MOST);
    }
}
