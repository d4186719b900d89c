package io.mingjian.registry.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.registry.criteria.Criterion.Level;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A criterion reached one of its lines.
 *
 * @param explanation in words that one could show the filer
 */
public record Finding(Criterion criterion, Level level, Inputs inputs, String explanation) {

    /**
     * The values that were seen.
     *
     * @param sample how many filings or facts they were seen over
     * @param evidence the latest of the submissions behind them, or facts without one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Inputs(
            BigDecimal observed,
            int sample,
            int windowDays,
            LocalDate from,
            LocalDate to,
            @Nullable BigDecimal watch,
            @Nullable BigDecimal review,
            boolean strictly,
            List<UUID> evidence) {

        /** The latest of what is behind a finding; absent for one that rests on no filing. */
        public @Nullable UUID latest() {
            return evidence.isEmpty() ? null : evidence.get(evidence.size() - 1);
        }
    }
}
