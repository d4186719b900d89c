package io.mingjian.kit.table;

/** A column of a file by its heading, with its place in the form that a row makes. */
public interface Column {
    /**
     * What a column is.
     *
     * @param pointer JSON pointer into the form
     * @param isRequired whether a file without it is no such file; a cell of it may still be blank
     * @param example what the template shows
     */
    record Shape(
            String heading, String pointer, CellShape kind, boolean isRequired, String example) {}

    Shape shape();

    default String heading() {
        return shape().heading();
    }

    default String pointer() {
        return shape().pointer();
    }

    default CellShape kind() {
        return shape().kind();
    }

    default boolean isRequired() {
        return shape().isRequired();
    }

    default String example() {
        return shape().example();
    }
}
