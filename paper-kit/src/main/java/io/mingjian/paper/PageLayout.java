package io.mingjian.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where every line of a letter stands on A4 pages, with the margins, sizes and line pitch that are
 * usual for official letters: 16 pt body, 28 lines' worth of characters to 156 mm. Knows no file
 * format.
 */
final class PageLayout {
    static final double WIDTH = 595.28;
    static final double HEIGHT = 841.89;
    static final double LEFT = 79;
    static final double TEXT_WIDTH = 438;

    /** The first column of a form. */
    static final double NAME_WIDTH = 96;

    private static final double TOP = HEIGHT - 100;
    private static final double BOTTOM = 96;
    private static final double PITCH = 27;
    private static final double LETTERHEAD = 24;
    private static final double TITLE = 20;
    private static final double BODY = 16;
    private static final double CELL = 12;
    private static final double CELL_PITCH = 18;
    private static final double PADDING = 5;
    private static final String INDENT = "　　";

    /** Lines of the closing block, which stays together. */
    private static final int CLOSING_LINES = 4;

    /** A longer last paragraph fills the page and goes over with its own last lines. */
    private static final int MOST_CARRIED_OVER = 6;

    private final Widths widths;
    private final List<Page> pages = new ArrayList<>();
    private List<Placed> page = new ArrayList<>();
    private List<Cell> cells = new ArrayList<>();
    private double y = TOP;
    private @Nullable Double rule;

    private PageLayout(Widths widths) {
        this.widths = widths;
    }

    /** How wide a text is in a size. */
    interface Widths {
        double of(String text, double size);
    }

    /** A line of text at its place; {@code head} is the bureau's name above the rule. */
    record Placed(String text, double x, double y, double size, boolean head) {}

    /** The frame of a cell of a form; its corner is the lower left one. */
    record Cell(double x, double y, double width, double height) {}

    /**
     * A page.
     *
     * @param rule height of the red line, on the first page
     */
    record Page(List<Placed> lines, List<Cell> cells, @Nullable Double rule) {
        Page {
            lines = List.copyOf(lines);
            cells = List.copyOf(cells);
        }
    }

    static List<Page> of(Letter letter, Widths widths) {
        PageLayout layout = new PageLayout(widths);
        layout.head(letter);
        layout.block(letter.addressee(), "");
        if (letter.address() != null) {
            layout.block(letter.address(), "");
        }
        if (letter.table().isEmpty()) {
            layout.paragraphs(
                    Stream.concat(letter.paragraphs().stream(), letter.remarks().stream())
                            .toList());
        } else {
            letter.paragraphs().forEach(each -> layout.block(each, INDENT));
            layout.table(letter.table());
            layout.paragraphs(letter.remarks());
        }
        layout.closing(letter);
        layout.turn();
        return List.copyOf(layout.pages);
    }

    private void head(Letter letter) {
        for (String line : broken(letter.letterhead(), LETTERHEAD)) {
            centred(line, LETTERHEAD, true);
        }
        y -= PITCH / 2;
        rule = y + PITCH / 2;
        y -= PITCH / 2;
        for (String line : broken(letter.title(), TITLE)) {
            centred(line, TITLE, false);
        }
        centred(letter.number(), BODY, false);
        y -= PITCH / 2;
    }

    /** The last paragraph goes over with the closing block, which should not stand alone. */
    private void paragraphs(List<String> paragraphs) {
        for (int i = 0; i < paragraphs.size(); i++) {
            if (i == paragraphs.size() - 1) {
                int lines = broken(INDENT + paragraphs.get(i), BODY).size();
                room(Math.min(lines, MOST_CARRIED_OVER) + CLOSING_LINES);
            }
            block(paragraphs.get(i), INDENT);
        }
    }

    private void block(String text, String indent) {
        for (String line : broken(indent + text, BODY)) {
            room(1);
            put(line, LEFT, BODY, false);
        }
    }

    private void table(List<Letter.Row> rows) {
        double edge = y + PITCH / 2;
        for (Letter.Row row : rows) {
            edge = row(row, edge);
        }
        y = edge - PITCH;
    }

    /** One row under that edge, on as many pages as it takes; gives its own lower edge. */
    private double row(Letter.Row row, double from) {
        double inside = NAME_WIDTH - 2 * PADDING;
        List<String> names = broken(row.name(), CELL, inside);
        List<String> values = broken(row.value(), CELL, TEXT_WIDTH - NAME_WIDTH - 2 * PADDING);
        int lines = Math.max(names.size(), values.size());
        double edge = from;
        int done = 0;
        while (done < lines) {
            int fitting = (int) ((edge - 2 * PADDING - BOTTOM) / CELL_PITCH);
            boolean fitsWhole = lines <= (TOP - BOTTOM - 2 * PADDING) / CELL_PITCH;
            if (fitting < 1 || (done == 0 && fitting < lines && fitsWhole)) {
                turn();
                edge = TOP;
                continue;
            }
            int here = Math.min(fitting, lines - done);
            cellLines(names, done, here, LEFT + PADDING, edge);
            cellLines(values, done, here, LEFT + NAME_WIDTH + PADDING, edge);
            double height = here * CELL_PITCH + 2 * PADDING;
            edge -= height;
            cells.add(new Cell(LEFT, edge, NAME_WIDTH, height));
            cells.add(new Cell(LEFT + NAME_WIDTH, edge, TEXT_WIDTH - NAME_WIDTH, height));
            done += here;
        }
        return edge;
    }

    private void cellLines(List<String> all, int from, int count, double x, double edge) {
        for (int i = from; i < Math.min(from + count, all.size()); i++) {
            double baseline = edge - PADDING - CELL - (i - from) * CELL_PITCH;
            page.add(new Placed(all.get(i), x, baseline, CELL, false));
        }
    }

    private void closing(Letter letter) {
        room(CLOSING_LINES);
        y -= PITCH * (CLOSING_LINES - 2);
        right(letter.closing(), 0);
        right(letter.date(), 2 * BODY);
    }

    private void centred(String text, double size, boolean head) {
        put(text, LEFT + (TEXT_WIDTH - widths.of(text, size)) / 2, size, head);
    }

    private void right(String text, double gap) {
        put(text, LEFT + TEXT_WIDTH - gap - widths.of(text, BODY), BODY, false);
    }

    private void put(String text, double x, double size, boolean head) {
        page.add(new Placed(text, x, y, size, head));
        y -= Math.max(PITCH, size * 1.4);
    }

    /** Turns the page if so many lines do not fit any more. */
    private void room(int lines) {
        if (y - (lines - 1) * PITCH < BOTTOM) {
            turn();
        }
    }

    private void turn() {
        pages.add(new Page(page, cells, rule));
        page = new ArrayList<>();
        cells = new ArrayList<>();
        rule = null;
        y = TOP;
    }

    private List<String> broken(String text, double size) {
        return broken(text, size, TEXT_WIDTH);
    }

    private List<String> broken(String text, double size, double width) {
        return new LineBreaker(part -> widths.of(part, size), width).lines(text);
    }
}
