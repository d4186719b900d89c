package io.mingjian.monitoring.bundle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Archives in archives are refused: nobody would have looked into them. Told by the first bytes,
 * not by the name. Documents of offices are archives too; these go to detection, which has its own
 * bounds for them.
 */
final class Nested {
    private static final List<String> OFFICE = List.of(".docx", ".xlsx", ".pptx");
    private static final List<String> OFFICE_BEGINS =
            List.of("[Content_Types].xml", "_rels/", "docProps/", "word/", "xl/", "ppt/");
    private static final int TAR_MARK = 257;

    private Nested() {}

    static boolean isArchive(String name, byte[] head) {
        String begin = new String(head, StandardCharsets.ISO_8859_1);
        if (begin.startsWith("PK")) {
            return !isOfficeDocument(name, begin);
        }
        return begin.startsWith("\u001f\u008b")
                || begin.startsWith("7z\u00bc\u00af")
                || begin.startsWith("Rar!")
                || begin.startsWith("BZh")
                || begin.startsWith("\u00fd7zXZ")
                || begin.startsWith("(\u00b5/\u00fd")
                || begin.startsWith("WARC/")
                || begin.startsWith("ustar", TAR_MARK);
    }

    private static boolean isOfficeDocument(String name, String begin) {
        String lower = name.toLowerCase(Locale.ROOT);
        int first = 30;
        return OFFICE.stream().anyMatch(lower::endsWith)
                && begin.startsWith("PK\u0003\u0004")
                && begin.length() > first
                && OFFICE_BEGINS.stream().anyMatch(each -> begin.startsWith(each, first));
    }
}
