package io.mingjian.paper;

import io.mingjian.kit.audit.Sm3;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jspecify.annotations.Nullable;

/**
 * What a PDF file says of itself.
 *
 * @param maker layout and library; changes with the layout, so that a hash can be told from that of
 *     an older layout
 * @param at when what it says was decided, never when it was printed
 * @param identity what tells this file from others; its id is made of it
 */
public record Imprint(
        String title,
        @Nullable String author,
        String maker,
        GregorianCalendar at,
        String identity) {

    /** Writes it into a file, as the last thing before the file is saved. */
    public void into(PDDocument pdf) {
        PDDocumentInformation about = pdf.getDocumentInformation();
        about.setTitle(title);
        if (author != null) {
            about.setAuthor(author);
        }
        about.setProducer(maker);
        about.setCreationDate(at);
        about.setModificationDate(at);
        pdf.getDocumentCatalog().setLanguage("zh-CN");
        pdf.setDocumentId(seed());
    }

    /** The file's id is made of this and of the description above. */
    private long seed() {
        String sm3 = Sm3.hex(identity);
        return ByteBuffer.wrap(sm3.getBytes(StandardCharsets.US_ASCII)).getLong();
    }
}
