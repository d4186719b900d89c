package io.mingjian.monitoring.assignment;

import io.mingjian.monitoring.CodeTable;
import io.mingjian.monitoring.assignment.Districts.District;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells where a code or an address lies: in one district of the city, outside the city, or nowhere
 * that can be told. Names of other places are data of {@code codes/places-elsewhere.yaml}.
 */
final class Atlas {
    static final Atlas SHIPPED =
            new Atlas(
                    Districts.SHIPPED,
                    CodeTable.read("/codes/districts-merged.yaml", Merged.class),
                    CodeTable.read("/codes/places-elsewhere.yaml", PlaceElsewhere.class));

    private static final String CITY = "上海";

    /** Of a GB/T 2260 code: how many digits name the province. */
    private static final int PROVINCE = 2;

    private final Districts districts;
    private final List<Merged> merged;
    private final List<PlaceElsewhere> elsewhere;

    Atlas(Districts districts, List<Merged> merged, List<PlaceElsewhere> elsewhere) {
        this.districts = districts;
        this.merged = List.copyOf(merged);
        this.elsewhere = List.copyOf(elsewhere);
    }

    /** Of a GB/T 2260 code. One of the city that never was a district cannot be told. */
    Spot ofCode(String code) {
        return districts
                .byCode(today(code))
                .map(Spot::in)
                .orElse(isOfTheCity(code) ? Spot.UNTOLD : Spot.ELSEWHERE);
    }

    private String today(String code) {
        return merged.stream()
                .filter(old -> old.code().equals(code))
                .findFirst()
                .map(Merged::now)
                .orElse(code);
    }

    private boolean isOfTheCity(String code) {
        return districts.all().stream()
                .map(district -> district.code().substring(0, PROVINCE))
                .anyMatch(code::startsWith);
    }

    /**
     * Of an address as it was written; it lies in a district whose name alone stands in it. What
     * stands first is the larger place: shops and roads elsewhere bear the city's name too.
     */
    Spot ofAddress(String address) {
        int city = address.indexOf(CITY);
        if (elsewhere.stream()
                .mapToInt(place -> address.indexOf(place.zh()))
                .anyMatch(at -> at >= 0 && (city < 0 || at < city))) {
            return Spot.ELSEWHERE;
        }
        List<District> found = named(address);
        return found.size() == 1 ? Spot.in(found.get(0)) : Spot.UNTOLD;
    }

    /** The districts whose names of today or of old stand in an address. */
    private List<District> named(String address) {
        Stream<String> old =
                merged.stream().filter(each -> address.contains(each.zh())).map(Merged::now);
        Stream<String> current =
                districts.all().stream()
                        .filter(each -> address.contains(each.zh()))
                        .map(District::code);
        return Stream.concat(current, old)
                .distinct()
                .map(districts::byCode)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * A former district.
     *
     * @param now code of the district that it is part of
     */
    record Merged(String code, String zh, String now) {}

    /** A province or a city that is not this one. */
    record PlaceElsewhere(String zh) {}

    /**
     * Where something lies.
     *
     * @param district where it lies in the city
     * @param told whether it can be told; with no district, then outside the city
     */
    record Spot(Optional<District> district, boolean told) {
        static final Spot ELSEWHERE = new Spot(Optional.empty(), true);
        static final Spot UNTOLD = new Spot(Optional.empty(), false);

        static Spot in(District district) {
            return new Spot(Optional.of(district), true);
        }
    }
}
