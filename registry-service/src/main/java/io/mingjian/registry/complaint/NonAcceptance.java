package io.mingjian.registry.complaint;

import io.mingjian.kit.refusal.Invalid;
import io.mingjian.registry.code.Faults;
import io.mingjian.registry.complaint.ComplaintRequests.NonAcceptanceRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a complaint is not accepted and what else the complainant can do (Order 121 Arts 15–17).
 *
 * @param factors at least one for ground 3, none for others
 * @param remedies told with the refusal (Consumer Law Art 39)
 */
record NonAcceptance(NonAcceptanceGround ground, Set<ConsumptionFactor> factors, String remedies) {
    private static final int LONGEST_REMEDIES = 1_000;
    static final String REMEDIES_OF_THE_LAW =
            "您可以依照《消费者权益保护法》第三十九条，与经营者协商和解、请求消费者协会或者依法成立的其他调解组织调解、"
                    + "根据与经营者达成的仲裁协议提请仲裁，或者向人民法院提起诉讼。";

    /**
     * @throws Invalid naming every fault
     */
    static NonAcceptance read(NonAcceptanceRequest request) {
        Faults faults = new Faults();
        Optional<NonAcceptance> read =
                read("/ground", request.ground(), request.factors(), faults)
                        .map(found -> found.telling(request.remedies(), faults));
        faults.refuseIfAny();
        return read.orElseThrow();
    }

    /** A ground of Art 16 with the factors of Art 17 that belong to it. */
    static Optional<NonAcceptance> read(
            String pointer,
            @Nullable Integer ground,
            @Nullable List<String> factors,
            Faults faults) {
        Optional<NonAcceptanceGround> known =
                Optional.ofNullable(ground).flatMap(NonAcceptanceGround::ofNumber);
        if (known.isEmpty()) {
            faults.add(
                    pointer,
                    "unknown-ground",
                    "请选择不予受理的情形（第121号令第十六条第1至7项）。",
                    "A ground of Art 16, 1 to 7, is required.");
        }
        Set<ConsumptionFactor> read = factors(factors == null ? List.of() : factors, faults);
        boolean third =
                known.filter(NonAcceptanceGround.NOT_FOR_DAILY_CONSUMPTION::equals).isPresent();
        if (third && read.isEmpty()) {
            faults.add(
                    "/factors",
                    "required",
                    "适用第3项时须至少说明一个考虑因素（第十七条a至e）。",
                    "Ground 3 needs at least one factor of Art 17.");
        }
        if (known.isPresent() && !third && !read.isEmpty()) {
            faults.add(
                    "/factors",
                    "not-for-this-ground",
                    "考虑因素只适用于第3项。",
                    "Factors belong to ground 3 only.");
        }
        return known.map(found -> new NonAcceptance(found, read, REMEDIES_OF_THE_LAW));
    }

    private NonAcceptance telling(@Nullable String given, Faults faults) {
        return faults.optional("/remedies", given, LONGEST_REMEDIES, "救济途径")
                .map(text -> new NonAcceptance(ground, factors, text))
                .orElse(this);
    }

    /** As the decision names it: {@code 16(3)}. */
    String code() {
        return ground.code();
    }

    List<String> factorLetters() {
        return factors.stream().map(ConsumptionFactor::letter).toList();
    }

    private static Set<ConsumptionFactor> factors(List<String> letters, Faults faults) {
        Set<ConsumptionFactor> read = new LinkedHashSet<>();
        for (int i = 0; i < letters.size(); i++) {
            Optional<ConsumptionFactor> factor =
                    Optional.ofNullable(letters.get(i)).flatMap(ConsumptionFactor::ofLetter);
            if (factor.isEmpty()) {
                faults.add(
                        "/factors/" + i, "unknown-factor", "考虑因素代码为 a 至 e。", "Factors are a to e.");
            }
            factor.ifPresent(read::add);
        }
        return read;
    }
}
