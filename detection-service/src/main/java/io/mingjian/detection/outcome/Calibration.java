package io.mingjian.detection.outcome;

import io.mingjian.detection.analysis.RuleRow;
import io.mingjian.detection.analysis.SignalGroup;
import io.mingjian.detection.finding.Wilson;
import java.util.List;
import java.util.Optional;

/** How often signals were seen among pieces of which it is known what they are. */
record Calibration(Totals totals, List<Count> counts) {
    Calibration {
        counts = List.copyOf(counts);
    }

    /**
     * Pieces by their outcome.
     *
     * @param ordinary photographs of the goods
     * @param disagreeing pieces about which outcomes disagree; they are in no other number
     */
    record Totals(long generated, long altered, long reused, long ordinary, long disagreeing) {
        long made() {
            return generated + altered;
        }
    }

    /**
     * Pieces that show a signal, by their outcome.
     *
     * @param made generated or altered
     */
    record Count(String code, long made, long reused, long ordinary) {}

    /**
     * A signal in figures.
     *
     * @param seen pieces with the signal among those that it is about
     * @param of pieces that it is about: generated or altered ones, for reuse reused ones
     * @param ratio likelihood ratio, half a piece added to each count so that none is infinite
     * @param low lowest ratio that both ranges allow; cautious, because both ends seldom meet
     * @param high highest ratio that both ranges allow; empty when nothing bounds it
     */
    record Figure(
            String code,
            long seen,
            long of,
            Wilson hits,
            long falseAlarms,
            long among,
            Wilson errors,
            double ratio,
            double low,
            Optional<Double> high) {}

    /** The figures of one code; the group tells what it is about. */
    Figure figure(Count count, Optional<RuleRow> row) {
        boolean reuse = row.map(RuleRow::group).filter(SignalGroup.REUSE::equals).isPresent();
        long seen = reuse ? count.reused() : count.made();
        long of = reuse ? totals.reused() : totals.made();
        Wilson hits = Wilson.of(seen, of);
        Wilson errors = Wilson.of(count.ordinary(), totals.ordinary());
        double ratio =
                (seen + 0.5) / (of + 1) / ((count.ordinary() + 0.5) / (totals.ordinary() + 1));
        return new Figure(
                count.code(),
                seen,
                of,
                hits,
                count.ordinary(),
                totals.ordinary(),
                errors,
                ratio,
                hits.low() / errors.high(),
                errors.low() == 0 ? Optional.empty() : Optional.of(hits.high() / errors.low()));
    }
}
