package io.mingjian.kit.time;

import java.time.LocalDate;

/**
 * How long something may take by law: one dated row of {@code limits/*.yaml}. A clock keeps the row
 * it was started with, so that a later change of law does not move running limits.
 *
 * @param name the limit's name, such as {@code ACCEPTANCE}
 * @param amount number of days, at least one
 * @param basis where it is written, such as "Order 121 Art 15"
 * @param status how firm that ground is
 * @param validFrom first day on which a clock is started with this row
 */
public record LegalLimit(
        String name,
        int amount,
        PeriodUnit unit,
        String basis,
        LimitStatus status,
        LocalDate validFrom) {

    /** No period of the law comes near ten years of days; more is a typing error. */
    static final int LONGEST = 3650;

    public LegalLimit {
        if (amount < 1 || amount > LONGEST) {
            throw new IllegalArgumentException(
                    "limit %s: amount %d is not within 1..%d".formatted(name, amount, LONGEST));
        }
        if (basis.isBlank()) {
            throw new IllegalArgumentException("limit %s has no basis".formatted(name));
        }
    }

    /** The limit's length in short form: {@code 7WD}, {@code 60ND}. */
    public String term() {
        return amount + unit.shortForm();
    }
}
