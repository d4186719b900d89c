package io.mingjian.detection.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Who is next, with threads that work when the test says so. */
class TurnsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final Hands clock = new Hands();

    /** A clock that is moved by hand. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-06-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Turns turns(int atOnce, int mostWaiting) {
        return new Turns(threads::add, new Turns.Rules(atOnce, mostWaiting, PATIENCE), clock);
    }

    private Turns.Job job(String name) {
        return new Turns.Job() {
            @Override
            public void run() {
                told.add(name);
            }

            @Override
            public void refuse() {
                told.add("not " + name);
            }
        };
    }

    private void work() {
        for (Runnable next = threads.poll(); next != null; next = threads.poll()) {
            next.run();
        }
    }

    @Test
    void whoBringsManyWaitsBehindItselfAndNotBeforeOthers() {
        Turns turns = turns(1, 10);
        for (int i = 1; i <= 4; i++) {
            turns.take("many", job("many " + i));
        }
        turns.take("few", job("few 1"));
        turns.take("few", job("few 2"));
        assertThat(threads).as("one of each").hasSize(2);
        work();
        assertThat(told).containsExactly("many 1", "few 1", "many 2", "few 2", "many 3", "many 4");
    }

    @Test
    void soManyOfOneAreAtWorkAndNoMore() {
        Turns turns = turns(2, 10);
        for (int i = 1; i <= 5; i++) {
            turns.take("many", job("many " + i));
        }
        assertThat(threads).hasSize(2);
        threads.remove().run();
        assertThat(threads).hasSize(2);
        work();
        assertThat(told).hasSize(5);
    }

    @Test
    void aFullLineRefusesAtOnceAndOnlyItsOwn() {
        Turns turns = turns(1, 1);
        turns.take("many", job("a"));
        turns.take("many", job("b"));
        turns.take("many", job("c"));
        turns.take("few", job("d"));
        assertThat(told).containsExactly("not c");
        work();
        assertThat(told).containsExactly("not c", "a", "d", "b");
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsNotDone() {
        Turns turns = turns(1, 10);
        turns.take("many", job("a"));
        clock.now = clock.now.plus(PATIENCE).plusMillis(1);
        turns.take("many", job("b"));
        work();
        assertThat(told).containsExactly("not a", "b");
    }

    @Test
    void aJobThatFailsGivesItsTurnOn() {
        Turns turns = turns(1, 10);
        turns.take(
                "one",
                new Turns.Job() {
                    @Override
                    public void run() {
                        throw new IllegalStateException("a fault of ours");
                    }

                    @Override
                    public void refuse() {}
                });
        turns.take("one", job("next"));
        try {
            threads.remove().run();
        } catch (IllegalStateException e) {
            told.add("failed");
        }
        work();
        assertThat(told).containsExactly("failed", "next");
    }
}
