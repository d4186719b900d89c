package io.mingjian.paper;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The font that is embedded in PDF files: one with TrueType outlines, alone or the first of a
 * collection. It is looked for again until it is found, so that installing it needs no restart.
 */
@ApplicationScoped
public class PdfFont {
    private static final Logger LOG = Logger.getLogger(PdfFont.class);

    private final Path path;
    private volatile byte @Nullable [] content;

    public PdfFont(@ConfigProperty(name = "mingjian.document.font") String path) {
        this.path = Path.of(path);
    }

    /** Tells operators at once, not when the first officer wants a paper. */
    void say(@Observes StartupEvent started) {
        try (TrueTypeFont font = open()) {
            LOG.infof("PDF files are set in %s", font.getName());
        } catch (FontMissing | IOException missing) {
            LOG.warnf(
                    "font-missing: no font at %s (mingjian.document.font); no PDF can be made."
                            + " Debian: apt-get install fonts-wqy-microhei",
                    path);
        }
    }

    /**
     * The font, to be closed after the file was written.
     *
     * @throws FontMissing if it is not there or cannot be embedded
     */
    public TrueTypeFont open() {
        try {
            byte[] known = content();
            TrueTypeFont font = isCollection(known) ? first(known) : single(known);
            if (font.getTableMap().containsKey("glyf")) {
                return font;
            }
            font.close();
        } catch (IOException unreadable) {
            LOG.warnf("font-missing: %s: %s", path, unreadable.getMessage());
        }
        throw new FontMissing(path.toString());
    }

    private byte[] content() throws IOException {
        byte[] known = content;
        if (known == null) {
            known = Files.readAllBytes(path);
            content = known;
        }
        return known;
    }

    private static boolean isCollection(byte[] font) {
        byte[] tag = {'t', 't', 'c', 'f'};
        return font.length > tag.length && Arrays.equals(font, 0, tag.length, tag, 0, tag.length);
    }

    private static TrueTypeFont single(byte[] font) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(font));
    }

    /** The collection stays open with its font; both live in memory only. */
    @SuppressWarnings("MustBeClosedChecker")
    private static TrueTypeFont first(byte[] fonts) throws IOException {
        TrueTypeFont[] found = new TrueTypeFont[1];
        new TrueTypeCollection(new ByteArrayInputStream(fonts))
                .processAllFonts(
                        each -> {
                            if (found[0] == null) {
                                found[0] = each;
                            }
                        });
        if (found[0] == null) {
            throw new IOException("no font in the collection");
        }
        return found[0];
    }
}
