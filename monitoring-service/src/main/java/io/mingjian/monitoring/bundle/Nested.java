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

    /** How archives and packed files begin; ZIP and TAR are told apart below. */
    private static final List<String> BEGINS =
            List.of(
                    "\u001f\u008b",
                    "\u001f\u009d",
                    "\u001f\u00a0",
                    "7z\u00bc\u00af",
                    "Rar!",
                    "BZh",
                    "\u00fd7zXZ",
                    "LZIP",
                    "\u0004\"M\u0018",
                    "(\u00b5/\u00fd",
                    "MSCF",
                    "MSWIM",
                    "xar!",
                    "!<arch>\n",
                    "ALZ\u0001",
                    "EGGA",
                    "WARC/");

    private static final List<String> ZIP =
            List.of("PK\u0003\u0004", "PK\u0005\u0006", "PK\u0007\u0008");

    private Nested() {}

    static boolean isArchive(String name, byte[] head) {
        String begin = new String(head, StandardCharsets.ISO_8859_1);
        if (ZIP.stream().anyMatch(begin::startsWith)) {
            return !isOfficeDocument(name, begin);
        }
        return BEGINS.stream().anyMatch(begin::startsWith)
                || begin.startsWith("ustar", TAR_MARK)
                || begin.startsWith("-lh", 2) && begin.startsWith("-", 6);
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
