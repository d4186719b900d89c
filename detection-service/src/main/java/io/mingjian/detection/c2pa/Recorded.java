package io.mingjian.detection.c2pa;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Results that the signer of a later manifest recorded about an ingredient when taking it in.
 *
 * @param failures code and address of each failure
 * @param wasInValidity the ingredient's certificate was recorded as valid then
 */
record Recorded(Set<String> failures, boolean wasInValidity) {

    Recorded {
        failures = Set.copyOf(failures);
    }

    static Recorded of(Cbor ingredient, String target) {
        Cbor active =
                ingredient
                        .get("validationResults")
                        .flatMap(results -> results.get("activeManifest"))
                        .orElse(new Cbor(Cbor.NOTHING));
        Set<String> failures = new HashSet<>();
        Stream.of(ingredient.list("validationStatus"), active.list("failure"))
                .flatMap(List::stream)
                .forEach(result -> failures.add(key(result, target)));
        boolean wasInValidity =
                active.list("success").stream()
                        .anyMatch(
                                result ->
                                        result.text("code")
                                                .filter(Status.SIGNED_IN_VALIDITY.code()::equals)
                                                .isPresent());
        return new Recorded(failures, wasInValidity);
    }

    private static String key(Cbor result, String target) {
        String url = result.text("url").orElse("");
        return result.text("code").orElse("")
                + " "
                + Limits.bounded(BoxAddress.of(url, target).map(BoxAddress::url).orElse(url));
    }

    /**
     * True for a failure that was recorded, and for an expiry of a certificate that was recorded as
     * valid: that time has passed since is no news about the ingredient.
     */
    boolean covers(ValidationCode code) {
        return failures.contains(code.status().code() + " " + code.url())
                || wasInValidity && code.status() == Status.SIGNER_EXPIRED;
    }
}
