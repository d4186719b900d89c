package io.mingjian.paper;

/** Texts of strangers, as XML can hold them: what is no character there is left out. */
final class Plain {
    private static final String DANGEROUS = "=+-@\t\r";

    private Plain() {}

    static String text(String text) {
        if (text.codePoints().allMatch(Plain::isLawful)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(Plain::isLawful).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** The same for a cell: what a table program would take for a formula gets an apostrophe. */
    static String cell(String text) {
        String clean = text(text);
        return !clean.isEmpty() && DANGEROUS.indexOf(clean.charAt(0)) >= 0 ? "'" + clean : clean;
    }

    /** Char of XML 1.0; half a surrogate pair is none. */
    private static boolean isLawful(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character < 0xD800)
                || (character > 0xDFFF && character != 0xFFFE && character != 0xFFFF);
    }
}
