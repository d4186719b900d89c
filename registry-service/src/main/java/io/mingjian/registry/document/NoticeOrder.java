package io.mingjian.registry.document;

import io.mingjian.contracts.FilingKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a step asks to be issued. An order that does not fit its kind is a fault of the program and
 * stops the step.
 *
 * @param organisation the issuing bureau
 * @param due the last day that the notice names
 * @param facts what the text needs (see {@link NoticeKind}), in Chinese; never a name, phone or
 *     address of the filer
 */
public record NoticeOrder(
        NoticeKind kind,
        UUID filingId,
        FilingKind filingKind,
        String registrationNo,
        String organisation,
        Addressee addressee,
        @Nullable LocalDate due,
        Map<String, String> facts) {

    /**
     * @throws IllegalArgumentException naming every fault
     */
    public NoticeOrder {
        facts = given(facts);
        List<String> faults = faults(kind, filingKind, addressee, due, facts);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(kind + ": " + String.join("; ", faults));
        }
    }

    /** The same order with its facts in other words. */
    NoticeOrder saying(UnaryOperator<Map<String, String>> words) {
        return new NoticeOrder(
                kind,
                filingId,
                filingKind,
                registrationNo,
                organisation,
                addressee,
                due,
                words.apply(facts));
    }

    /** The facts in the order of their names; blank ones count as not given. */
    private static Map<String, String> given(Map<String, String> facts) {
        Map<String, String> kept = new TreeMap<>();
        facts.forEach(
                (name, value) -> {
                    if (value != null && !value.isBlank()) {
                        kept.put(name, value.strip());
                    }
                });
        return java.util.Collections.unmodifiableMap(kept);
    }

    private static List<String> faults(
            NoticeKind kind,
            FilingKind filing,
            Addressee addressee,
            @Nullable LocalDate due,
            Map<String, String> facts) {
        List<String> faults = new ArrayList<>();
        if (!kind.belongsTo(filing)) {
            faults.add("is no notice of a " + filing);
        }
        if (!kind.mayGoTo(addressee)) {
            faults.add("may not go to the " + addressee);
        }
        if (kind.isDated() && due == null) {
            faults.add("needs a last day");
        }
        kind.required().stream()
                .filter(name -> !facts.containsKey(name))
                .forEach(name -> faults.add("fact " + name + " is missing"));
        facts.keySet().stream()
                .filter(name -> !kind.knows(name))
                .forEach(name -> faults.add("fact " + name + " is unknown"));
        return faults;
    }
}
