package io.mingjian.gateway.door;

import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** Language of the door's own words: Chinese unless the caller prefers English. */
enum Language {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }

    String pick(String zh, String en) {
        return this == EN ? en : zh;
    }

    /** Reads {@code Accept-Language}; what cannot be read counts as absent. */
    static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ZH;
        }
        try {
            return LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(LanguageRange::getRange)
                    .filter(
                            range ->
                                    speaks(range, "zh") || speaks(range, "en") || "*".equals(range))
                    .findFirst()
                    .map(range -> speaks(range, "en") ? EN : ZH)
                    .orElse(ZH);
        } catch (IllegalArgumentException unreadable) {
            return ZH;
        }
    }

    private static boolean speaks(String range, String language) {
        return range.equals(language) || range.toLowerCase(Locale.ROOT).startsWith(language + "-");
    }
}
