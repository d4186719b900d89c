package io.mingjian.detection.analysis;

import io.mingjian.detection.evidence.EvidenceWork;
import io.mingjian.detection.sets.SetMates;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The filings and leads that name the picture, as their events told, and the claims whose platforms
 * put it into a set.
 */
@ApplicationScoped
class NamedMatters implements BehaviourSource {
    private static final int SEVERAL = 2;

    private final EvidenceWork work;
    private final SetMates sets;

    NamedMatters(EvidenceWork work, SetMates sets) {
        this.work = work;
        this.sets = sets;
    }

    @Override
    public Uni<List<Behaviour>> of(UUID evidenceId, List<UUID> samePicture) {
        return work.matters(samePicture)
                .chain(named -> sets.claims(samePicture).map(claims -> several(named, claims)));
    }

    /** Each by the organisation that told of it. */
    private static List<Behaviour> several(
            Map<String, Integer> named, Map<String, Integer> claims) {
        int matters =
                Stream.of(named, claims)
                        .flatMap(each -> each.values().stream())
                        .mapToInt(Integer::intValue)
                        .sum();
        int organisations =
                (int)
                        Stream.of(named, claims)
                                .flatMap(each -> each.keySet().stream())
                                .distinct()
                                .count();
        return matters < SEVERAL
                ? List.of()
                : List.of(new Behaviour.NamedInMatters(matters, organisations));
    }
}
