package io.mingjian.detection.provenance;

import java.util.Optional;

/**
 * Provider code of an implicit label (服务提供者编码, GB 45438-2025 annex): 27 characters = format {@code
 * 00}, subject type, identifier kind, unified social credit code, service type, model or
 * application code.
 *
 * @param uscc unified social credit code of the provider, a legal entity and not a brand
 * @param serviceType {@code 1} generation, {@code 2} propagation, {@code 0} unused
 * @param application four characters chosen by the provider
 * @param isChecked the code's check digit (GB 32100) is right
 */
record ProviderCode(String uscc, char serviceType, String application, boolean isChecked) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };

    /** Empty for anything that has not the form; names are allowed in its place. */
    static Optional<ProviderCode> of(String value) {
        if (!value.matches("0011[0-9A-Z]{23}")) {
            return Optional.empty();
        }
        String uscc = value.substring(4, 22);
        return Optional.of(
                new ProviderCode(
                        uscc, value.charAt(22), value.substring(23), hasRightCheckDigit(uscc)));
    }

    /** GB 32100: weights are powers of 3 modulo 31. */
    static boolean hasRightCheckDigit(String uscc) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            int digit = ALPHABET.indexOf(uscc.charAt(i));
            if (digit < 0) {
                return false;
            }
            sum += digit * WEIGHTS[i];
        }
        return ALPHABET.indexOf(uscc.charAt(17)) == (31 - sum % 31) % 31;
    }
}
