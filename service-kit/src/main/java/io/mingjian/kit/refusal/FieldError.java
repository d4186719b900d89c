package io.mingjian.kit.refusal;

/**
 * One fault in a request body.
 *
 * @param pointer RFC 6901 JSON pointer to the field
 * @param code stable kebab-case name of the rule
 * @param zh what is wrong and what is expected, for people
 * @param en the same in English
 */
public record FieldError(String pointer, String code, String zh, String en) {
    /** With the code standing in for an English sentence. */
    public FieldError(String pointer, String code, String zh) {
        this(pointer, code, zh, code.replace('-', ' '));
    }
}
