package io.mingjian.registry.code;

import java.util.regex.Pattern;

/** Telephone numbers as 12315 intake takes them: mainland mobiles and landlines with area code. */
public final class Phone {
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("0\\d{2,3}-?\\d{7,8}(-\\d{1,6})?");

    private Phone() {}

    /** Without blanks and without the country code; a mobile also without hyphens. */
    public static String normalise(String phone) {
        String bare = phone.replaceAll("\\s", "").replaceFirst("^(\\+86|0086)-?", "");
        String digits = bare.replace("-", "");
        return MOBILE.matcher(digits).matches() ? digits : bare;
    }

    /** Checks a normalised number. */
    public static CodeCheck check(String phone) {
        return MOBILE.matcher(phone).matches() || LANDLINE.matcher(phone).matches()
                ? CodeCheck.OK
                : CodeCheck.WRONG_FORM;
    }

    /** The one writing under which two spellings of a number are the same person's number. */
    public static String canonical(String phone) {
        return normalise(phone).replace("-", "");
    }
}
