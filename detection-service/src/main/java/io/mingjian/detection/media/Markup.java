package io.mingjian.detection.media;

/** Tells drawings from other markup by the first element; nothing of it is followed or run. */
final class Markup {
    private static final int LOOK = 64 << 10;

    private final String start;
    private int at;

    private Markup(String start) {
        this.start = start;
    }

    static boolean isSvg(ByteView file) {
        String start = file.latin1(0, Math.min(file.length(), LOOK));
        return new Markup(start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start)
                .beginsWithDrawing();
    }

    private boolean beginsWithDrawing() {
        boolean skipped = true;
        while (skipped) {
            space();
            skipped = skip("<!--", "-->") || skip("<?", "?>") || skip("<!", ">");
        }
        if (at >= start.length() || start.charAt(at) != '<') {
            return false;
        }
        int end = at + 1;
        while (end < start.length() && " \t\r\n/>".indexOf(start.charAt(end)) < 0) {
            end++;
        }
        String name = start.substring(at + 1, end);
        return end < start.length() && name.substring(name.indexOf(':') + 1).equals("svg");
    }

    /** White space, and what closes the inner part of a document type. */
    private void space() {
        while (at < start.length() && " \t\r\n]>".indexOf(start.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean skip(String open, String close) {
        if (!start.startsWith(open, at)) {
            return false;
        }
        int end = start.indexOf(close, at + open.length());
        at = end < 0 ? start.length() : end + close.length();
        return true;
    }
}
