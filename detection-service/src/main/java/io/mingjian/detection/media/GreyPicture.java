package io.mingjian.detection.media;

/**
 * A picture of a film, shrunk to {@value #SIDE} by {@value #SIDE} grey cells whatever its shape:
 * enough to see whether two pictures of one film are the same, too little to show anybody anything.
 */
public final class GreyPicture {
    /** Cells a side. */
    public static final int SIDE = 64;

    /** Cells. */
    public static final int CELLS = SIDE * SIDE;

    private final byte[] cells;

    private GreyPicture(byte[] cells) {
        this.cells = cells;
    }

    /**
     * Cells row by row, one unsigned byte each; the array is copied.
     *
     * @throws IllegalArgumentException if there are not {@link #CELLS} of them
     */
    public static GreyPicture of(byte[] cells) {
        if (cells.length != CELLS) {
            throw new IllegalArgumentException("cells of a grey picture: " + cells.length);
        }
        return new GreyPicture(cells.clone());
    }

    /** Brightness of a cell, 0 to 255. */
    public int at(int x, int y) {
        return cells[y * SIDE + x] & 0xFF;
    }

    /**
     * How far two pictures differ.
     *
     * @param mean over all cells, in steps of brightness
     * @param largest of one cell
     */
    public record Difference(double mean, int largest) {}

    /** How far another picture differs from this one. */
    public Difference to(GreyPicture other) {
        int sum = 0;
        int largest = 0;
        for (int i = 0; i < CELLS; i++) {
            int apart = Math.abs((cells[i] & 0xFF) - (other.cells[i] & 0xFF));
            sum += apart;
            largest = Math.max(largest, apart);
        }
        return new Difference((double) sum / CELLS, largest);
    }
}
