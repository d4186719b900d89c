package io.mingjian.gateway.console;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the form of an act asks for; {@link #field()} is the member of the service's request. */
enum Ask {
    /** Ground of Order 121 Art 16. */
    REFUSAL_GROUND("ground", "16", numbers(7)),
    /** Factors of Art 17; part of the form only while ground 3 is chosen. */
    FACTORS("factors", "17", List.of("a", "b", "c", "d", "e")),
    /** Ground of Art 23. */
    TERMINATION_GROUND("ground", "23", numbers(8)),
    /** Where it should go; one of the sixteen districts. */
    DISTRICT("districtCode", "district", districts()),
    REASONS("reasons", "", List.of()),
    /** What else the complainant can do (Consumer Law Art 39); told with the refusal. */
    REMEDIES("remedies", "", List.of());

    private final String field;
    private final String family;
    private final List<String> codes;

    Ask(String field, String family, List<String> codes) {
        this.field = field;
        this.family = family;
        this.codes = codes;
    }

    public String field() {
        return field;
    }

    List<String> codes() {
        return codes;
    }

    String words(String code) {
        return Wording.of(family, code);
    }

    private static List<String> numbers(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(String::valueOf).toList();
    }

    private static List<String> districts() {
        return Stream.of(
                        "01", "04", "05", "06", "07", "09", "10", "12", "13", "14", "15", "16",
                        "17", "18", "20", "51")
                .map(end -> "3101" + end)
                .toList();
    }
}
