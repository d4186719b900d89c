package io.mingjian.registry.filer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The one writing under which different spellings are compared. */
final class Spelling {
    private static final Pattern BLANKS_AND_MARKS = Pattern.compile("[\\s\\p{P}\\p{S}]");
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("(?<=[0-9])[-—–#](?=[0-9])");
    private static final Pattern CITY = Pattern.compile("^(中国)?(上海市?)+");
    private static final Pattern ROOM = Pattern.compile("(?<=[0-9])(室|房|户|单元)$");
    private static final Pattern NUMBERED = Pattern.compile("[0-9一二三四五六七八九十百]");

    private Spelling() {}

    /** Without blanks and marks, in half width and small letters. */
    static String plain(String text) {
        return BLANKS_AND_MARKS.matcher(even(text)).replaceAll("");
    }

    /**
     * An address: 上海市黄浦区人民大道２００号 ３０１室 and 黄浦区人民大道200号-301 are one. Nothing if it names no number: a
     * street is no contact.
     */
    static Optional<String> address(String text) {
        String numbers = BETWEEN_NUMBERS.matcher(even(text)).replaceAll("号");
        String bare = BLANKS_AND_MARKS.matcher(numbers).replaceAll("");
        String here = CITY.matcher(bare.replace('號', '号').replace('衖', '弄')).replaceFirst("");
        String door = ROOM.matcher(here.replace("号楼", "号")).replaceFirst("");
        return NUMBERED.matcher(door).find() ? Optional.of(door) : Optional.empty();
    }

    private static String even(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
