package io.mingjian.registry.report;

import io.mingjian.kit.time.LegalLimit;
import io.mingjian.kit.time.LimitStatus;
import io.mingjian.kit.time.PeriodUnit;
import java.time.LocalDate;

/**
 * What a law of one field says about telling the reporter: one dated row of {@code
 * rules/result-notices.yaml} (Order 121 Art 36).
 *
 * @param field code of the field, as officers choose it
 * @param amount and {@code unit}: how long the bureau may take
 * @param from what the period counts from
 * @param rewardPossible a reward may be decided when the clue was true
 * @param handOverInWriting without authority of its own the bureau hands the report over
 */
record ResultRule(
        String field,
        String zh,
        String law,
        String article,
        int amount,
        PeriodUnit unit,
        From from,
        boolean noticeRequired,
        boolean rewardPossible,
        boolean handOverInWriting,
        LimitStatus status,
        LocalDate validFrom) {

    /** What the period of telling counts from. */
    enum From {
        /** The report; then also that a case was filed is to be told. */
        RECEIPT,
        /** The decision that ends the matter. */
        DECISION
    }

    /** The law with its article, for the notice. */
    String basis() {
        return "《" + law + "》" + article;
    }

    LegalLimit limit() {
        return new LegalLimit(
                ResultLimit.RESULT_NOTICE.name(), amount, unit, basis(), status, validFrom);
    }
}
