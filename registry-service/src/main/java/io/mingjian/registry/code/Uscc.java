package io.mingjian.registry.code;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Unified social credit code, GB 32100: 18 characters, the last one a check character over the
 * other 17 (weights 3^i mod 31). The check of the inner organisation code (GB 11714) is asked for
 * on its own and refuses nothing, because codes in use break it.
 */
public final class Uscc {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };
    private static final int[] INNER_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /** At the remainder of the weighted sum: 11 minus it, where 10 is X and 11 is 0. */
    private static final String INNER_CHECK_CHARACTERS = "0X987654321";

    private static final Pattern FORM =
            Pattern.compile("[0-9A-HJ-NP-RTUWXY]{2}\\d{6}[0-9A-HJ-NP-RTUWXY]{10}");

    private Uscc() {}

    /** Upper case and without the blanks that people type. */
    public static String normalise(String code) {
        return code.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    /** Checks a normalised code. */
    public static CodeCheck check(String code) {
        if (!FORM.matcher(code).matches()) {
            return CodeCheck.WRONG_FORM;
        }
        return checkCharacter(code) == code.charAt(17) ? CodeCheck.OK : CodeCheck.WRONG_CHECK_DIGIT;
    }

    /**
     * Whether the organisation code inside a well-formed code has its own check character right (GB
     * 11714).
     */
    public static boolean hasSoundOrganisationCode(String code) {
        int sum = 0;
        for (int i = 0; i < INNER_WEIGHTS.length; i++) {
            sum += INNER_WEIGHTS[i] * Character.digit(code.charAt(8 + i), 36);
        }
        return INNER_CHECK_CHARACTERS.charAt(sum % 11) == code.charAt(16);
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * ALPHABET.indexOf(code.charAt(i));
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
