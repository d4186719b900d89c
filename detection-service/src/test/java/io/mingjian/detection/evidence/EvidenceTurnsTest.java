package io.mingjian.detection.evidence;

import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mingjian.detection.Party;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose evidence is examined next. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class EvidenceTurnsTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final Party busy = new Party(TestCaller.platform("busy", INTEGRATION));
    private final Party quiet = new Party(TestCaller.platform("quiet", INTEGRATION));

    @Inject UnitOfWork units;
    @Inject EvidenceWork work;

    /** Ends the transaction, so that none of it happened. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<UUID> order;

        Undone(List<UUID> order) {
            this.order = order;
        }
    }

    @Test
    void organisationsTakeTurns() {
        List<UUID> many = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            many.add(uploaded(busy, 720 + i));
        }
        UUID late = uploaded(quiet, 730);
        List<UUID> all = new ArrayList<>(many);
        all.add(late);
        assertThat(order(all, List.of()))
                .as("the quiet one's first comes before the busy one's second")
                .containsExactly(many.get(0), late, many.get(1), many.get(2), many.get(3));
        assertThat(order(all, many.subList(0, 2)))
                .as("what is under way has had its turn")
                .containsExactly(late, many.get(2), many.get(3));
    }

    private static UUID uploaded(Party party, int seed) {
        UUID evidence = party.uploads(jpeg(goods(90, 60, seed), 0.9));
        party.analysis(evidence);
        return evidence;
    }

    /**
     * The order in which workers would take these if all were open and some of them under way; all
     * within one transaction that is undone, so that no worker sees it.
     */
    private List<UUID> order(List<UUID> open, List<UUID> underWay) {
        return catchThrowableOfType(
                        Undone.class,
                        () ->
                                units.inTransaction(
                                                () ->
                                                        open(open, underWay)
                                                                .chain(() -> work.claim(1000, LONG))
                                                                .invoke(tasks -> undo(tasks, open)))
                                        .await()
                                        .indefinitely())
                .order;
    }

    private static void undo(List<EvidenceTask> tasks, List<UUID> among) {
        throw new Undone(
                tasks.stream().map(EvidenceTask::evidenceId).filter(among::contains).toList());
    }

    private static Uni<Integer> open(List<UUID> open, List<UUID> underWay) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                update evidence set revisits_wanted = revisits_done + 1,
                                                  lease_until = case when id in :underWay
                                                                     then now() + interval '1 hour' end
                                                where id in :open
                                                """)
                                        .setParameter("open", open)
                                        .setParameter(
                                                "underWay",
                                                underWay.isEmpty()
                                                        ? List.of(UUID.randomUUID())
                                                        : underWay)
                                        .executeUpdate());
    }
}
