package io.mingjian.monitoring.campaign;

import io.mingjian.kit.refusal.FieldError;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was done, in numbers.
 *
 * @param itemsBlocked pieces of content that were blocked or taken down
 * @param accountsHandled accounts that were closed, muted or warned
 * @param agentsRemoved generating agents that were taken offline
 * @param productsHandled products and services that were taken off the shelf
 * @param platformCount platforms, sites and apps that the figures cover
 */
@Schema(
        description =
                "处置数量：拦截信息、处置账号、下架智能体、处置产品、涉及平台 / items blocked, accounts handled, agents removed, products handled, platforms covered")
record Figures(
        @NotNull @Min(0) @Nullable Long itemsBlocked,
        @NotNull @Min(0) @Nullable Long accountsHandled,
        @NotNull @Min(0) @Nullable Long agentsRemoved,
        @NotNull @Min(0) @Nullable Long productsHandled,
        @NotNull @Min(0) @Nullable Long platformCount) {

    /** More is a typing error, and sums stay far from what a number can hold. */
    private static final long MOST = 1_000_000_000_000L;

    static final Figures NONE = new Figures(0L, 0L, 0L, 0L, 0L);

    /** A report's numbers and whose they are. */
    interface OfPlatform {
        String platform();

        Figures figures();
    }

    /**
     * The sum of reports. Platforms are no quantity that grows with each period: an operator counts
     * with the most platforms that one of its reports covers.
     */
    static Figures sum(Collection<? extends OfPlatform> reports) {
        Map<String, Long> platforms = new LinkedHashMap<>();
        reports.forEach(
                each -> platforms.merge(each.platform(), each.figures().platforms(), Math::max));
        Figures all =
                reports.stream().map(OfPlatform::figures).reduce(NONE, Figures::plusWithoutCount);
        return new Figures(
                all.itemsBlocked,
                all.accountsHandled,
                all.agentsRemoved,
                all.productsHandled,
                platforms.values().stream().mapToLong(Long::longValue).sum());
    }

    private Figures plusWithoutCount(Figures other) {
        return new Figures(
                of(itemsBlocked) + of(other.itemsBlocked),
                of(accountsHandled) + of(other.accountsHandled),
                of(agentsRemoved) + of(other.agentsRemoved),
                of(productsHandled) + of(other.productsHandled),
                0L);
    }

    /** By how much these differ from others; all zero if they do not. */
    Figures minus(Figures other) {
        return new Figures(
                of(itemsBlocked) - of(other.itemsBlocked),
                of(accountsHandled) - of(other.accountsHandled),
                of(agentsRemoved) - of(other.agentsRemoved),
                of(productsHandled) - of(other.productsHandled),
                of(platformCount) - of(other.platformCount));
    }

    /** Numbers that cannot be meant. */
    List<FieldError> faults(String pointer) {
        return Stream.of(
                        Map.entry("itemsBlocked", of(itemsBlocked)),
                        Map.entry("accountsHandled", of(accountsHandled)),
                        Map.entry("agentsRemoved", of(agentsRemoved)),
                        Map.entry("productsHandled", of(productsHandled)),
                        Map.entry("platformCount", of(platformCount)))
                .filter(number -> number.getValue() > MOST)
                .map(
                        number ->
                                new FieldError(
                                        pointer + "/" + number.getKey(),
                                        "too-large",
                                        "数量不得超过一万亿",
                                        "The number is larger than can be meant."))
                .toList();
    }

    private long platforms() {
        return of(platformCount);
    }

    private static long of(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
