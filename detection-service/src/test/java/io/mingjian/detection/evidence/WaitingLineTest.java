package io.mingjian.detection.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.evidence.WaitingLine.Jobs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitingLineTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void whoeverIsFirstOfTheirOwnWaitsForOneJobOfEachOther() {
        WaitingLine line = new WaitingLine(Map.of("a", looks(5_000), "b", looks(3)), 2);
        assertThat(line.ahead("c", looks(0))).isEqualTo(looks(2));
        assertThat(line.ahead("c", looks(3))).isEqualTo(looks(3 + 4 + 3));
        assertThat(line.ahead("a", looks(5_000))).isEqualTo(looks(5_003));
        assertThat(line.total()).isEqualTo(5_003);
    }

    /** Goes round by hand, as the query does that hands out the jobs. */
    @Test
    void theCountIsThatOfTakingTurns() {
        Map<String, Long> open = Map.of("a", 4L, "b", 9L, "c", 1L);
        WaitingLine line = new WaitingLine(Map.of("a", looks(4), "b", looks(9), "c", looks(1)), 0);
        List<String> served = new ArrayList<>();
        Map<String, Long> left = new HashMap<>(open);
        while (left.values().stream().anyMatch(n -> n > 0)) {
            for (String organisation : List.of("c", "b", "a")) {
                if (left.merge(organisation, -1L, Long::sum) >= 0) {
                    served.add(organisation);
                }
            }
        }
        for (int own = 0; own < 4; own++) {
            assertThat(line.ahead("a", looks(own))).isEqualTo(looks(placeOf(served, own)));
        }
    }

    /** The last of each round, because who came first in a round is not counted on. */
    private static int placeOf(List<String> served, int own) {
        int seen = 0;
        for (int place = 0; place < served.size(); place++) {
            if (served.get(place).equals("a") && seen++ == own) {
                return place;
            }
        }
        throw new AssertionError("not served");
    }

    @Test
    void whatIsDrawnUpAgainComesFirstInTheLineOfAnother() {
        WaitingLine line = new WaitingLine(Map.of("b", new Jobs(9, 2)), 0);
        assertThat(line.ahead("a", looks(0))).isEqualTo(new Jobs(0, 1));
        assertThat(line.ahead("a", looks(4))).isEqualTo(new Jobs(4 + 3, 2));
        assertThat(line.ahead("a", new Jobs(1, 3))).isEqualTo(new Jobs(1 + 3, 3 + 2));
    }

    @Test
    void theTimeIsThatOfWholeRoundsOfTheReplicas() {
        assertThat(until(looks(0), 2)).isEqualTo(SECOND);
        assertThat(until(looks(1), 2)).isEqualTo(SECOND);
        assertThat(until(looks(2), 2)).isEqualTo(SECOND.multipliedBy(2));
        assertThat(until(looks(9), 0)).isEqualTo(SECOND.multipliedBy(10));
        assertThat(until(new Jobs(2, 30), 2)).isEqualTo(Duration.ofMillis(2_150));
    }

    private static Duration until(Jobs ahead, long replicas) {
        return WaitingLine.until(ahead, replicas, SECOND, Duration.ofMillis(10));
    }

    private static Jobs looks(long looks) {
        return new Jobs(looks, 0);
    }
}
