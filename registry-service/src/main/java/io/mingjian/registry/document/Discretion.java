package io.mingjian.registry.document;

import io.mingjian.contracts.FilingKind;
import io.mingjian.registry.filer.GivenIdentity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes what identifies the filer out of free text that officers and filers wrote, before it is
 * kept or told to the other side (Order 121 Art 37). The letter names the filer where its template
 * does, and nowhere else.
 */
final class Discretion {
    /** A single character may be any word. */
    private static final int SHORTEST_NAME = 2;

    private final Map<String, String> instead = new LinkedHashMap<>();
    private final String word;

    Discretion(GivenIdentity given, FilingKind filing) {
        word = wordFor(filing);
        // The address first: it may hold the name of a house that is also the filer's.
        put(given.address(), "（住址略）");
        put(given.idNumber(), "（证件号码略）");
        put(given.phone(), "（电话略）");
        if (given.name().length() >= SHORTEST_NAME) {
            put(given.name(), word);
        }
    }

    /** How a letter speaks of a filer without the name. */
    static String wordFor(FilingKind filing) {
        return filing == FilingKind.COMPLAINT ? "投诉人" : "举报人";
    }

    private void put(@Nullable String secret, String word) {
        if (secret != null && !secret.isBlank()) {
            instead.put(secret, word);
        }
    }

    String clean(String text) {
        String cleaned = text;
        for (Map.Entry<String, String> each : instead.entrySet()) {
            cleaned = cleaned.replace(each.getKey(), each.getValue());
        }
        return cleaned.replace(word + word, word);
    }

    Map<String, String> clean(Map<String, String> facts) {
        Map<String, String> cleaned = new TreeMap<>();
        facts.forEach((name, value) -> cleaned.put(name, clean(value)));
        return cleaned;
    }
}
