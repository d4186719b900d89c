package io.mingjian.monitoring.finding;

import org.jspecify.annotations.Nullable;

/**
 * Unified social credit code (统一社会信用代码), GB 32100: 18 characters of an alphabet without I, O, S, V,
 * Z; the last is a check character with weights 3^i mod 31.
 */
public final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    private CreditCode() {}

    /** Whether the code has the right length and alphabet and its check character fits. */
    public static boolean isValid(@Nullable String code) {
        return code != null
                && code.length() == LENGTH
                && code.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0)
                && code.charAt(LENGTH - 1) == checkCharacter(code);
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int at = 0; at < LENGTH - 1; at++) {
            sum += ALPHABET.indexOf(code.charAt(at)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
