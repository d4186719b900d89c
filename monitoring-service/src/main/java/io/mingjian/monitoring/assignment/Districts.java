package io.mingjian.monitoring.assignment;

import io.mingjian.monitoring.CodeTable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The districts of the city and the organisation ids of their bureaus; data of {@code
 * codes/districts.yaml}.
 */
public final class Districts {
    public static final Districts SHIPPED =
            new Districts(CodeTable.read("/codes/districts.yaml", District.class));

    private final List<District> rows;

    Districts(List<District> rows) {
        if (rows.stream().map(District::code).distinct().count() != rows.size()) {
            throw new IllegalStateException("codes/districts.yaml names a district twice");
        }
        this.rows = List.copyOf(rows);
    }

    /** The district of a GB/T 2260 code, if it is one of this city's. */
    public Optional<District> byCode(@Nullable String code) {
        return rows.stream().filter(row -> row.code().equals(code)).findFirst();
    }

    /** The district whose bureau this is. */
    Optional<District> byOrganisation(String organisation) {
        return rows.stream().filter(row -> row.organisation().equals(organisation)).findFirst();
    }

    public List<District> all() {
        return rows;
    }

    /** One district: GB/T 2260 code, organisation id of its bureau, Chinese name. */
    public record District(String code, String organisation, String zh) {}
}
