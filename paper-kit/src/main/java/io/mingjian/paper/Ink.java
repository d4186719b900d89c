package io.mingjian.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The embedded font with what it can print. Texts of a paper may quote strangers: what the font
 * lacks and what is no character at all is shown as a box, so that no stranger can prevent a paper.
 */
public final class Ink {
    private static final int BOX = 0x25A1;

    private final PDType0Font font;
    private final CmapLookup known;

    public Ink(PDDocument pdf, TrueTypeFont outlines) throws IOException {
        this.font = PDType0Font.load(pdf, outlines, true);
        this.known = outlines.getUnicodeCmapLookup();
    }

    public PDType0Font font() {
        return font;
    }

    /** The text with nothing in it that cannot be printed. */
    public String printable(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().map(this::printable).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private int printable(int character) {
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            return character == 0x3000 ? character : ' ';
        }
        return known.getGlyphId(character) == 0 ? BOX : character;
    }

    public double width(String text, double size) {
        try {
            return font.getStringWidth(text) / 1000 * size;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The text in lines of at most this width. */
    public List<String> lines(String text, double size, double width) {
        return new LineBreaker(part -> width(part, size), width).lines(printable(text));
    }
}
