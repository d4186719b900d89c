package io.mingjian.detection.analysis;

import io.mingjian.detection.bank.BankBook;
import io.mingjian.detection.sets.SetMates;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * The number of what a reader who is no bureau is told, which is kept nowhere. It is a sum of
 * counts that only grow, one for everything of which the answer is made, so that the same number
 * means the same answer, and nothing that others upload moves it.
 */
@ApplicationScoped
class OwnRevisions {
    /** Rules that were there before answers were counted by them. */
    private static final int FIRST_RULES = 7;

    private final PictureMatches matches;
    private final AnalyzerRuns runs;
    private final BankBook banks;
    private final SetMates mates;

    OwnRevisions(PictureMatches matches, AnalyzerRuns runs, BankBook banks, SetMates mates) {
        this.matches = matches;
        this.runs = runs;
        this.banks = banks;
        this.mates = mates;
    }

    /**
     * What may have changed so far.
     *
     * @param runs of the panel over the piece
     * @param copies matches among the reader's own evidence
     * @param namings how often a matter or a claim of the reader began or ceased to name the piece
     *     or a copy, which may make copies of one matter copies of two
     * @param mates other pieces in the reader's sets
     * @param matesRuns runs over these, by which they may declare something
     * @param banks what happened in banks that everybody is told of
     */
    record Counts(int runs, int copies, int namings, int mates, int matesRuns, int banks) {
        /** By the rules of a version, which may say something else of the same. */
        int number(int rules) {
            return runs + copies + namings + mates + matesRuns + banks + rules - FIRST_RULES;
        }
    }

    /** The number for a reader. */
    Uni<Integer> of(UUID evidenceId, String organisation, AnalyzerRuns.Kept kept) {
        return matches.countAmong(evidenceId, organisation)
                .chain(
                        own ->
                                matches.namingsAmong(evidenceId, organisation)
                                        .chain(
                                                namings ->
                                                        of(evidenceId, kept.runs(), own, namings)));
    }

    private Uni<Integer> of(UUID evidenceId, int own, int copies, int namings) {
        return mates.of(evidenceId)
                .chain(
                        set ->
                                runs.count(set)
                                        .chain(
                                                matesRuns ->
                                                        banks.changes(evidenceId)
                                                                .map(
                                                                        changes ->
                                                                                new Counts(
                                                                                        own,
                                                                                        copies,
                                                                                        namings,
                                                                                        set.size(),
                                                                                        matesRuns,
                                                                                        changes))))
                .map(counts -> counts.number(FusionRules.VERSION));
    }
}
