package io.mingjian.registry.intake;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mingjian.contracts.FilingKind;
import io.mingjian.registry.code.District;
import io.mingjian.registry.form.Placement;
import io.mingjian.registry.form.Placement.Alternative;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which bureau is competent by place: a table of dated rows with their articles ({@code
 * rules/places.yaml}) over a table of platforms and their domiciles ({@code rules/platforms.yaml}).
 * Order 121 Arts 13, 14, 29–32.
 */
final class PlaceRules {
    /**
     * One row; a newer row for the same filing and matter takes over from its first day.
     *
     * @param places the first that is known decides
     * @param firstReceiver places whose bureau keeps what it received first
     */
    record Rule(
            String rule,
            FilingKind filing,
            Matter matter,
            List<Place> places,
            List<Place> firstReceiver,
            String basis,
            String firstBasis,
            String zh,
            LocalDate validFrom) {

        /** Rows that know one competent bureau only leave the first receiver out. */
        Rule {
            firstReceiver = Objects.requireNonNullElse(firstReceiver, List.of());
            firstBasis = Objects.requireNonNullElse(firstBasis, basis);
        }
    }

    /** A platform that is known with its domicile. */
    record Platform(String code, String name, String domicile, String status) {
        boolean isCalled(@Nullable String named) {
            return code.equalsIgnoreCase(named) || name.equals(named);
        }
    }

    private static final YAMLMapper YAML =
            YAMLMapper.builder().addModule(new JavaTimeModule()).build();

    /** First day of Order 121; nothing that came before is entered. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 4, 15);

    private final List<Rule> rules;
    private final List<Platform> platforms;

    PlaceRules(List<Rule> rules, List<Platform> platforms) {
        this.rules = List.copyOf(rules);
        this.platforms = List.copyOf(platforms);
        for (FilingKind filing : FilingKind.values()) {
            Matter.of(filing).forEach(matter -> requireOneRow(filing, matter));
        }
    }

    /** The tables that ship with the service; a missing row or an unknown name stops the start. */
    static PlaceRules shipped() {
        return new PlaceRules(
                read("/rules/places.yaml", new TypeReference<>() {}),
                read("/rules/platforms.yaml", new TypeReference<>() {}));
    }

    /** The competent district, or nothing if the form names no place that the row accepts. */
    Optional<Placement> place(Whereabouts where, LocalDate on) {
        Rule row = rowFor(where.filing(), where.matter(), on);
        Optional<Place> regular = row.places().stream().filter(at -> known(at, where)).findFirst();
        Optional<Place> first =
                row.firstReceiver().stream()
                        .filter(at -> district(at, where).equals(where.receivedBy()))
                        .filter(at -> known(at, where))
                        .findFirst();
        boolean already = regular.flatMap(at -> district(at, where)).equals(where.receivedBy());
        Optional<Place> chosen = first.isPresent() && !already ? first : regular;
        return chosen.map(at -> placement(row, at, regular, where));
    }

    private Placement placement(
            Rule row, Place chosen, Optional<Place> regular, Whereabouts where) {
        District district = district(chosen, where).orElseThrow();
        List<Alternative> others = alternatives(row, district, regular, where);
        boolean asFirst = !regular.equals(Optional.of(chosen));
        String zh = row.zh();
        if (asFirst) {
            zh += "；" + district.zh() + "（" + chosen.zh() + "）先收到，由其处理";
        }
        if (!others.isEmpty()) {
            zh += "；同有管辖权：" + others.stream().map(PlaceRules::named).collect(joining("、"));
        }
        String basis = asFirst ? row.firstBasis() : row.basis();
        return new Placement(district, row.rule(), basis, zh, others);
    }

    private List<Alternative> alternatives(
            Rule row, District chosen, Optional<Place> regular, Whereabouts where) {
        Map<District, Place> others = new LinkedHashMap<>();
        regular.ifPresent(at -> others.put(district(at, where).orElseThrow(), at));
        row.firstReceiver()
                .forEach(
                        at ->
                                district(at, where)
                                        .ifPresent(found -> others.putIfAbsent(found, at)));
        others.remove(chosen);
        return others.entrySet().stream()
                .map(each -> new Alternative(each.getKey(), each.getValue().zh()))
                .toList();
    }

    private static String named(Alternative other) {
        return other.district().zh() + "（" + other.zh() + "）";
    }

    private Rule rowFor(FilingKind filing, Matter matter, LocalDate on) {
        return rules.stream()
                .filter(row -> row.filing() == filing && row.matter() == matter)
                .filter(row -> !row.validFrom().isAfter(on))
                .max(Comparator.comparing(Rule::validFrom))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no row of rules/places.yaml is valid on " + on));
    }

    private void requireOneRow(FilingKind filing, Matter matter) {
        List<LocalDate> days =
                rules.stream()
                        .filter(row -> row.filing() == filing && row.matter() == matter)
                        .map(Rule::validFrom)
                        .toList();
        if (days.stream().noneMatch(day -> !day.isAfter(FIRST_DAY))
                || days.stream().distinct().count() != days.size()) {
            throw new IllegalStateException(
                    "rules/places.yaml needs one row for %s / %s from %s and one a day at most"
                            .formatted(filing, matter, FIRST_DAY));
        }
    }

    private boolean known(Place place, Whereabouts where) {
        return district(place, where).isPresent();
    }

    private Optional<District> district(Place place, Whereabouts where) {
        Optional<String> code =
                place == Place.PLATFORM_DOMICILE
                        ? domicile(where.respondent().platform())
                        : where.codeOf(place);
        return code.flatMap(District::ofCode);
    }

    private Optional<String> domicile(@Nullable String platform) {
        return platforms.stream()
                .filter(each -> each.isCalled(platform))
                .map(Platform::domicile)
                .findFirst();
    }

    private static <T> List<T> read(String resource, TypeReference<List<T>> type) {
        try (InputStream in = PlaceRules.class.getResourceAsStream(resource)) {
            return YAML.readValue(in, type);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + resource, broken);
        }
    }
}
