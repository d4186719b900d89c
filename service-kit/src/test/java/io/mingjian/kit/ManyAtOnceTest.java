package io.mingjian.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.contracts.Role;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.number.Numbers;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.testing.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ManyAtOnceTest {
    private static final Caller OFFICER =
            new Caller("s", "n", "samr-huangpu", null, null, null, Set.of(Role.INTAKE));

    @Inject UnitOfWork unit;

    @Inject Numbers numbers;

    @Inject Audit audit;

    @Test
    void numbersTakenTogetherLeaveNoGap() {
        String agency = "samr-" + UUID.randomUUID();
        assertThat(take(agency, 5)).isEqualTo(1);
        assertThat(take(agency, 1)).isEqualTo(6);
        assertThat(take(agency, 200)).isEqualTo(7);
        assertThat(done(() -> numbers.next(agency, "x", 2026))).isEqualTo(207);
    }

    @Test
    void takingNoneIsAMistake() {
        assertThatThrownBy(() -> take("samr-none", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void actsRecordedTogetherAreAChainInTheirOrder() {
        String act = "act." + UUID.randomUUID();
        List<AuditEntry> acts =
                IntStream.range(0, 50)
                        .mapToObj(
                                i ->
                                        AuditEntry.of(act, "note", act)
                                                .forPurpose("第" + i + "次“引号”\n换行")
                                                .changing(null, Map.of("i", i)))
                        .toList();
        done(() -> audit.record(OFFICER, acts));
        done(() -> audit.record(OFFICER, AuditEntry.of("one.more", "note", act)));
        List<Audit.Stored> kept = done(() -> audit.read(0, 1000, act));
        assertThat(kept).hasSize(51);
        assertThat(kept.subList(0, 50))
                .extracting(each -> each.link().purpose())
                .isEqualTo(acts.stream().map(AuditEntry::purpose).toList());
        assertThat(done(() -> audit.verify()).intact()).isTrue();
    }

    private long take(String agency, int count) {
        return done(() -> numbers.take(agency, "x", 2026, count));
    }

    private <T> T done(Supplier<Uni<T>> work) {
        return unit.inTransaction(work).await().atMost(Duration.ofSeconds(60));
    }
}
