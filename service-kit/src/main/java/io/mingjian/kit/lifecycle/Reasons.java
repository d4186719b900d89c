package io.mingjian.kit.lifecycle;

/** Whether a step needs a {@link Decision} with reasons. */
public enum Reasons {
    OPTIONAL,
    /** A person decides and says why; every step that ends somebody's right is of this kind. */
    REQUIRED
}
