package io.mingjian.detection.provenance;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words for defects of goods in the text that asked a generator for a picture. */
final class DamageWords {
    private static final Pattern WORDS =
            Pattern.compile(
                    "\\b(damaged?|broken|crack(ed|s)?|shattered|torn|ripped|mou?ld(y)?|rotten|"
                            + "spoiled|stain(ed|s)?|leak(ing|ed)?|scratch(ed|es)?|dent(ed)?|"
                            + "defect(ive|s)?)\\b|破损|损坏|破碎|裂纹|裂痕|开裂|破洞|发霉|霉变|变质|腐烂|"
                            + "污渍|划痕|瑕疵|漏液|渗漏|虫眼");

    private DamageWords() {}

    static List<String> in(String prompt) {
        return WORDS.matcher(prompt.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(20)
                .toList();
    }
}
