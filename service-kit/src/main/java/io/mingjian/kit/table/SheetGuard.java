package io.mingjian.kit.table;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a part of a workbook for cells that lie too far to the right: who reads a sheet
 * afterwards keeps a place for every column up to the last one of a row, so that one cell could ask
 * for gigabytes. Any part may be a sheet, whatever its name.
 */
final class SheetGuard {
    private static final Logger LOG = Logger.getLogger(SheetGuard.class);
    private static final int MOST_COLUMNS = 1_000;
    private static final XMLInputFactory XML = factory();

    private SheetGuard() {}

    /**
     * Passes what is no XML, and the rest of what ceases to be: its reader gets no further either.
     *
     * @throws Unreadable if a row is too wide
     */
    static void check(InputStream sheet) throws IOException {
        try (sheet) {
            XMLStreamReader xml = XML.createXMLStreamReader(sheet);
            boolean inRow = false;
            int cells = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT) {
                    inRow &= !xml.getLocalName().equals("row");
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    if (xml.getLocalName().equals("row")) {
                        inRow = true;
                        cells = 0;
                    } else if (inRow && xml.getLocalName().equals("c")) {
                        check(++cells, xml.getAttributeValue(null, "r"));
                    }
                }
            }
        } catch (XMLStreamException noXml) {
            LOG.debugf(noXml, "a part of a workbook is no XML from here on");
        }
    }

    private static void check(int cells, @Nullable String address) {
        if (cells > MOST_COLUMNS || column(address) > MOST_COLUMNS) {
            throw new Unreadable("工作表的一行超过" + MOST_COLUMNS + "列，不予读取。");
        }
    }

    /** Number of the column of an address such as {@code AB12}; zero where there is none. */
    private static int column(@Nullable String address) {
        int column = 0;
        for (int at = 0; address != null && at < address.length(); at++) {
            int letter = Character.toUpperCase(address.charAt(at)) - 'A' + 1;
            if (letter < 1 || letter > 26) {
                break;
            }
            column = column * 26 + letter;
            if (column > MOST_COLUMNS) {
                break;
            }
        }
        return column;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
