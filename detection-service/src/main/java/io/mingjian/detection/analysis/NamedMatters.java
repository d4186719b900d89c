package io.mingjian.detection.analysis;

import io.mingjian.detection.evidence.EvidenceWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The filings and leads that name the picture, as their events told. */
@ApplicationScoped
class NamedMatters implements BehaviourSource {
    private static final int SEVERAL = 2;

    private final EvidenceWork work;

    NamedMatters(EvidenceWork work) {
        this.work = work;
    }

    @Override
    public Uni<List<Behaviour>> of(UUID evidenceId, List<UUID> samePicture) {
        if (samePicture.size() < SEVERAL) {
            return Uni.createFrom().item(List.of());
        }
        return work.matters(samePicture)
                .map(
                        count ->
                                count.matters() < SEVERAL
                                        ? List.of()
                                        : List.of(
                                                new Behaviour.NamedInMatters(
                                                        count.matters(), count.organisations())));
    }
}
