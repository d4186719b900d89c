package io.mingjian.detection.media;

import io.mingjian.detection.media.PdfValue.Entries;
import io.mingjian.detection.media.PdfValue.Items;
import io.mingjian.detection.media.PdfValue.Name;
import io.mingjian.detection.media.PdfValue.Other;
import io.mingjian.detection.media.PdfValue.Reference;
import io.mingjian.detection.media.PdfValue.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses one value and knows where it ends; depth and number of values are limited. */
final class PdfParser {
    private static final int MOST_VALUES = 50_000;
    private static final int MOST_DIGITS = 15;

    /** Longer than any value that is no stream. */
    private static final int LONGEST = 1 << 20;

    private static final String SPACE = "\0\t\n\f\r ";
    private static final String DELIMITERS = SPACE + "()<>[]{}/%";

    private final ByteView file;
    private final int end;
    private int at;
    private int values;

    PdfParser(ByteView file, int at) {
        this.file = file;
        this.at = at;
        this.end = (int) Math.min(file.length(), (long) at + LONGEST);
    }

    /** Behind what was read, also where reading broke off. */
    int at() {
        return at;
    }

    PdfValue value() {
        return value(0);
    }

    private PdfValue value(int depth) {
        if (depth > MediaLimits.MAX_DEPTH || ++values > MOST_VALUES) {
            throw new BrokenBytes(at, "value with too much in it");
        }
        space();
        if (file.has(at, "<<")) {
            return entries(depth);
        }
        return switch (file.u8(at)) {
            case '<' -> hexText();
            case '(' -> text();
            case '[' -> items(depth);
            case '/' -> name();
            default -> word();
        };
    }

    private Entries entries(int depth) {
        Map<String, PdfValue> entries = new LinkedHashMap<>();
        at += 2;
        space();
        while (!file.has(at, ">>")) {
            if (file.u8(at) != '/') {
                throw new BrokenBytes(at, "no name where one is due");
            }
            String key = name().name();
            entries.put(key, value(depth + 1));
            space();
        }
        at += 2;
        return new Entries(entries);
    }

    private Items items(int depth) {
        List<PdfValue> items = new ArrayList<>();
        at++;
        space();
        while (file.u8(at) != ']') {
            items.add(value(depth + 1));
            space();
        }
        at++;
        return new Items(items);
    }

    private Name name() {
        int start = ++at;
        while (at < end && DELIMITERS.indexOf(file.u8(at)) < 0) {
            at++;
        }
        return new Name(file.latin1(start, at - start));
    }

    private Other text() {
        int open = 0;
        do {
            int c = next();
            if (c == '\\') {
                at++;
            } else if (c == '(') {
                open++;
            } else if (c == ')') {
                open--;
            }
        } while (open > 0);
        return new Other();
    }

    private int next() {
        if (at >= end) {
            throw new BrokenBytes(at, "text without an end");
        }
        return file.u8(at++);
    }

    private Other hexText() {
        int close = file.indexOf('>', at, end);
        if (close < 0) {
            at = end;
            throw new BrokenBytes(at, "text without an end");
        }
        at = close + 1;
        return new Other();
    }

    private PdfValue word() {
        int start = at;
        while (at < end && DELIMITERS.indexOf(file.u8(at)) < 0) {
            at++;
        }
        if (at == start) {
            throw new BrokenBytes(at, "no value where one is due");
        }
        String word = file.latin1(start, at - start);
        if (!isNumber(word)) {
            return new Other();
        }
        long number = Long.parseLong(word);
        return number <= Integer.MAX_VALUE && isReference()
                ? new Reference((int) number)
                : new Whole(number);
    }

    /** A generation and the letter R; if they follow, they are read. */
    private boolean isReference() {
        int back = at;
        space();
        int start = at;
        while (at < end && Character.isDigit(file.u8(at))) {
            at++;
        }
        boolean generation = at > start && at - start <= 5;
        space();
        boolean follows =
                generation
                        && file.has(at, "R")
                        && (at + 1 == end || DELIMITERS.indexOf(file.u8(at + 1)) >= 0);
        at = follows ? at + 1 : back;
        return follows;
    }

    private static boolean isNumber(String word) {
        return word.length() <= MOST_DIGITS && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** White space and comments. */
    private void space() {
        while (at < end) {
            int c = file.u8(at);
            if (c == '%') {
                while (at < end && file.u8(at) != '\n' && file.u8(at) != '\r') {
                    at++;
                }
            } else if (SPACE.indexOf(c) >= 0) {
                at++;
            } else {
                return;
            }
        }
    }
}
