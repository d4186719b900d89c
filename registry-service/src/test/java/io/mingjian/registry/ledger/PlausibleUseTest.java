package io.mingjian.registry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.registry.form.Goods;
import io.mingjian.registry.form.GoodsClass;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PlausibleUseTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private final PlausibleUse uses = new PlausibleUse();

    @Test
    void isTheMultipleOfWhatOneUsesBeforeItExpires() {
        assertThat(uses.ratio(goods(GoodsClass.DAIRY, "560", 20), DAY)).contains(two("7.00"));
        assertThat(uses.ratio(goods(GoodsClass.COSMETICS, "10", 7), DAY)).contains(two("7.14"));
    }

    @Test
    void isNotToldWithoutQuantityShelfLifeOrARow() {
        assertThat(uses.ratio(goods(GoodsClass.DAIRY, null, 20), DAY)).isEmpty();
        assertThat(uses.ratio(goods(GoodsClass.DAIRY, "560", null), DAY)).isEmpty();
        assertThat(uses.ratio(goods(GoodsClass.CLOTHING, "560", 20), DAY)).isEmpty();
        assertThat(uses.ratio(goods(GoodsClass.DAIRY, "560", 20), LocalDate.of(2026, 4, 14)))
                .isEmpty();
    }

    private static Goods goods(GoodsClass category, String quantity, Integer days) {
        return new Goods(category, null, quantity == null ? null : new BigDecimal(quantity), days);
    }

    private static BigDecimal two(String number) {
        return new BigDecimal(number);
    }
}
