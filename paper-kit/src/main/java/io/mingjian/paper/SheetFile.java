package io.mingjian.paper;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workbook as XLSX (ECMA-376), written row by row as it is told: no more than one row is ever
 * held. Texts lie in their cells, so that no table of all texts grows. Nothing in it becomes a
 * formula, and the same rows are the same bytes.
 */
public final class SheetFile implements Closeable {
    /** Changes with the layout, so that a hash can be told from that of an older layout. */
    public static final String MAKER = "sheet layout 1";

    public static final String MEDIA_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String HEAD =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DOC =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** What Excel takes at most in one cell. */
    private static final int LONGEST_TEXT = 32_767;

    private static final int PLAIN = 1;
    private static final int BOLD = 2;

    private final StillZip zip;
    private final String title;
    private final String creator;
    private final Instant made;
    private final List<String> names = new ArrayList<>();
    private int row;
    private boolean open;

    /**
     * Begins a workbook.
     *
     * @param made when what it says was decided, never when it was written
     */
    public SheetFile(OutputStream out, String title, String creator, Instant made) {
        this.zip = new StillZip(out);
        this.title = title;
        this.creator = creator;
        this.made = made.truncatedTo(ChronoUnit.SECONDS);
    }

    /** A column with its width in characters. */
    public record Column(String title, int width) {}

    /** Begins a sheet with its head, and ends the one before. */
    public void sheet(String name, List<Column> columns) throws IOException {
        endSheet();
        names.add(name);
        zip.begin("xl/worksheets/sheet" + names.size() + ".xml");
        open = true;
        row = 0;
        write(
                HEAD
                        + "<worksheet xmlns=\""
                        + MAIN
                        + "\"><sheetViews><sheetView workbookViewId=\"0\">");
        write("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
        write("</sheetView></sheetViews><cols>");
        for (int i = 0; i < columns.size(); i++) {
            write(
                    "<col min=\"%d\" max=\"%d\" width=\"%d\" customWidth=\"1\"/>"
                            .formatted(i + 1, i + 1, columns.get(i).width()));
        }
        write("</cols><sheetData>");
        cells(columns.stream().map(Column::title).toList(), BOLD);
    }

    /**
     * Writes a row.
     *
     * @param values numbers stay numbers; everything else is text; null is an empty cell
     */
    public void row(List<? extends @Nullable Object> values) throws IOException {
        cells(values, PLAIN);
    }

    private void cells(List<? extends @Nullable Object> values, int style) throws IOException {
        row++;
        StringBuilder xml = new StringBuilder("<row r=\"").append(row).append("\">");
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value != null) {
                String place = column(i) + row;
                xml.append("<c r=\"").append(place).append("\" s=\"").append(style).append('"');
                if (value instanceof Number number) {
                    xml.append("><v>").append(number).append("</v></c>");
                } else {
                    xml.append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                            .append(escaped(shortened(Plain.cell(value.toString()))))
                            .append("</t></is></c>");
                }
            }
        }
        write(xml.append("</row>").toString());
    }

    private void endSheet() throws IOException {
        if (open) {
            write("</sheetData></worksheet>");
            zip.closeEntry();
            open = false;
        }
    }

    /** Ends the workbook and closes what it was written to. */
    @Override
    public void close() throws IOException {
        try (zip) {
            endSheet();
            part("[Content_Types].xml", contentTypes());
            part(
                    "_rels/.rels",
                    relations(
                            relation(1, DOC + "/officeDocument", "xl/workbook.xml"),
                            relation(
                                    2,
                                    PACKAGE + "relationships/metadata/core-properties",
                                    "docProps/core.xml")));
            part("docProps/core.xml", core());
            part("xl/styles.xml", styles());
            part("xl/workbook.xml", workbook());
            part("xl/_rels/workbook.xml.rels", workbookRelations());
        }
    }

    private String contentTypes() {
        StringBuilder xml =
                new StringBuilder("<Types xmlns=\"" + PACKAGE + "content-types\">")
                        .append("<Default Extension=\"rels\" ContentType=\"")
                        .append("application/vnd.openxmlformats-package.relationships+xml\"/>")
                        .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
                        .append(override("/xl/workbook.xml", TYPE + "sheet.main+xml"))
                        .append(override("/xl/styles.xml", TYPE + "styles+xml"))
                        .append(
                                override(
                                        "/docProps/core.xml",
                                        "application/vnd.openxmlformats-package.core-properties+xml"));
        for (int i = 1; i <= names.size(); i++) {
            xml.append(override("/xl/worksheets/sheet" + i + ".xml", TYPE + "worksheet+xml"));
        }
        return xml.append("</Types>").toString();
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private String core() {
        return "<cp:coreProperties xmlns:cp=\""
                + PACKAGE
                + "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                + " xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>"
                + escaped(Plain.text(title))
                + "</dc:title><dc:creator>"
                + escaped(Plain.text(creator))
                + "</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">"
                + made
                + "</dcterms:created></cp:coreProperties>";
    }

    private static String styles() {
        return "<styleSheet xmlns=\""
                + MAIN
                + "\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"宋体\"/></font>"
                + "<font><b/><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>"
                + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill"
                + " patternType=\"solid\"><fgColor rgb=\"FFE6EBF5\"/></patternFill></fill></fills>"
                + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border>"
                + "</borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf"
                + " xfId=\"0\"/><xf xfId=\"0\" fontId=\"0\" applyAlignment=\"1\"><alignment"
                + " vertical=\"top\" wrapText=\"1\"/></xf><xf xfId=\"0\" fontId=\"1\" fillId=\"2\""
                + " applyFont=\"1\" applyFill=\"1\"/></cellXfs></styleSheet>";
    }

    private String workbook() {
        StringBuilder xml =
                new StringBuilder(
                        "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + DOC + "\"><sheets>");
        for (int i = 1; i <= names.size(); i++) {
            xml.append("<sheet name=\"")
                    .append(escaped(names.get(i - 1)))
                    .append("\" sheetId=\"")
                    .append(i)
                    .append("\" r:id=\"rId")
                    .append(i)
                    .append("\"/>");
        }
        return xml.append("</sheets></workbook>").toString();
    }

    private String workbookRelations() {
        List<String> all = new ArrayList<>();
        for (int i = 1; i <= names.size(); i++) {
            all.add(relation(i, DOC + "/worksheet", "worksheets/sheet" + i + ".xml"));
        }
        all.add(relation(names.size() + 1, DOC + "/styles", "styles.xml"));
        return relations(all.toArray(String[]::new));
    }

    private static String relations(String... each) {
        return "<Relationships xmlns=\""
                + PACKAGE
                + "relationships\">"
                + String.join("", each)
                + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId%d\" Type=\"%s\" Target=\"%s\"/>".formatted(id, type, target);
    }

    private void part(String name, String xml) throws IOException {
        zip.begin(name);
        write(HEAD + xml);
        zip.closeEntry();
    }

    private void write(String xml) throws IOException {
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** A, B, …, Z, AA, … */
    private static String column(int index) {
        String name = "";
        for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
            name = (char) ('A' + rest % 26) + name;
        }
        return name;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r", "&#13;");
    }
}
