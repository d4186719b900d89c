package io.mingjian.benchmarks.history;

/**
 * How a person files: chances of what happens to one filing. All numbers are assumptions; criteria
 * never see the habit, only what it leads to.
 *
 * @param share of the persons with ten or more filings a year
 * @param sameOperator that a filing is about an operator the person filed about before
 * @param template that its text is one that several persons use
 * @param refused for not being a consumer's matter (Order 121 Art 16(3))
 * @param withdrawn after the operator paid
 * @param upheld by a case that was filed
 * @param remedy that it is followed by an information request, a reconsideration or a suit
 * @param generated that people confirm its evidence to be generated
 * @param hoard that more is bought than could be used
 * @param listed that people who look at the person list it
 */
public enum Habit {
    // spotless:off
    //                share  sameOp templ  refus  withdr upheld remedy gener   hoard  listed
    BULK_BUYER       (0.30,  0.70,  0.10,  0.25,  0.40,  0.10,  0.15,  0.0000, 0.30,  0.90),
    TEMPLATE_WRITER  (0.25,  0.10,  0.80,  0.15,  0.30,  0.10,  0.20,  0.0000, 0.05,  0.85),
    FORGER           (0.05,  0.20,  0.30,  0.10,  0.40,  0.02,  0.05,  0.2000, 0.05,  0.97),
    /** Files much and is often right: whom a bad criterion would hit. */
    DILIGENT         (0.40,  0.15,  0.02,  0.02,  0.05,  0.45,  0.02,  0.0001, 0.02,  0.05),
    /** Everybody else. */
    OCCASIONAL       (0.00,  0.05,  0.01,  0.01,  0.04,  0.12,  0.01,  0.0003, 0.02,  0.03);
    // spotless:on

    final double share;
    final double sameOperator;
    final double template;
    final double refused;
    final double withdrawn;
    final double upheld;
    final double remedy;
    final double generated;
    final double hoard;
    final double listed;

    Habit(
            double share,
            double sameOperator,
            double template,
            double refused,
            double withdrawn,
            double upheld,
            double remedy,
            double generated,
            double hoard,
            double listed) {
        this.share = share;
        this.sameOperator = sameOperator;
        this.template = template;
        this.refused = refused;
        this.withdrawn = withdrawn;
        this.upheld = upheld;
        this.remedy = remedy;
        this.generated = generated;
        this.hoard = hoard;
        this.listed = listed;
    }

    /** The habit of a person who files ten times a year or more, for a number between 0 and 1. */
    static Habit frequent(double chance) {
        double sum = 0;
        for (Habit habit : values()) {
            sum += habit.share;
            if (chance < sum) {
                return habit;
            }
        }
        return DILIGENT;
    }
}
