package io.mingjian.kit.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks into a workbook's archive before anybody reads it: unpacks all of it, counting what really
 * comes out, and refuses documents that declare entities and rows that are too wide.
 */
final class ArchiveGuard {
    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_UNPACKED = 200L << 20;
    private static final long MOST_STRINGS = 32L << 20;
    private static final int HEAD = 4_096;

    private ArchiveGuard() {}

    /**
     * @throws Unreadable if the archive is broken, unpacks to too much or declares entities
     */
    static void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw tooMuch();
            }
            if (zip.getEntry("[Content_Types].xml") == null) {
                throw new Unreadable("压缩文件不是 .xlsx 工作簿。");
            }
            long left = MOST_UNPACKED;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName().toLowerCase(Locale.ROOT);
                boolean strings = name.endsWith("sharedstrings.xml");
                left -= unpacked(zip, entry, strings ? Math.min(left, MOST_STRINGS) : left);
                SheetGuard.check(zip.getInputStream(entry));
            }
        } catch (ZipException broken) {
            throw new Unreadable("工作簿已损坏，无法读取。");
        }
    }

    private static long unpacked(ZipFile zip, ZipEntry entry, long left) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long count = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            int head = in.readNBytes(buffer, 0, HEAD);
            refuseEntities(buffer, head);
            count += head;
            int read;
            while ((read = in.read(buffer)) >= 0) {
                count += read;
                if (count > left) {
                    throw tooMuch();
                }
            }
        }
        return count;
    }

    /** A doctype stands before the first element; in UTF-16 it has zeros between its letters. */
    private static void refuseEntities(byte[] buffer, int length) {
        String head =
                new String(buffer, 0, length, StandardCharsets.ISO_8859_1)
                        .replace("\0", "")
                        .toUpperCase(Locale.ROOT);
        if (head.contains("<!DOCTYPE") || head.contains("<!ENTITY")) {
            throw new Unreadable("工作簿中含有不允许的文档类型声明。");
        }
    }

    private static Unreadable tooMuch() {
        return new Unreadable("工作簿解压后过大，不予读取；请拆分后上传。");
    }
}
