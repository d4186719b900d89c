package io.mingjian.detection.analysis;

import io.mingjian.detection.evidence.EvidenceWork;
import io.mingjian.detection.evidence.NamingListener;
import io.mingjian.detection.sets.SetListener;
import io.mingjian.detection.sets.SetMates;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Has indications drawn up anew that say something else once a matter names a picture, or ceases
 * to: what shows the same picture may now be of one matter, of another, or of none, and a piece
 * that several matters name says so by itself. A piece costs one new look for each matter, and of
 * those that show its picture a few, so that a picture in very many matters causes no work without
 * end.
 */
@ApplicationScoped
class NamedAgain implements NamingListener, SetListener {
    private static final int SEVERAL = 2;

    /** No organisation has this name, so none is told. */
    private static final String NOBODY = "";

    private final EvidenceWork work;
    private final SetMates sets;
    private final PictureMatches matches;
    private final AnalysisWishes wishes;

    NamedAgain(EvidenceWork work, SetMates sets, PictureMatches matches, AnalysisWishes wishes) {
        this.work = work;
        this.sets = sets;
        this.matches = matches;
        this.wishes = wishes;
    }

    @Override
    public Uni<Void> changed(List<UUID> evidenceIds) {
        return work.inSeveralMatters(evidenceIds).chain(several -> weigh(evidenceIds, several));
    }

    /** What stands together in a set is weighed anew anyway; one that stands alone is not. */
    @Override
    public Uni<Void> grew(String organisation, List<UUID> members) {
        if (members.size() >= SEVERAL) {
            return weigh(members, List.of());
        }
        return sets.claims(members)
                .map(claims -> claims.values().stream().mapToInt(Integer::intValue).sum())
                .chain(claims -> weigh(members, claims < SEVERAL ? List.of() : members));
    }

    private Uni<Void> weigh(List<UUID> ids, List<UUID> several) {
        return matches.alike(ids)
                .chain(
                        alike ->
                                wishes.weigh(
                                        Stream.of(
                                                        several,
                                                        alike.keySet(),
                                                        alike.values().stream()
                                                                .flatMap(List::stream)
                                                                .toList())
                                                .flatMap(Collection::stream)
                                                .toList(),
                                        NOBODY));
    }
}
