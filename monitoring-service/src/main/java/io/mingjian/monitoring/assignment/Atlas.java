package io.mingjian.monitoring.assignment;

import io.mingjian.monitoring.CodeTable;
import io.mingjian.monitoring.assignment.Districts.District;
import java.util.List;
import java.util.Optional;

/**
 * Tells where a code or an address lies: in one district of the city, outside the city, or nowhere
 * that can be told. Names of other places are data of {@code codes/places-elsewhere.yaml}.
 */
final class Atlas {
    static final Atlas SHIPPED =
            new Atlas(
                    Districts.SHIPPED,
                    CodeTable.read("/codes/places-elsewhere.yaml", PlaceElsewhere.class));

    private static final String CITY = "上海";

    /** Of a GB/T 2260 code: how many digits name the province. */
    private static final int PROVINCE = 2;

    private final Districts districts;
    private final List<PlaceElsewhere> elsewhere;

    Atlas(Districts districts, List<PlaceElsewhere> elsewhere) {
        this.districts = districts;
        this.elsewhere = List.copyOf(elsewhere);
    }

    /** Of a GB/T 2260 code. One of the city that is no district of today cannot be told. */
    Spot ofCode(String code) {
        return districts
                .byCode(code)
                .map(Spot::in)
                .orElse(isOfTheCity(code) ? Spot.UNTOLD : Spot.ELSEWHERE);
    }

    private boolean isOfTheCity(String code) {
        return districts.all().stream()
                .map(district -> district.code().substring(0, PROVINCE))
                .anyMatch(code::startsWith);
    }

    /** Of an address as it was written; it lies in a district whose name alone stands in it. */
    Spot ofAddress(String address) {
        if (!address.contains(CITY)
                && elsewhere.stream().anyMatch(place -> address.contains(place.zh()))) {
            return Spot.ELSEWHERE;
        }
        return districts.named(address).map(Spot::in).orElse(Spot.UNTOLD);
    }

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
