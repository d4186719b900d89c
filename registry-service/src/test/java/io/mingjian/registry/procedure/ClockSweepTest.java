package io.mingjian.registry.procedure;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.registry.Filing.aComplaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.kit.time.LegalClock;
import io.mingjian.kit.time.LegalLimit;
import io.mingjian.kit.time.LimitStatus;
import io.mingjian.kit.time.PeriodUnit;
import io.mingjian.kit.time.WorkingCalendar;
import io.mingjian.registry.ServiceTest;
import io.mingjian.registry.queue.CountedClock;
import io.mingjian.registry.queue.QueueEntry;
import io.mingjian.registry.queue.Worklist;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClockSweepTest extends ServiceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Caller MACHINE = Caller.machine("registry");
    private static final WorkingCalendar CALENDAR = WorkingCalendar.published();

    /** Nobody else's tests file in Baoshan. */
    private static final TestCaller BAOSHAN =
            TestCaller.district("baoshan", "310113", HANDLER).named("baoshan.handler");

    @Inject ClockSweep sweep;
    @Inject Worklist worklist;
    @Inject UnitOfWork units;

    @Test
    void eachShareIsAnnouncedOnItsDayAndOnce() {
        UUID filing = UUID.randomUUID();
        // Ten natural days from 2 December: half on the 7th, 80 % on the 10th, over after Monday
        // the 14th.
        put(filing, "samr-baoshan", clock(LocalDate.of(2026, 12, 2), 10, PeriodUnit.NATURAL_DAY));
        day(2026, 12, 6);
        assertThat(announcedOf(filing)).isEmpty();
        day(2026, 12, 7);
        day(2026, 12, 7);
        day(2026, 12, 9);
        awaitAnnounced(filing, "filing.clock-warned.v1 50");
        assertThat(level(filing)).isEqualTo(50);
        day(2026, 12, 10);
        day(2026, 12, 14);
        awaitAnnounced(filing, "filing.clock-warned.v1 50", "filing.clock-warned.v1 80");
        day(2026, 12, 15);
        day(2026, 12, 31);
        awaitAnnounced(
                filing,
                "filing.clock-warned.v1 50",
                "filing.clock-warned.v1 80",
                "filing.clock-breached.v1 100");
        assertThat(level(filing)).isEqualTo(100);
    }

    @Test
    void afterAnOutageAllThatWasMissedIsAnnouncedInOrder() {
        UUID filing = UUID.randomUUID();
        put(filing, "samr-baoshan", clock(LocalDate.of(2026, 12, 2), 10, PeriodUnit.NATURAL_DAY));
        day(2027, 1, 20);
        awaitAnnounced(
                filing,
                "filing.clock-warned.v1 50",
                "filing.clock-warned.v1 80",
                "filing.clock-breached.v1 100");
    }

    @Test
    void aClockThatIsStartedAnewIsAnnouncedAnewAndOneThatIsOnlyWrittenAgainIsNot() {
        UUID filing = UUID.randomUUID();
        LegalClock first = clock(LocalDate.of(2026, 12, 2), 10, PeriodUnit.NATURAL_DAY);
        put(filing, "samr-baoshan", first);
        day(2026, 12, 7);
        put(filing, "samr-baoshan", first);
        day(2026, 12, 8);
        awaitAnnounced(filing, "filing.clock-warned.v1 50");
        put(filing, "samr-baoshan", first.restartedOn(LocalDate.of(2026, 12, 8)));
        day(2026, 12, 12);
        assertThat(announcedOf(filing)).hasSize(1);
        day(2026, 12, 13);
        awaitAnnounced(filing, "filing.clock-warned.v1 50", "filing.clock-warned.v1 50");
    }

    @Test
    void aClockThatStandsStillIsNotAnnouncedAndRemembersWhatWas() {
        UUID filing = UUID.randomUUID();
        LegalClock running = clock(LocalDate.of(2026, 12, 2), 10, PeriodUnit.NATURAL_DAY);
        put(filing, "samr-baoshan", running);
        day(2026, 12, 7);
        LegalClock still = running.pausedOn(LocalDate.of(2026, 12, 8));
        put(filing, "samr-baoshan", still);
        assertThat(level(filing)).isZero();
        day(2027, 2, 1);
        awaitAnnounced(filing, "filing.clock-warned.v1 50");
        put(filing, "samr-baoshan", still.resumedOn(LocalDate.of(2027, 2, 1)));
        day(2027, 2, 2);
        assertThat(announcedOf(filing)).hasSize(1);
        day(2027, 2, 3);
        awaitAnnounced(filing, "filing.clock-warned.v1 50", "filing.clock-warned.v1 80");
    }

    @Test
    void ofSeveralSweepersOneAnnouncesEachClock() {
        List<UUID> filings = new ArrayList<>();
        List<QueueEntry> entries = new ArrayList<>();
        LegalClock clock = clock(LocalDate.of(2026, 12, 2), 10, PeriodUnit.NATURAL_DAY);
        for (int i = 0; i < 450; i++) {
            UUID filing = UUID.randomUUID();
            filings.add(filing);
            entries.add(entry(filing, "samr-baoshan", List.of(clock)));
        }
        units.inTransaction(() -> worklist.putAll(MACHINE, entries)).await().atMost(WAIT);
        LocalDate day = LocalDate.of(2026, 12, 7);
        Uni.join()
                .all(sweep.sweep(day), sweep.sweep(day), sweep.sweep(day))
                .andFailFast()
                .await()
                .atMost(WAIT);
        // What one passed over because another held it is found by the next round.
        sweep.sweep(day).await().atMost(WAIT);
        await().untilAsserted(
                        () ->
                                assertThat(filings)
                                        .allSatisfy(
                                                filing ->
                                                        assertThat(announcedOf(filing))
                                                                .hasSize(1)));
    }

    @Test
    void aFilingThatComesInLateIsWarnedOfAtOnceAndTheQueueShowsIt() {
        String overdue = filed(aComplaint().in("310113").receivedAt("2026-11-10T10:00:00+08:00"));
        String halfUsed = filed(aComplaint().in("310113").receivedAt("2026-11-18T10:00:00+08:00"));
        String calm = filed(aComplaint().in("310113"));
        awaitAnnounced(
                UUID.fromString(overdue),
                "filing.clock-warned.v1 50",
                "filing.clock-warned.v1 80",
                "filing.clock-breached.v1 100");
        awaitAnnounced(UUID.fromString(halfUsed), "filing.clock-warned.v1 50");
        as(BAOSHAN)
                .get("/v1/queue?breached=true&limit=200")
                .then()
                .statusCode(200)
                .body("items.filingId", hasItem(overdue))
                .body("items.filingId", not(hasItem(halfUsed)))
                .body("items.urgency", everyItem(equalTo("OVERDUE")));
        as(BAOSHAN)
                .get("/v1/queue?warned=true&limit=200")
                .then()
                .body("items.filingId", hasItem(halfUsed))
                .body("items.filingId", not(hasItem(overdue)))
                .body("items.filingId", not(hasItem(calm)));
        as(BAOSHAN)
                .get("/v1/queue?warned=true&breached=true&limit=200")
                .then()
                .body("items.filingId", hasItem(halfUsed))
                .body("items.filingId", hasItem(overdue))
                .body("items.filingId", not(hasItem(calm)));
    }

    private static final Duration WAIT = Duration.ofMinutes(2);

    private void day(int year, int month, int day) {
        sweep.sweep(LocalDate.of(year, month, day)).await().atMost(WAIT);
    }

    private void put(UUID filing, String holder, LegalClock... clocks) {
        units.inTransaction(() -> worklist.put(MACHINE, entry(filing, holder, List.of(clocks))))
                .await()
                .atMost(WAIT);
    }

    private static QueueEntry entry(UUID filing, String holder, List<LegalClock> clocks) {
        return new QueueEntry(
                filing,
                UUID.randomUUID(),
                false,
                FilingKind.COMPLAINT,
                "ROUTED",
                true,
                holder,
                "samr-shanghai",
                "samr-shanghai",
                "310113",
                "T" + filing,
                null,
                null,
                "某店",
                TODAY,
                clocks.stream().map(each -> CountedClock.of(each, CALENDAR, TODAY)).toList(),
                List.of());
    }

    private static LegalClock clock(LocalDate start, int amount, PeriodUnit unit) {
        return LegalClock.started(
                new LegalLimit(
                        "MEDIATION",
                        amount,
                        unit,
                        "Order 121 Art 22",
                        LimitStatus.ORDER,
                        LocalDate.of(2026, 4, 15)),
                start);
    }

    private long level(UUID filing) {
        return count("select level from queue_item where filing_id = '" + filing + "'");
    }

    private void awaitAnnounced(UUID filing, String... expected) {
        await().untilAsserted(() -> assertThat(announcedOf(filing)).containsExactly(expected));
    }

    private List<String> announcedOf(UUID filing) {
        return announced(filing.toString()).stream()
                .map(ClockSweepTest::read)
                .filter(event -> event.path("type").asText().startsWith("filing.clock-"))
                .map(
                        event ->
                                event.path("type").asText()
                                        + " "
                                        + event.path("data").path("percent").asInt())
                .toList();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
