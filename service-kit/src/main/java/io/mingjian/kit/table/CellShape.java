package io.mingjian.kit.table;

import java.util.Map;

/** What a column holds, and the words for it. */
public interface CellShape {
    CellForm form();

    /**
     * Words that people use, with the codes of the form, in the order in which they are offered;
     * empty where the text itself counts.
     */
    Map<String, String> codes();

    /** Whether a cell holds the code itself instead of a word for it. */
    default boolean isCode(String text) {
        return codes().containsValue(text);
    }
}
