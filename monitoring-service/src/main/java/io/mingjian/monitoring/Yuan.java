package io.mingjian.monitoring;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;

/**
 * An amount in yuan, to the fen. Amounts also lie in JSON columns, whose fractions pass through a
 * double on their way: fifteen digits are what comes back unchanged. The largest is said too,
 * because {@code Digits} miscounts the digits of 1e2147483647.
 */
@Digits(integer = 13, fraction = 2)
@DecimalMax(Yuan.MOST)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Yuan {
    /** The largest amount. */
    String MOST = "9999999999999.99";

    String message() default "金额最多十三位整数、两位小数";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The same for what no door validates by annotations; negative ones are nobody's here. */
    final class Form {
        private static final BigDecimal LARGEST = new BigDecimal(MOST);

        private Form() {}

        public static boolean fits(BigDecimal amount) {
            return amount.compareTo(LARGEST) <= 0
                    && amount.compareTo(LARGEST.negate()) >= 0
                    && (amount.scale() <= 2 || amount.stripTrailingZeros().scale() <= 2);
        }
    }
}
