package io.mingjian.gateway.identity;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A path with variables. It is compared with the raw path: a variable takes plain ids only, so an
 * encoded slash, a dot segment, a double slash or a trailing one never reaches a service.
 */
record PathTemplate(List<String> segments) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,127}");

    static PathTemplate of(String template) {
        return new PathTemplate(split(template));
    }

    static List<String> split(String path) {
        return List.of(path.split("/", -1));
    }

    boolean matches(List<String> actual) {
        if (actual.size() != segments.size()) {
            return false;
        }
        for (int at = 0; at < actual.size(); at++) {
            if (!matches(segments.get(at), actual.get(at))) {
                return false;
            }
        }
        return true;
    }

    /** How many segments are variables; fewer is more exact. */
    int variables() {
        return (int) segments.stream().filter(PathTemplate::isVariable).count();
    }

    private static boolean matches(String wanted, String actual) {
        return isVariable(wanted) ? ID.matcher(actual).matches() : wanted.equals(actual);
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }
}
