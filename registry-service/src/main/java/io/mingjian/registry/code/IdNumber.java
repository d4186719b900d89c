package io.mingjian.registry.code;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Numbers of identity documents. The resident card (GB 11643) is checked to its last digit: a real
 * date of birth and the ISO 7064 check character. Its first six digits may be a division that was
 * abolished and are not judged. Of the other documents only the form is checked.
 */
public final class IdNumber {
    private static final Pattern RESIDENT = Pattern.compile("[1-9]\\d{16}[0-9X]");
    private static final Pattern OTHER = Pattern.compile("[A-Z0-9]{6,18}");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    private IdNumber() {}

    /** Upper case and without the blanks and hyphens that people type. */
    public static String normalise(String number) {
        return number.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** Checks a normalised number. */
    public static CodeCheck check(IdType type, String number) {
        if (type != IdType.RESIDENT_ID) {
            return OTHER.matcher(number).matches() ? CodeCheck.OK : CodeCheck.WRONG_FORM;
        }
        if (!RESIDENT.matcher(number).matches()) {
            return CodeCheck.WRONG_FORM;
        }
        if (!hasRealDate(number)) {
            return CodeCheck.NO_SUCH_DATE;
        }
        return checkCharacter(number) == number.charAt(17)
                ? CodeCheck.OK
                : CodeCheck.WRONG_CHECK_DIGIT;
    }

    private static boolean hasRealDate(String number) {
        try {
            LocalDate born =
                    LocalDate.of(
                            Integer.parseInt(number.substring(6, 10)),
                            Integer.parseInt(number.substring(10, 12)),
                            Integer.parseInt(number.substring(12, 14)));
            return born.getYear() >= 1850;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static char checkCharacter(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }
}
