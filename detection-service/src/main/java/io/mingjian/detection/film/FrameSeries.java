package io.mingjian.detection.film;

import io.mingjian.detection.media.GreyPicture;
import io.mingjian.detection.media.GreyPicture.Difference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The pictures of a film compared with each other, by number and without any time.
 *
 * <p>Compared are cells of small grey pictures and not perceptual hashes: a hash is made to stay
 * the same when a picture is saved again or moves a little, and here just the little movement of a
 * hand tells a film from a picture. Thresholds were chosen on films made from the sample pictures
 * whose split is {@code train}; {@code benchmarks/run films} prints what they find and miss.
 */
final class FrameSeries {
    /**
     * Mean difference up to which two pictures are one. Coding a still picture at 300 kbit/s gives
     * up to 1.4, a hand that holds a camera 30.
     */
    static final double SAME_MEAN = 1.6;

    /** The same of a single cell: a small thing that moves is movement. */
    static final int SAME_CELL = 12;

    /**
     * Median of the steps within such a passage: a coder that has nothing to code repeats, while
     * the grain of a sensor goes on as far as the coder leaves any of it.
     */
    static final double SAME_STEP = 0.08;

    /** Difference of a picture that was shown twice, but for rounding. */
    static final double REPEATED_MEAN = 0.02;

    /** The same where the coder mends the second one, as a share of the large steps. */
    static final double REPEATED_SHARE = 0.1;

    /** Mean difference up to which pictures one round apart are one. */
    static final double LOOP_MEAN = 3;

    /** How many times more a loop must differ within a round than from round to round. */
    static final double LOOP_CONTRAST = 4;

    /** Differences below this are taken for this. */
    private static final double LEAST_APART = 0.5;

    /** A round must repeat for at least this share of itself. */
    static final double LOOP_OVERLAP = 0.5;

    private static final int SAMPLES = 48;

    /** Comparing all pictures is dear; a film that passes the sample so often is no loop. */
    private static final int MOST_TRIES = 16;

    /** A few pairs may lie further apart than the whole does at its best period. */
    private static final double SPREAD = 0.25;

    private static final double MOST = 0.9;
    private static final double HALF = 0.5;

    private final List<GreyPicture> pictures;
    private final Difference[] steps;

    FrameSeries(List<GreyPicture> pictures) {
        this.pictures = pictures;
        this.steps = new Difference[Math.max(0, pictures.size() - 1)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = pictures.get(i).to(pictures.get(i + 1));
        }
    }

    int length() {
        return pictures.size();
    }

    /** Median of the mean differences from one picture to the next, in steps of brightness. */
    double typicalStep() {
        return quantile(Arrays.stream(steps).mapToDouble(Difference::mean).toArray(), HALF);
    }

    /**
     * Passages in which nothing moves, in order.
     *
     * @param least pictures in each
     */
    List<Passage> frozen(int least) {
        List<Passage> frozen = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= pictures.size(); i++) {
            boolean goes = i < pictures.size() && isSame(steps[i - 1]) && isSame(from, i);
            if (!goes) {
                Passage passage = new Passage(from, i - 1);
                if (passage.length() >= least && isSteady(passage)) {
                    frozen.add(passage);
                }
                from = i;
            }
        }
        return List.copyOf(frozen);
    }

    private boolean isSteady(Passage passage) {
        double[] within =
                Arrays.stream(steps, passage.from(), passage.to())
                        .mapToDouble(Difference::mean)
                        .toArray();
        return quantile(within, HALF) <= SAME_STEP;
    }

    private boolean isSame(int one, int other) {
        return isSame(pictures.get(one).to(pictures.get(other)));
    }

    private static boolean isSame(Difference difference) {
        return difference.mean() <= SAME_MEAN && difference.largest() <= SAME_CELL;
    }

    /** Share of pictures that are the one before once more. */
    double repeatedShare() {
        double[] means = Arrays.stream(steps).mapToDouble(Difference::mean).toArray();
        double most = Math.max(REPEATED_MEAN, REPEATED_SHARE * quantile(means, MOST));
        long repeated =
                Arrays.stream(steps).filter(step -> isSame(step) && step.mean() <= most).count();
        return steps.length == 0 ? 0 : (double) repeated / steps.length;
    }

    /**
     * What is shown over and over.
     *
     * @param period pictures in a round
     * @param apart difference of pictures one round apart, which nine in ten do not exceed
     * @param within median difference of pictures half a round apart
     */
    record Loop(int period, double apart, double within) {}

    /**
     * The shortest round that repeats to the end; empty where nothing does, or nothing moves.
     *
     * @param least pictures in a round
     */
    Optional<Loop> loop(int least) {
        int longest = (int) (pictures.size() / (1 + LOOP_OVERLAP));
        int tries = 0;
        for (int period = least; period <= longest && tries < MOST_TRIES; period++) {
            if (mayRepeat(period)) {
                tries++;
                Loop loop = best(period, longest);
                if (loop.apart() <= LOOP_MEAN
                        && loop.within() >= LOOP_CONTRAST * Math.max(loop.apart(), LEAST_APART)) {
                    return Optional.of(loop);
                }
            }
        }
        return Optional.empty();
    }

    /** On a few pairs: near from round to round, and far enough within one. */
    private boolean mayRepeat(int period) {
        double apart = quantile(differences(period, SAMPLES), MOST);
        return apart <= LOOP_MEAN
                && within(period) >= LOOP_CONTRAST * Math.max(LEAST_APART, SPREAD * apart);
    }

    private double within(int period) {
        return quantile(differences(Math.max(1, period / 2), SAMPLES), HALF);
    }

    /** A loop that was saved at another rate is nearest to itself at one of the next periods. */
    private Loop best(int first, int longest) {
        Loop best = loopOf(first);
        for (int period = first + 1; period <= Math.min(first + 3, longest); period++) {
            Loop next = loopOf(period);
            if (next.apart() < best.apart()) {
                best = next;
            }
        }
        return best;
    }

    private Loop loopOf(int period) {
        return new Loop(
                period, quantile(differences(period, pictures.size()), MOST), within(period));
    }

    /** Mean differences of at most so many pairs that lie a number of pictures apart. */
    private double[] differences(int apart, int most) {
        int pairs = pictures.size() - apart;
        int step = Math.max(1, pairs / most);
        double[] differences = new double[(pairs + step - 1) / step];
        for (int i = 0; i < differences.length; i++) {
            int at = i * step;
            differences[i] = pictures.get(at).to(pictures.get(at + apart)).mean();
        }
        return differences;
    }

    private static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
    }
}
