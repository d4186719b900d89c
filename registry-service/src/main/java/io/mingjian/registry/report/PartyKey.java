package io.mingjian.registry.report;

import io.mingjian.registry.form.Respondent;
import java.text.Normalizer;
import java.util.Locale;

/**
 * How two reports are seen to be about the same party: by their USCC if both have one, else by the
 * name, of which width, case and blanks do not matter. The column {@code party_key} is made alike.
 */
final class PartyKey {
    private PartyKey() {}

    static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }

    static boolean isSame(Respondent one, Respondent other) {
        String left = one.uscc();
        String right = other.uscc();
        return left != null && right != null
                ? left.equals(right)
                : of(one.name()).equals(of(other.name()));
    }
}
