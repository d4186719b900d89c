package io.mingjian.detection.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitingLineTest {
    @Test
    void whoeverIsFirstOfTheirOwnWaitsForOneJobOfEachOther() {
        WaitingLine line = new WaitingLine(Map.of("a", 5_000L, "b", 3L), 2);
        assertThat(line.ahead("c", 0)).isEqualTo(2);
        assertThat(line.ahead("c", 3)).isEqualTo(3 + 4 + 3);
        assertThat(line.ahead("a", 5_000)).isEqualTo(5_003);
        assertThat(line.total()).isEqualTo(5_003);
    }

    /** Goes round by hand, as the query does that hands out the jobs. */
    @Test
    void theCountIsThatOfTakingTurns() {
        Map<String, Long> open = Map.of("a", 4L, "b", 9L, "c", 1L);
        WaitingLine line = new WaitingLine(open, 0);
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
            assertThat(line.ahead("a", own)).isEqualTo(placeOf(served, own));
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
    void theTimeIsThatOfWholeRoundsOfTheReplicas() {
        Duration second = Duration.ofSeconds(1);
        assertThat(WaitingLine.until(0, 2, second)).isEqualTo(second);
        assertThat(WaitingLine.until(1, 2, second)).isEqualTo(second);
        assertThat(WaitingLine.until(2, 2, second)).isEqualTo(second.multipliedBy(2));
        assertThat(WaitingLine.until(9, 0, second)).isEqualTo(second.multipliedBy(10));
    }
}
