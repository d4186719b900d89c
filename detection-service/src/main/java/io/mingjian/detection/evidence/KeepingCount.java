package io.mingjian.detection.evidence;

import io.mingjian.detection.evidence.EvidenceMatters.Standing;
import io.mingjian.kit.time.LegalDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts anew why evidence is kept and until when, after something about its matters changed. */
@ApplicationScoped
class KeepingCount {
    private final Evidences evidences;
    private final EvidenceMatters matters;

    KeepingCount(Evidences evidences, EvidenceMatters matters) {
        this.evidences = evidences;
        this.matters = matters;
    }

    /**
     * Counts these; those that are not here (yet) are passed over. Their rows are locked, so that
     * nothing is destroyed while a filing is naming it.
     *
     * @param today day from which an open matter keeps them
     */
    Uni<Void> anew(List<UUID> ids, LocalDate today) {
        return evidences
                .lockAll(ids)
                .chain(
                        locked ->
                                matters.standing(ids)
                                        .invoke(
                                                standing ->
                                                        locked.forEach(
                                                                each ->
                                                                        count(
                                                                                each, standing,
                                                                                today))))
                .replaceWithVoid();
    }

    private static void count(Evidence evidence, Map<UUID, Standing> all, LocalDate today) {
        Keeping now = keeping(evidence, all.get(evidence.id()), today);
        boolean stays =
                evidence.keeping()
                        .filter(was -> was.ground() == KeepingGround.OPEN_MATTER)
                        .filter(was -> now.ground() == KeepingGround.OPEN_MATTER)
                        .isPresent();
        if (!stays) {
            evidence.keepFor(now);
        }
    }

    private static Keeping keeping(Evidence evidence, @Nullable Standing standing, LocalDate day) {
        Optional<Keeping> claimed = evidence.claimedOn().map(Keeping::claimed);
        if (standing == null) {
            return claimed.orElseGet(() -> Keeping.unnamed(LegalDay.of(evidence.receivedAt())));
        }
        Keeping named = standing.closedOn().map(Keeping::closed).orElseGet(() -> Keeping.open(day));
        return claimed.filter(term -> term.outlasts(named)).orElse(named);
    }
}
