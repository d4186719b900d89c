package io.mingjian.monitoring.disposal;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a bureau tells the city about the outcome of a round.
 *
 * @param rectification what the subject put right
 * @param amountFined in yuan
 * @param goods what was done about the goods or the page
 * @param publishedOn when the decision was published
 */
record FeedbackForm(
        String summary,
        @Nullable String rectification,
        @Nullable BigDecimal amountFined,
        @Nullable String goods,
        @Nullable LocalDate publishedOn) {}
