package io.mingjian.registry.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was bought.
 *
 * @param quantity units
 * @param shelfLifeDays days in which they are to be used; absent for what does not expire
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Goods(
        GoodsClass category,
        @Nullable String name,
        @Nullable BigDecimal quantity,
        @Nullable Integer shelfLifeDays) {}
