package io.mingjian.kit.refusal;

/**
 * The one character that no text here can hold: the database refuses it in texts and in JSON, and
 * nobody types it. Other control characters come along with what people paste, and are kept.
 */
final class NullCharacter {
    /** Property of a request: where in its body the first one stands. */
    static final String PLACE = "mingjian.null-character";

    private NullCharacter() {}

    static boolean isIn(String text) {
        return text.indexOf('\0') >= 0;
    }

    /** The refusal of a text that holds it. */
    static Malformed at(String pointer) {
        return new Malformed(
                new FieldError(
                        pointer,
                        "null-character",
                        "含有空字符（U+0000），无法保存，请删去后重试。",
                        "It holds the null character (U+0000), which no text can keep."));
    }
}
