package io.mingjian.kit.audit;

import static io.mingjian.kit.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.testing.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class AuditTest {
    private static final Caller OFFICER =
            new Caller("s", "n", "samr-huangpu", null, null, null, Set.of(Role.INTAKE));

    @Inject UnitOfWork unit;

    @Inject Audit audit;

    @Inject ObjectMapper json;

    @Inject Clock clock;

    @Inject DataSource database;

    /** Some roll back after they have moved the chain's head, and all want to be the next. */
    @Test
    void actsOfManyAtOnceAreOneChainWithoutThoseThatFailed() {
        String act = "act." + UUID.randomUUID();
        List<Uni<String>> works =
                IntStream.range(0, 60)
                        .mapToObj(
                                i ->
                                        unit.inTransaction(() -> twice(act, i))
                                                .replaceWith("kept")
                                                .onFailure(IllegalStateException.class)
                                                .recoverWithItem("failed"))
                        .toList();
        List<String> ends =
                Uni.join().all(works).andFailFast().await().atMost(Duration.ofSeconds(60));
        assertThat(ends).filteredOn("kept"::equals).hasSize(45);
        assertThat(done(() -> audit.read(0, 1000, act)))
                .extracting(each -> each.link().purpose())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 60)
                                .filter(i -> !fails(i))
                                .mapToObj(Integer::toString)
                                .flatMap(i -> Stream.of(i, i + " again"))
                                .toList());
        assertThat(done(() -> audit.verify()).intact()).isTrue();
    }

    /** Another replica appends, of which this one hears nothing. */
    @Test
    void aHeadThatSomebodyElseMovedIsFollowed() {
        String act = "act." + UUID.randomUUID();
        Audit other = new Audit(json, clock);
        for (Audit each : List.of(audit, other, audit, audit, other, other)) {
            done(() -> each.record(OFFICER, AuditEntry.of(act, "note", act)));
        }
        assertThat(done(() -> audit.read(0, 1000, act))).hasSize(6);
        assertThat(done(() -> audit.verify()).intact()).isTrue();
    }

    /** The guess is right, but when the statement began to wait the head was the one before. */
    @Test
    void whoWaitedForAnEntryThatIsKeptComesNext() {
        assertThat(waitedFor(gate -> gate.complete(null))).containsExactly("first", "second");
    }

    /** The guess is wrong: what it counted on never happened. */
    @Test
    void whoWaitedForAnEntryThatIsRolledBackComesInItsPlace() {
        assertThat(waitedFor(gate -> gate.completeExceptionally(new IllegalStateException("end"))))
                .containsExactly("second");
    }

    /**
     * Purposes of what is kept when one records, a second waits for its end, and it ends this way.
     */
    private List<String> waitedFor(Consumer<CompletableFuture<Void>> end) {
        AuditEntry entry = AuditEntry.of("act", "note", UUID.randomUUID().toString());
        CompletableFuture<Context> recorded = new CompletableFuture<>();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        CompletableFuture<Void> first =
                unit.inTransaction(
                                () ->
                                        audit.record(OFFICER, entry.forPurpose("first"))
                                                .invoke(
                                                        () ->
                                                                recorded.complete(
                                                                        Vertx.currentContext()))
                                                .chain(
                                                        () ->
                                                                Uni.createFrom()
                                                                        .completionStage(gate)))
                        .subscribeAsCompletionStage();
        Context context = recorded.orTimeout(60, TimeUnit.SECONDS).join();
        CompletableFuture<Void> second =
                unit.inTransaction(() -> audit.record(OFFICER, entry.forPurpose("second")))
                        .subscribeAsCompletionStage();
        await().until(this::somebodyWaits);
        context.runOnContext(go -> end.accept(gate));
        first.exceptionally(rolledBack -> null).orTimeout(60, TimeUnit.SECONDS).join();
        second.orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(done(() -> audit.verify()).intact()).isTrue();
        return done(() -> audit.read(0, 1000, entry.objectId())).stream()
                .map(each -> each.link().purpose())
                .toList();
    }

    private boolean somebodyWaits() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%for update%')")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private Uni<Void> twice(String act, int i) {
        AuditEntry entry = AuditEntry.of(act, "note", act);
        return audit.record(OFFICER, entry.forPurpose(Integer.toString(i)))
                .chain(() -> audit.record(OFFICER, entry.forPurpose(i + " again")))
                .invoke(
                        () -> {
                            if (fails(i)) {
                                throw new IllegalStateException("rolled back on purpose");
                            }
                        });
    }

    private static boolean fails(int i) {
        return i % 4 == 3;
    }

    private <T> T done(Supplier<Uni<T>> work) {
        return unit.inTransaction(work).await().atMost(Duration.ofSeconds(60));
    }
}
