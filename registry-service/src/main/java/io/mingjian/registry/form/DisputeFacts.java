package io.mingjian.registry.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a consumer dispute (note 3 of the official complaint form).
 *
 * @param time day of the purchase or of the event
 * @param content what the dispute is about
 * @param amount yuan in dispute, two decimals
 * @param situation how it came about and what has been tried so far
 * @param goods what was bought, where the form says it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisputeFacts(
        @Nullable LocalDate time,
        @Nullable String place,
        String content,
        @Nullable BigDecimal amount,
        @Nullable String situation,
        @Nullable Goods goods) {

    public DisputeFacts(
            @Nullable LocalDate time,
            @Nullable String place,
            String content,
            @Nullable BigDecimal amount) {
        this(time, place, content, amount, null, null);
    }
}
