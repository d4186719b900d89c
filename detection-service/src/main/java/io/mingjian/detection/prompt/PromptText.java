package io.mingjian.detection.prompt;

import io.mingjian.detection.prompt.Token.Gap;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as tokens that know their place in it. Compatibility forms, accents, case, traditional
 * characters and lookalikes are undone character by character, so that every token can be pointed
 * at. Reads each character once.
 */
final class PromptText {
    /** More characters than this between two tokens part them for good. */
    static final int NEAR = 3;

    private static final String SENTENCE_ENDS = "。！？；!?;\n\r";
    private static final String DIGITS_FOR_LETTERS = "0o1i3e4a5s7t8b@a$s";

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private int runStart;
    private int runEnd;
    private boolean invisible;

    private PromptText(String source) {
        this.source = source;
    }

    static List<Token> tokens(String source) {
        PromptText text = new PromptText(source);
        for (int at = 0; at < source.length(); ) {
            int character = source.codePointAt(at);
            int next = at + Character.charCount(character);
            text.take(character, at, next);
            at = next;
        }
        text.endRun();
        return List.copyOf(text.tokens);
    }

    private void take(int character, int start, int end) {
        if (isInvisible(character)) {
            invisible |= run.length() > 0;
            return;
        }
        if (character < 128) {
            takePlain(Character.toLowerCase(character), start, end);
            return;
        }
        Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
                .codePoints()
                .filter(each -> !isInvisible(each))
                .forEach(
                        each ->
                                takePlain(
                                        Characters.plain(Character.toLowerCase(each)), start, end));
    }

    private void takePlain(int character, int start, int end) {
        if (Characters.isChinese(character)) {
            endRun();
            String text = Character.toString(character);
            add(text, true, Characters.syllables(character), start, end, false);
        } else if (belongsToRun(character)) {
            if (run.length() == 0) {
                runStart = start;
            }
            run.appendCodePoint(character);
            runEnd = end;
        } else {
            endRun();
        }
    }

    private boolean belongsToRun(int character) {
        return Character.isLetterOrDigit(character)
                || (run.length() > 0 && (character == '@' || character == '$'));
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    true;
            default -> false;
        };
    }

    /** Parts letters from digits; digits between letters are read as the letters they look like. */
    private void endRun() {
        if (run.length() == 0) {
            invisible = false;
            return;
        }
        String text = run.toString();
        String word = asWord(text);
        boolean odd = invisible || !word.equals(text);
        int from = 0;
        for (int at = 1; at <= word.length(); at++) {
            if (at == word.length() || isDigit(word, at) != isDigit(word, at - 1)) {
                boolean whole = from == 0 && at == word.length();
                boolean exact = runEnd - runStart == word.length();
                add(
                        word.substring(from, at),
                        false,
                        List.of(),
                        whole || !exact ? runStart : runStart + from,
                        whole || !exact ? runEnd : runStart + at,
                        odd);
                from = at;
            }
        }
        run.setLength(0);
        invisible = false;
    }

    private static String asWord(String text) {
        StringBuilder word = new StringBuilder(text);
        for (int at = 1; at + 1 < text.length(); at++) {
            int found = DIGITS_FOR_LETTERS.indexOf(text.charAt(at));
            boolean inside =
                    Character.isLetter(word.charAt(at - 1))
                            && Character.isLetter(text.charAt(at + 1));
            if (found >= 0 && found % 2 == 0 && inside) {
                word.setCharAt(at, DIGITS_FOR_LETTERS.charAt(found + 1));
            }
        }
        return word.toString();
    }

    private static boolean isDigit(String text, int at) {
        return !Character.isLetter(text.charAt(at));
    }

    private void add(
            String text,
            boolean chinese,
            List<String> syllables,
            int start,
            int end,
            boolean disguised) {
        int from = tokens.isEmpty() ? start : Math.min(start, tokens.get(tokens.size() - 1).end());
        tokens.add(
                new Token(
                        text,
                        chinese,
                        syllables,
                        start,
                        end,
                        disguised,
                        gap(from, start),
                        opens(from, start)));
    }

    private Gap gap(int from, int to) {
        if (from >= to) {
            return Gap.NOTHING;
        }
        if (to - from > NEAR) {
            return Gap.FAR;
        }
        return source.substring(from, to).isBlank() ? Gap.SPACE : Gap.SIGNS;
    }

    private boolean opens(int from, int to) {
        for (int at = from; at < to; at++) {
            char character = source.charAt(at);
            boolean point = character == '.' && at + 1 < to;
            if (SENTENCE_ENDS.indexOf(character) >= 0 || point) {
                return true;
            }
        }
        return false;
    }
}
