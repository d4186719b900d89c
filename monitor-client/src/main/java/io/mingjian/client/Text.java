package io.mingjian.client;

/**
 * One sentence in both languages. Agencies read Chinese unless they ask for English.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record Text(String zh, String en) {
    public static Text of(String zh, String en) {
        return new Text(zh, en);
    }

    /** With values in their places, as {@link String#format} has them. */
    public static Text of(String zh, String en, Object... values) {
        return new Text(zh.formatted(values), en.formatted(values));
    }

    public String in(Language language) {
        return language == Language.EN ? en : zh;
    }
}
