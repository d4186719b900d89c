package io.mingjian.registry.intake;

import io.mingjian.registry.code.Faults;
import io.mingjian.registry.form.Claim;
import io.mingjian.registry.form.ClaimedAmounts;
import io.mingjian.registry.form.DisputeFacts;
import io.mingjian.registry.form.Goods;
import io.mingjian.registry.form.GoodsClass;
import io.mingjian.registry.intake.FilingRequest.AmountsForm;
import io.mingjian.registry.intake.FilingRequest.FactsForm;
import io.mingjian.registry.intake.FilingRequest.GoodsForm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a complainant claims and what happened (Order 121 Art 10, notes 3 and 4 of the form).
 */
final class DisputeReader {
    private static final int YEARS_TO_COMPLAIN = 3;
    private static final BigDecimal MOST_UNITS = BigDecimal.valueOf(1_000_000);
    private static final int LONGEST_SHELF_LIFE = 3_660;

    private final Faults faults;
    private final Warnings warnings;
    private final Fields fields;

    DisputeReader(Faults faults, Warnings warnings) {
        this.faults = faults;
        this.warnings = warnings;
        this.fields = new Fields(faults);
    }

    List<Claim> claims(@Nullable List<@Nullable String> form) {
        List<@Nullable String> given = form == null ? List.of() : form;
        if (given.isEmpty()) {
            faults.add(
                    "/claims",
                    "required",
                    "投诉须有具体的投诉请求（第121号令第十条）。",
                    "A complaint needs concrete claims.");
        }
        Set<Claim> claims = new LinkedHashSet<>();
        for (int i = 0; i < Math.min(given.size(), 20); i++) {
            faults.requiredCode("/claims/" + i, Claim.class, given.get(i), "投诉请求")
                    .ifPresent(claims::add);
        }
        return List.copyOf(claims);
    }

    /**
     * The amounts claimed, each only with its claim.
     *
     * @param named whether the facts name an amount
     */
    Optional<ClaimedAmounts> amounts(
            @Nullable AmountsForm given, List<Claim> claims, boolean named) {
        BigDecimal refund = given == null ? null : given.refund();
        BigDecimal damages = given == null ? null : given.damages();
        fields.yuan("/claimedAmounts/refund", refund, "退款数额");
        fields.yuan("/claimedAmounts/damages", damages, "赔偿数额");
        refuseUnclaimed("/claimedAmounts/refund", refund, Claim.REFUND, claims);
        refuseUnclaimed("/claimedAmounts/damages", damages, Claim.DAMAGES, claims);
        boolean forMoney = claims.contains(Claim.REFUND) || claims.contains(Claim.DAMAGES);
        if (refund == null && damages == null) {
            if (forMoney && !named) {
                warnings.add("/claimedAmounts", "amount-not-stated", "请求退款或者赔偿，但未写明数额，请向投诉人核实。");
            }
            return Optional.empty();
        }
        return Optional.of(new ClaimedAmounts(refund, damages));
    }

    private void refuseUnclaimed(
            String pointer, @Nullable BigDecimal amount, Claim claim, List<Claim> claims) {
        if (amount != null && !claims.contains(claim)) {
            faults.add(
                    pointer,
                    "not-claimed",
                    "填写了数额，但投诉请求中没有“" + claim.zh() + "”。",
                    "There is no claim for this amount.");
        }
    }

    Optional<DisputeFacts> facts(@Nullable FactsForm given, LocalDate today) {
        if (given == null) {
            faults.add(
                    "/disputeFacts",
                    "required",
                    "请填写消费者权益争议事实。",
                    "The facts of the dispute are required.");
            return Optional.empty();
        }
        Optional<LocalDate> time = fields.day("/disputeFacts/time", given.time());
        time.ifPresent(day -> judge(day, today));
        Optional<String> place =
                faults.optional("/disputeFacts/place", given.place(), 300, "争议发生地点");
        Optional<String> content =
                faults.required("/disputeFacts/content", given.content(), 4_000, "争议事实");
        Optional<String> situation =
                faults.optional("/disputeFacts/situation", given.situation(), 4_000, "争议经过");
        BigDecimal amount = fields.yuan("/disputeFacts/amount", given.amount(), "争议金额");
        Optional<Goods> goods = Optional.ofNullable(given.goods()).flatMap(this::goods);
        return content.map(
                text ->
                        new DisputeFacts(
                                time.orElse(null),
                                place.orElse(null),
                                text,
                                amount,
                                situation.orElse(null),
                                goods.orElse(null)));
    }

    private Optional<Goods> goods(GoodsForm given) {
        Optional<GoodsClass> category =
                faults.requiredCode(
                        "/disputeFacts/goods/category",
                        GoodsClass.class,
                        given.category(),
                        "商品或者服务类别");
        Optional<String> name =
                faults.optional("/disputeFacts/goods/name", given.name(), 200, "商品或者服务名称");
        BigDecimal quantity = given.quantity();
        if (quantity != null
                && (quantity.signum() <= 0
                        || quantity.scale() > 3
                        || quantity.compareTo(MOST_UNITS) > 0)) {
            faults.add(
                    "/disputeFacts/goods/quantity",
                    "out-of-range",
                    "数量须大于0、不超过" + MOST_UNITS + "，至多三位小数。",
                    "Must be above 0, at most " + MOST_UNITS + ", with three decimals.");
        }
        Integer days = given.shelfLifeDays();
        if (days != null && (days < 1 || days > LONGEST_SHELF_LIFE)) {
            faults.add(
                    "/disputeFacts/goods/shelfLifeDays",
                    "out-of-range",
                    "保质期须在1至" + LONGEST_SHELF_LIFE + "日之间。",
                    "Must lie between 1 and " + LONGEST_SHELF_LIFE + " days.");
        }
        return category.map(known -> new Goods(known, name.orElse(null), quantity, days));
    }

    private void judge(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            faults.add(
                    "/disputeFacts/time",
                    "in-the-future",
                    "争议发生日期不得晚于今天。",
                    "Must not lie in the future.");
        } else if (day.isBefore(today.minusYears(YEARS_TO_COMPLAIN))) {
            warnings.add(
                    "/disputeFacts/time",
                    "over-three-years",
                    "争议发生已超过三年，请核实投诉人何时知道或者应当知道（第十六条第四项）；是否受理由工作人员决定。");
        }
    }
}
