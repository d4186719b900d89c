package io.mingjian.detection.analysis;

import io.mingjian.contracts.IndicationBand;
import io.mingjian.detection.finding.Wilson;
import java.util.Optional;

/**
 * One row of the fusion table: how far a signal moves the indication.
 *
 * @param ratio likelihood ratio, generated or altered against ordinary; 1 is shown and not counted
 * @param cap what counts of it at most, however large a ratio is measured later
 * @param ceiling highest band that this signal can lead to, alone or with others of its group
 * @param ask what to ask for when the signal is there; empty when there is nothing to ask
 * @param errors false alarms that were counted; empty when nobody has counted
 * @param source where the figures come from; empty without figures
 * @param basis where the ratio comes from
 * @param innocent ordinary causes of the signal
 */
public record RuleRow(
        String code,
        SignalGroup group,
        double ratio,
        double cap,
        IndicationBand ceiling,
        String ask,
        RuleStatus status,
        Optional<Errors> errors,
        String source,
        String basis,
        String innocent) {

    /**
     * False alarms.
     *
     * @param falseAlarms in how many the signal was seen without its cause
     * @param among how many were looked at
     * @param unit what both are counted in; empty in versions that did not say
     */
    public record Errors(long falseAlarms, long among, Optional<CountedIn> unit) {
        public Errors {
            if (falseAlarms < 0 || falseAlarms > among) {
                throw new IllegalArgumentException(falseAlarms + " of " + among);
            }
        }

        /** Where the true rate lies, with 95 % confidence. */
        public Wilson range() {
            return Wilson.of(falseAlarms, among);
        }
    }

    /** What counts of it, as a likelihood ratio. */
    public double weight() {
        return Math.min(ratio, cap);
    }

    /** The same as it is added: natural logarithm of the likelihood ratio. */
    double logOdds() {
        return Math.log(weight());
    }

    boolean counts() {
        return weight() > 1;
    }
}
