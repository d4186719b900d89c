package io.mingjian.monitoring.finding;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field that an instruction's output specification may demand beyond those that every finding
 * must have.
 */
public enum OutputField {
    SHOP_NAME("shopName", Finding::shopName),
    SHOP_URL("shopUrl", Finding::shopUrl),
    SUBJECT_NAME("subjectName", Finding::subjectName),
    USCC("uscc", Finding::uscc),
    PUBLISHED_ADDRESS("publishedAddress", Finding::publishedAddress),
    DISTRICT_CODE("districtCode", Finding::districtCode),
    PROVISION_REFS("provisionRefs", Finding::provisionRefs),
    GOODS_NAME("goodsName", Finding::goodsName),
    PRICE("price", Finding::price),
    SALES_VOLUME("salesVolume", Finding::salesVolume),
    FIRST_SEEN_AT("firstSeenAt", Finding::firstSeenAt),
    RISK_LEVEL("riskLevel", Finding::riskLevel);

    private final String jsonName;
    private final Function<Finding, @Nullable Object> value;

    OutputField(String jsonName, Function<Finding, @Nullable Object> value) {
        this.jsonName = jsonName;
        this.value = value;
    }

    String jsonName() {
        return jsonName;
    }

    /** Whether this JSON pointer of a finding leads to the field. */
    public boolean isAt(String pointer) {
        return pointer.equals("/" + jsonName);
    }

    boolean isMissingIn(Finding finding) {
        Object given = value.apply(finding);
        return given == null
                || (given instanceof String text && text.isBlank())
                || (given instanceof Collection<?> many && many.isEmpty());
    }
}
