package io.mingjian.gateway.console;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The zh-CN words for codes, from {@code messages/console.properties}. A code without words is
 * shown as it is, so that a service may add one before the console knows it.
 */
final class Wording {
    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle("messages.console", Locale.ROOT);

    /** As {@code Order 121 Art 22, 23(5)}. */
    private static final Pattern CITATION = Pattern.compile("Order (\\d+) Art ([0-9()–, -]+)");

    private Wording() {}

    static String of(String family, @Nullable String code) {
        if (code == null || code.isBlank()) {
            return "";
        }
        String key = family + "." + code;
        return WORDS.containsKey(key) ? WORDS.getString(key) : code;
    }

    /**
     * Words that must exist.
     *
     * @throws MissingResourceException if they do not
     */
    static String text(String key) {
        return WORDS.getString(key);
    }

    static boolean knows(String family, String code) {
        return WORDS.containsKey(family + "." + code);
    }

    static String each(String family, @Nullable List<String> codes) {
        return codes == null
                ? ""
                : codes.stream().map(code -> of(family, code)).collect(Collectors.joining("、"));
    }

    /** An article as officers cite it: {@code Order 2 Art 18} is 总局令第2号第18条. */
    static String citation(@Nullable String basis) {
        if (basis == null) {
            return "";
        }
        Matcher matcher = CITATION.matcher(basis);
        return matcher.replaceAll(
                found ->
                        Matcher.quoteReplacement(
                                "总局令第"
                                        + found.group(1)
                                        + "号第"
                                        + found.group(2).strip().replace(", ", "、")
                                        + "条"));
    }
}
