package io.mingjian.paper;

import io.mingjian.paper.Sheets.Tone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table on {@link Sheets} that is written row by row; its head stands on every page anew. A cell
 * that says more than fits into its lines ends with an ellipsis.
 */
public final class Grid {
    private static final double SIZE = 7.5;
    private static final double PITCH = 10;
    private static final double PADDING = 3;

    private final Sheets sheets;
    private final Ink ink;
    private final List<Column> columns;
    private final int mostLines;
    private final double unit;

    Grid(Sheets sheets, Ink ink, List<Column> columns, int mostLines) throws IOException {
        this.sheets = sheets;
        this.ink = ink;
        this.columns = List.copyOf(columns);
        this.mostLines = mostLines;
        this.unit = Sheets.WIDTH / columns.stream().mapToDouble(Column::share).sum();
        head();
    }

    /**
     * A column.
     *
     * @param share of the width, beside the shares of the others
     */
    public record Column(String title, double share) {}

    /** Writes one row; as many cells as there are columns. */
    public void row(List<String> cells) throws IOException {
        List<List<String>> lines = broken(cells);
        if (sheets.room(height(lines))) {
            head();
        }
        draw(lines, Tone.BLACK);
    }

    private void head() throws IOException {
        List<List<String>> lines = broken(columns.stream().map(Column::title).toList());
        sheets.room(height(lines) + 3 * PITCH);
        sheets.fill(
                Sheets.LEFT, sheets.y() - height(lines), Sheets.WIDTH, height(lines), Tone.PALE);
        draw(lines, Tone.BLUE);
    }

    private void draw(List<List<String>> lines, Tone tone) throws IOException {
        double top = sheets.y();
        double x = Sheets.LEFT;
        for (int i = 0; i < columns.size(); i++) {
            for (int line = 0; line < lines.get(i).size(); line++) {
                double at = top - PADDING - SIZE - line * PITCH;
                sheets.put(lines.get(i).get(line), x + PADDING, at, SIZE, tone);
            }
            x += columns.get(i).share() * unit;
        }
        sheets.gap(height(lines));
        sheets.hairline();
    }

    private List<List<String>> broken(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    cells.size() + " cells for " + columns.size() + " columns");
        }
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            double width = columns.get(i).share() * unit - 2 * PADDING;
            all.add(shortened(ink.lines(cells.get(i), SIZE, width)));
        }
        return all;
    }

    private List<String> shortened(List<String> lines) {
        if (lines.size() <= mostLines) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, mostLines));
        String last = kept.get(mostLines - 1);
        int end = last.offsetByCodePoints(last.length(), -1);
        kept.set(mostLines - 1, last.substring(0, end) + "…");
        return kept;
    }

    private static double height(List<List<String>> lines) {
        return lines.stream().mapToInt(List::size).max().orElse(1) * PITCH + 2 * PADDING;
    }
}
