package io.mingjian.registry.imports;

/** A column of a file by its heading, with its place in the form that a row makes. */
interface Column {
    String heading();

    /** JSON pointer into the form. */
    String pointer();

    CellKind kind();

    /** Whether a file without it is no such file; a cell of it may still be blank. */
    boolean isRequired();

    /** What the template shows. */
    String example();
}
