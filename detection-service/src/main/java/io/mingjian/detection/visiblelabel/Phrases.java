package io.mingjian.detection.visiblelabel;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which lines are labels, by the table {@code phrases.txt}; lines are compared as a whole. */
final class Phrases {
    private static final int LONGEST = 40;
    private static final int LONGEST_NAME = 4;
    private static final int LONGEST_LATIN_NAME = 14;
    private static final int MOST_LINKS = 3;
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}*");
    private static final Pattern LATIN = Pattern.compile("[A-Z0-9]*");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LIKE_I = Pattern.compile("[L1]");
    private static final Pattern VERSION = Pattern.compile("[Vv]?[0-9]{1,2}\\.[0-9]{1,2}");
    private static final Pattern DIGITS_BEHIND = Pattern.compile("[0-9]{1,3}$");

    private static final Phrases SHIPPED = new Phrases(PhraseTable.shipped());

    /** What kind of label a line is, the most telling first. */
    enum Kind {
        LABEL,
        /** A label that leaves it open. */
        SUSPECTED,
        /** A service's name alone, or words for AI that are not "generated". */
        MARK
    }

    /**
     * A line that is a label.
     *
     * @param inWordsOfTheStandard it holds an element for AI and one for generation
     * @param provider the service it names; empty if none of the table
     */
    record Match(Kind kind, boolean inWordsOfTheStandard, String provider) {}

    private final Map<Integer, Integer> folds;
    private final Pattern likeI;
    private final List<String> ai;
    private final List<String> made;
    private final List<String> madeOther;
    private final List<String> link;
    private final List<String> before;
    private final List<String> after;
    private final List<String> hedge;
    private final List<String> provider;
    private final List<String> refused;
    private final Set<String> mark;
    private final Set<String> whole;

    private Phrases(PhraseTable table) {
        this.folds = table.folds();
        this.likeI = table.likeI();
        this.ai = words(table, "ai");
        this.made = words(table, "made");
        this.madeOther = words(table, "made-other");
        this.link = words(table, "link");
        this.before = words(table, "before");
        this.after = words(table, "after");
        this.hedge = words(table, "hedge");
        this.provider = words(table, "provider");
        this.refused = words(table, "refused");
        this.mark = alike(words(table, "mark"));
        this.whole = alike(words(table, "whole"));
    }

    static Phrases shipped() {
        return SHIPPED;
    }

    /** Longest first, so that the longest that fits is taken. */
    private List<String> words(PhraseTable table, String kind) {
        return table.words(kind).stream()
                .map(this::plain)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** A line as it is compared: one width, one case, no punctuation, misread characters folded. */
    private String plain(String text) {
        String wide = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String named = VERSION.matcher(wide).replaceAll("");
        String folded = likeI.matcher(named).replaceAll("AI");
        StringBuilder plain = new StringBuilder();
        folded.codePoints()
                .map(Character::toUpperCase)
                .map(c -> folds.getOrDefault(c, c))
                .forEach(plain::appendCodePoint);
        return BETWEEN.matcher(plain).replaceAll("");
    }

    private static Set<String> alike(List<String> words) {
        return words.stream().map(Phrases::alike).collect(Collectors.toSet());
    }

    /** Latin words are compared without telling I, l and 1 apart. */
    private static String alike(String text) {
        return LIKE_I.matcher(text).replaceAll("I");
    }

    Optional<Match> match(String text) {
        String line = plain(text);
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        return whole(line).or(() -> composed(line)).or(() -> mark(line));
    }

    /** A provider's name and nothing else, such as stands beside or above a label. */
    boolean isProvider(String text) {
        return provider.contains(withoutVersion(plain(text)));
    }

    private Optional<Match> whole(String line) {
        Stripped names = strip(line, provider);
        return isAmong(whole, names.rest())
                ? Optional.of(new Match(Kind.LABEL, false, names.name()))
                : Optional.empty();
    }

    private Optional<Match> mark(String line) {
        String name = withoutVersion(line);
        return isAmong(mark, name)
                ? Optional.of(new Match(Kind.MARK, false, name))
                : Optional.empty();
    }

    /** The sign of a logo before it may have been read as a character. */
    private static boolean isAmong(Set<String> words, String text) {
        String alike = alike(text);
        return words.contains(alike) || !alike.isEmpty() && words.contains(alike.substring(1));
    }

    private static String withoutVersion(String line) {
        return DIGITS_BEHIND.matcher(line).replaceFirst("");
    }

    private Optional<Match> composed(String line) {
        for (int at = 0; at < line.length(); at++) {
            for (String word : ai) {
                if (line.startsWith(word, at)) {
                    Optional<Match> match = composed(line, at, at + word.length());
                    if (match.isPresent()) {
                        return match;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Match> composed(String line, int begin, int end) {
        int at = end;
        for (int links = 0; links < MOST_LINKS; links++) {
            at += start(line, at, link).length();
        }
        String standard = start(line, at, made);
        String word = standard.isEmpty() ? start(line, at, madeOther) : standard;
        if (word.isEmpty()) {
            return Optional.empty();
        }
        Stripped behind = behind(line.substring(at + word.length()));
        Stripped ahead = ahead(line.substring(0, begin));
        if (!isSpeck(behind.rest()) || !isName(ahead.rest())) {
            return Optional.empty();
        }
        String name = ahead.name().isEmpty() ? behind.name() : ahead.name();
        if (standard.isEmpty()) {
            return Optional.of(new Match(Kind.MARK, false, name));
        }
        Kind kind = ahead.hedged() ? Kind.SUSPECTED : Kind.LABEL;
        return Optional.of(new Match(kind, true, name));
    }

    private static String start(String line, int at, List<String> words) {
        return words.stream().filter(word -> line.startsWith(word, at)).findFirst().orElse("");
    }

    /** Nothing, or one sign of a logo that was read as a letter. */
    private static boolean isSpeck(String text) {
        return text.length() <= 1 && LATIN.matcher(text).matches();
    }

    private boolean isName(String text) {
        if (LATIN.matcher(text).matches()) {
            return text.length() <= LONGEST_LATIN_NAME && !refused.contains(text);
        }
        return text.length() <= LONGEST_NAME
                && HAN.matcher(text).matches()
                && refused.stream().noneMatch(text::contains);
    }

    /**
     * What is left of a text after words were taken from its end or its start.
     *
     * @param name the provider among them; empty if there was none
     * @param hedged a word among them leaves it open
     */
    private record Stripped(String rest, String name, boolean hedged) {}

    private Stripped ahead(String text) {
        String rest = text;
        String name = "";
        boolean hedged = false;
        String word;
        do {
            String doubt = end(rest, hedge);
            String named = end(rest, provider);
            word = longest(doubt, longest(named, end(rest, before)));
            hedged |= !word.isEmpty() && word.equals(doubt);
            name = !word.isEmpty() && word.equals(named) ? named : name;
            rest = rest.substring(0, rest.length() - word.length());
        } while (!word.isEmpty());
        return new Stripped(rest, name, hedged);
    }

    private Stripped behind(String text) {
        String rest = text;
        String name = "";
        String word;
        do {
            String named = start(rest, 0, provider);
            word = longest(named, start(rest, 0, after));
            name = !word.isEmpty() && word.equals(named) ? named : name;
            rest = rest.substring(word.length());
        } while (!word.isEmpty());
        return new Stripped(rest, name, false);
    }

    /** Providers' names at both ends taken away. */
    private static Stripped strip(String text, List<String> names) {
        String first = start(text, 0, names);
        String rest = text.substring(first.length());
        String last = end(rest, names);
        String between = rest.substring(0, rest.length() - last.length());
        return new Stripped(between, longest(first, last), false);
    }

    private static String end(String line, List<String> words) {
        return words.stream().filter(line::endsWith).findFirst().orElse("");
    }

    private static String longest(String one, String other) {
        return one.length() >= other.length() ? one : other;
    }
}
