package io.mingjian.monitoring.clock;

import io.mingjian.kit.time.LegalClock;
import io.mingjian.kit.time.LegalLimit;
import io.mingjian.kit.time.Pause;
import java.time.LocalDate;
import java.util.List;

/**
 * Running clocks as they lie in a JSON column; an object, because the reactive driver maps no bare
 * arrays.
 */
public record KeptClocks(List<KeptClock> running) {

    /** One clock with the limit row that it was started with. */
    public record KeptClock(LegalLimit limit, LocalDate startedOn, List<Pause> pauses) {}

    static KeptClocks of(List<LegalClock> clocks) {
        return new KeptClocks(
                clocks.stream()
                        .map(
                                clock ->
                                        new KeptClock(
                                                clock.limit(), clock.startedOn(), clock.pauses()))
                        .toList());
    }

    List<LegalClock> clocks() {
        return running.stream()
                .map(kept -> new LegalClock(kept.limit(), kept.startedOn(), kept.pauses()))
                .toList();
    }
}
