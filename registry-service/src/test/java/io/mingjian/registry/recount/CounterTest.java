package io.mingjian.registry.recount;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.time.WorkingCalendar;
import io.mingjian.registry.queue.ClockWatch.Watched;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CounterTest {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 20);

    private final Counter counter = new Counter(JSON, WorkingCalendar.published(), TODAY);

    @Test
    void aClockThatWasCountedRightIsLeftAlone() {
        Chunk chunk = counter.count(List.of(acceptance("2026-04-24", false, "[]")));
        assertThat(chunk.corrected()).isEmpty();
        assertThat(chunk.moves()).isEmpty();
        assertThat(chunk.filings()).isEqualTo(1);
    }

    @Test
    void aClockThatWasCountedOtherwiseIsCorrectedAndItsMoveIsTold() {
        Chunk chunk = counter.count(List.of(acceptance("2026-04-23", true, "[]")));
        assertThat(chunk.corrected())
                .singleElement()
                .satisfies(
                        now -> {
                            assertThat(now.dueOn()).isEqualTo("2026-04-24");
                            assertThat(now.halfOn()).isEqualTo("2026-04-21");
                            assertThat(now.nearlyOn()).isEqualTo("2026-04-23");
                            assertThat(now.provisional()).isFalse();
                            assertThat(now.level()).isZero();
                        });
        assertThat(chunk.moves())
                .singleElement()
                .satisfies(
                        move -> {
                            assertThat(move.oldDueOn()).isEqualTo("2026-04-23");
                            assertThat(move.newDueOn()).isEqualTo("2026-04-24");
                        });
        assertThat(chunk.settled()).isEqualTo(1);
    }

    @Test
    void aClockThatStandsStillIsCorrectedWithoutAMove() {
        Chunk chunk =
                counter.count(
                        List.of(acceptance("2026-04-24", false, "[{\"from\":\"2026-04-16\"}]")));
        assertThat(chunk.corrected())
                .singleElement()
                .satisfies(now -> assertThat(now.dueOn()).isEqualTo("2026-04-28"));
        assertThat(chunk.moves()).isEmpty();
    }

    @Test
    void aClockThatCannotBeReadDoesNotStopTheOthers() {
        Watched good = acceptance("2026-04-23", false, "[]");
        Watched broken = acceptance("2026-04-23", false, "[{\"from\":\"2026-04-01\"}]");
        Chunk chunk = counter.count(List.of(broken, good));
        assertThat(chunk.failed()).isEqualTo(1);
        assertThat(chunk.corrected()).hasSize(1);
        assertThat(chunk.last()).isEqualTo(good.filingId());
    }

    /** Seven working days from Wednesday 15 April 2026: due on Friday 24 April. */
    private static Watched acceptance(String countedBefore, boolean provisional, String pauses) {
        String clock =
                """
                {"limit": {"name": "ACCEPTANCE", "amount": 7, "unit": "WORKING_DAY", "basis": "Order 121 Art 15",
                  "status": "ORDER", "validFrom": "2026-04-15"}, "startedOn": "2026-04-15", "pauses": %s}
                """
                        .formatted(pauses);
        return new Watched(
                UUID.randomUUID(),
                FilingKind.COMPLAINT,
                "310101-T-2026-1",
                "samr-huangpu",
                "ACCEPTANCE",
                clock,
                LocalDate.of(2026, 4, 21),
                LocalDate.of(2026, 4, 23),
                LocalDate.parse(countedBefore),
                provisional,
                !pauses.equals("[]"),
                0);
    }
}
