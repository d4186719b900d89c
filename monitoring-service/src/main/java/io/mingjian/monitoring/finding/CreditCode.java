package io.mingjian.monitoring.finding;

import org.jspecify.annotations.Nullable;

/**
 * Unified social credit code (统一社会信用代码), GB 32100: 18 characters of an alphabet without I, O, S, V,
 * Z; the last is a check character with weights 3^i mod 31.
 */
final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private CreditCode() {}

    /** Whether the code has the right length and alphabet and its check character fits. */
    static boolean isValid(@Nullable String code) {
        return code != null
                && code.length() == LENGTH
                && code.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0)
                && code.charAt(LENGTH - 1) == checkCharacter(code);
    }

    /**
     * Whether the organisation code inside (characters 9 to 17, GB 11714) has the check character
     * that it should. Codes of old stock may fail it, so it is a hint.
     */
    static boolean hasSoundOrganisationCode(String code) {
        int sum = 0;
        for (int at = 0; at < ORGANISATION_WEIGHTS.length; at++) {
            sum += Character.digit(code.charAt(8 + at), 36) * ORGANISATION_WEIGHTS[at];
        }
        return code.charAt(16) == "0123456789X0".charAt(11 - sum % 11);
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
