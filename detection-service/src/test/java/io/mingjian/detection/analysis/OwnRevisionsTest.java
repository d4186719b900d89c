package io.mingjian.detection.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.analysis.OwnRevisions.Counts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnRevisionsTest {
    @Test
    void whateverMayChangeTheAnswerChangesItsNumber() {
        Counts before = new Counts(1, 0, 0, 0, 0, 0);
        List<Counts> after =
                List.of(
                        new Counts(2, 0, 0, 0, 0, 0),
                        new Counts(1, 1, 0, 0, 0, 0),
                        new Counts(1, 0, 1, 0, 0, 0),
                        new Counts(1, 0, 0, 1, 0, 0),
                        new Counts(1, 0, 0, 0, 1, 0),
                        new Counts(1, 0, 0, 0, 0, 1));
        assertThat(before.number(7)).isOne();
        assertThat(after).allMatch(counts -> counts.number(7) > before.number(7));
    }

    @Test
    void otherRulesAreAnotherNumber() {
        Counts counts = new Counts(1, 2, 0, 1, 1, 0);
        Set<Integer> numbers = new HashSet<>();
        for (int rules = 7; rules < 11; rules++) {
            numbers.add(counts.number(rules));
        }
        assertThat(numbers).hasSize(4);
    }
}
