package io.mingjian.kit.imports;

import io.mingjian.kit.refusal.UnsupportedMedia;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file as somebody sends it: the body itself, not a form.
 *
 * @param key to know a repetition by
 * @param fileName as the sender calls it, made harmless
 */
public record Incoming(
        @Nullable Long length, @Nullable String key, String fileName, InputStream body) {
    /** What tables may be, for {@link #of}. */
    public static final String TABLES = "XLSX, CSV（文件内容直接作为请求体）";

    private static final String UNNAMED = "未命名";
    private static final int LONGEST_NAME = 200;

    /**
     * @param accepted what is told of the kinds of files that are taken
     * @throws UnsupportedMedia if it is a form
     */
    public static Incoming of(
            String accepted,
            @Nullable String type,
            @Nullable Long length,
            @Nullable String key,
            @Nullable String fileName,
            InputStream body) {
        String given = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
        if (given.startsWith("multipart/")
                || given.startsWith("application/json")
                || given.startsWith("application/x-www-form-urlencoded")) {
            throw new UnsupportedMedia(accepted);
        }
        return new Incoming(length, key, name(fileName), body);
    }

    private static String name(@Nullable String given) {
        String name = given == null ? "" : given.strip().replaceAll("[\\p{Cntrl}/\\\\]", "");
        if (name.isEmpty()) {
            return UNNAMED;
        }
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
