package io.mingjian.detection.analysis;

import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Scores of pictures, of each version of an analyzer once: the newest run counts. */
@ApplicationScoped
class AnalyzerScores {
    private static final String KEEP =
            """
            insert into analysis_score (evidence_id, analyzer, version, channel, score, measured_at)
            values (:evidence, :analyzer, :version, :channel, :score, :at)
                on conflict (evidence_id, analyzer, version) do update
               set channel = excluded.channel,
                   score = excluded.score,
                   measured_at = excluded.measured_at
            """;

    Uni<Void> keep(UUID evidenceId, List<Score> scores, Instant measuredAt) {
        return Multi.createFrom()
                .iterable(scores)
                .onItem()
                .transformToUniAndConcatenate(score -> keep(evidenceId, score, measuredAt))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Integer> keep(UUID evidenceId, Score score, Instant measuredAt) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(KEEP)
                                        .setParameter("evidence", evidenceId)
                                        .setParameter("analyzer", score.by().name())
                                        .setParameter("version", score.by().version())
                                        .setParameter("channel", score.channel().name())
                                        .setParameter("score", score.value())
                                        .setParameter("at", measuredAt)
                                        .executeUpdate());
    }
}
