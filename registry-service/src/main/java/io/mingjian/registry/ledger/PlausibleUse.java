package io.mingjian.registry.ledger;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mingjian.kit.time.LimitStatus;
import io.mingjian.registry.form.Goods;
import io.mingjian.registry.form.GoodsClass;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a quantity compares with what one uses before it expires (Order 121 Art 17(1)): dated rows of
 * {@code rules/plausible-use.yaml}.
 */
@ApplicationScoped
class PlausibleUse {
    private static final int DIGITS = 2;
    private static final BigDecimal HIGHEST = new BigDecimal("99999999.99");

    private final List<Use> rows;

    PlausibleUse() {
        this(shipped());
    }

    PlausibleUse(List<Use> rows) {
        this.rows = List.copyOf(rows);
    }

    /** What a household plausibly uses of a class of goods in a day. */
    record Use(
            GoodsClass goods,
            BigDecimal perDay,
            String basis,
            LimitStatus status,
            LocalDate validFrom) {}

    /** The multiple of plausible use; absent where the goods or their shelf life tell nothing. */
    Optional<BigDecimal> ratio(Goods bought, LocalDate on) {
        BigDecimal quantity = bought.quantity();
        Integer days = bought.shelfLifeDays();
        if (quantity == null || days == null) {
            return Optional.empty();
        }
        return perDay(bought.category(), on)
                .map(
                        use ->
                                quantity.divide(
                                                use.multiply(BigDecimal.valueOf(days)),
                                                DIGITS,
                                                RoundingMode.DOWN)
                                        .min(HIGHEST));
    }

    /** The newest row that has begun. */
    private Optional<BigDecimal> perDay(GoodsClass goods, LocalDate on) {
        return rows.stream()
                .filter(row -> row.goods() == goods && !row.validFrom().isAfter(on))
                .max(Comparator.comparing(Use::validFrom))
                .map(Use::perDay);
    }

    /** The rows that ship with the service; an unknown name stops the start. */
    static List<Use> shipped() {
        String resource = "/rules/plausible-use.yaml";
        YAMLMapper yaml =
                YAMLMapper.builder()
                        .addModule(new JavaTimeModule())
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .build();
        try (InputStream in = PlausibleUse.class.getResourceAsStream(resource)) {
            return yaml.readValue(in, new TypeReference<List<Use>>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + resource, broken);
        }
    }
}
