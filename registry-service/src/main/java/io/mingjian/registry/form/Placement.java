package io.mingjian.registry.form;

import io.mingjian.registry.code.District;
import java.util.List;

/**
 * Where a filing goes and why.
 *
 * @param rule row of the place table that decided, or MANUAL for a person's decision
 * @param basis article behind that row
 * @param zh the rule in words, with the other competent places if there are any
 * @param alternatives other places that are competent by the same row
 */
public record Placement(
        District district, String rule, String basis, String zh, List<Alternative> alternatives) {

    public Placement(District district, String rule, String basis, String zh) {
        this(district, rule, basis, zh, List.of());
    }

    /**
     * Another competent district.
     *
     * @param zh what lies there, such as the domicile of the platform's operator
     */
    public record Alternative(District district, String zh) {}
}
