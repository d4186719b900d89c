package io.mingjian.registry.recount;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.time.LegalClock;
import io.mingjian.kit.time.WorkingCalendar;
import io.mingjian.registry.queue.ClockWatch.Corrected;
import io.mingjian.registry.queue.ClockWatch.Watched;
import io.mingjian.registry.queue.CountedClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Counts clocks by one calendar on one day. Most clocks of a city started on the same few days with
 * the same limits, so each kind of clock is counted once.
 */
final class Counter {
    private static final Logger LOG = Logger.getLogger(Counter.class);
    private static final int REMEMBERED = 50_000;

    private final ObjectMapper json;
    private final WorkingCalendar calendar;
    private final LocalDate today;
    private final Map<String, CountedClock> counted = new HashMap<>();

    Counter(ObjectMapper json, WorkingCalendar calendar, LocalDate today) {
        this.json = json;
        this.calendar = calendar;
        this.today = today;
    }

    boolean isFor(WorkingCalendar other, LocalDate day) {
        return calendar == other && today.equals(day);
    }

    /** Counts the clocks of some filings, at least one. */
    Chunk count(List<Watched> clocks) {
        List<Corrected> corrected = new ArrayList<>();
        List<Move> moves = new ArrayList<>();
        long settled = 0;
        long failed = 0;
        for (Watched each : clocks) {
            try {
                CountedClock now = counted(each.clock());
                int level = now.percentOn(today);
                if (differs(each, now, level)) {
                    corrected.add(corrected(each, now, level));
                }
                if (!each.paused() && !each.dueOn().equals(now.dueOn())) {
                    moves.add(move(each, now));
                }
                settled += each.provisional() && !now.provisional() ? 1 : 0;
            } catch (JsonProcessingException | RuntimeException broken) {
                failed++;
                LOG.errorf(broken, "clock %s of %s not counted", each.limit(), each.filingId());
            }
        }
        return new Chunk(
                clocks.get(clocks.size() - 1).filingId(),
                clocks.stream().map(Watched::filingId).distinct().count(),
                corrected,
                moves,
                settled,
                failed);
    }

    private CountedClock counted(String clock) throws JsonProcessingException {
        CountedClock known = counted.get(clock);
        if (known != null) {
            return known;
        }
        if (counted.size() >= REMEMBERED) {
            counted.clear();
        }
        CountedClock fresh =
                CountedClock.of(json.readValue(clock, LegalClock.class), calendar, today);
        counted.put(clock, fresh);
        return fresh;
    }

    private static boolean differs(Watched before, CountedClock now, int level) {
        return !before.halfOn().equals(now.halfOn())
                || !before.nearlyOn().equals(now.nearlyOn())
                || !before.dueOn().equals(now.dueOn())
                || before.provisional() != now.provisional()
                || before.level() > level;
    }

    private static Corrected corrected(Watched before, CountedClock now, int level) {
        return new Corrected(
                before.filingId(),
                before.limit(),
                now.halfOn(),
                now.nearlyOn(),
                now.dueOn(),
                now.provisional(),
                level);
    }

    private static Move move(Watched before, CountedClock now) {
        return new Move(
                before.filingId(),
                before.limit(),
                before.kind(),
                before.registrationNo(),
                before.holder(),
                before.dueOn(),
                now.dueOn(),
                before.provisional(),
                now.provisional());
    }
}
