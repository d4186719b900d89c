package io.mingjian.paper;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Places in a text, as {@code {filer}}, that facts are put into. */
public final class Places {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    private Places() {}

    public static Stream<String> of(String text) {
        return PLACE.matcher(text).results().map(found -> found.group(1));
    }

    /**
     * @throws IllegalStateException if there is nothing to put at a place
     */
    public static String fill(String text, Map<String, String> facts) {
        return PLACE.matcher(text)
                .replaceAll(
                        found -> {
                            String value = facts.get(found.group(1));
                            if (value == null) {
                                throw new IllegalStateException(
                                        "nothing to put at {" + found.group(1) + "}");
                            }
                            return Matcher.quoteReplacement(value);
                        });
    }
}
