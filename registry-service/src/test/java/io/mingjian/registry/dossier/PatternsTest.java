package io.mingjian.registry.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjian.registry.dossier.Patterns.Issue;
import io.mingjian.registry.dossier.Patterns.Operator;
import io.mingjian.registry.dossier.Patterns.Window;
import io.mingjian.registry.ledger.CountedFiling;
import io.mingjian.registry.ledger.History;
import io.mingjian.registry.ledger.Mark;
import io.mingjian.registry.ledger.MarkKind;
import io.mingjian.registry.ledger.SetAside;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PatternsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final UUID PERSON = new UUID(0, 1);

    private final List<CountedFiling> filings = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    @Test
    void windowsIncludeTheirFirstAndLastDay() {
        filed(0, 1, null);
        filed(29, 2, null);
        filed(30, 3, null);
        filed(364, 4, null);
        filed(365, 5, null);
        assertThat(patterns().windows())
                .extracting(Window::days, Window::from, Window::submissions)
                .containsExactly(
                        tuple(30, TODAY.minusDays(29), 2L),
                        tuple(90, TODAY.minusDays(89), 3L),
                        tuple(365, TODAY.minusDays(364), 4L));
    }

    @Test
    void whatIsSetAsideStandsApartAndUpheldSpeaksForThePerson() {
        filed(1, 1, null);
        filings.add(filing(2, 1, null, SetAside.WHISTLE_BLOWER));
        marks.add(mark(MarkKind.UPHELD, 3));
        marks.add(mark(MarkKind.REFUSED_GROUND_3, 3));
        Window month = patterns().windows().get(0);
        assertThat(month.submissions()).isEqualTo(1);
        assertThat(month.setAside()).isEqualTo(1);
        assertThat(month.upheld()).isEqualTo(1);
        assertThat(patterns().outcomes())
                .extracting(Patterns.Outcome::kind, Patterns.Outcome::positive)
                .containsExactly(
                        tuple(MarkKind.REFUSED_GROUND_3, false), tuple(MarkKind.UPHELD, true));
    }

    @Test
    void sameOperatorNeedsTwoAndTheMostFrequentComesFirst() {
        filed(1, 7, null);
        filed(2, 8, null);
        filed(100, 8, null);
        filed(3, 9, null);
        filed(4, 9, null);
        filed(5, 9, null);
        filings.add(filing(6, 7, null, SetAside.SAFETY_HARM));
        assertThat(patterns().operators())
                .extracting(Operator::last90Days, Operator::lastYear)
                .containsExactly(tuple(3L, 3L), tuple(1L, 2L));
    }

    @Test
    void sameWordsAreCountedOverOperators() {
        filed(1, 7, 70L);
        filed(40, 8, 70L);
        filed(2, 9, 71L);
        filed(3, 9, null);
        filed(4, 9, null);
        assertThat(patterns().issues())
                .extracting(Issue::last30Days, Issue::lastYear, Issue::operators)
                .containsExactly(tuple(1L, 2L, 2L));
    }

    private Patterns patterns() {
        return new Patterns(History.of(PERSON, filings, marks), TODAY);
    }

    private void filed(int daysAgo, long operator, Long family) {
        filings.add(filing(daysAgo, operator, family, null));
    }

    private static CountedFiling filing(
            int daysAgo, long operator, Long family, SetAside setAside) {
        return new CountedFiling(
                UUID.randomUUID(),
                UUID.randomUUID(),
                TODAY.minusDays(daysAgo),
                operator,
                null,
                family,
                null,
                setAside);
    }

    private static Mark mark(MarkKind kind, int daysAgo) {
        return new Mark(UUID.randomUUID(), kind, TODAY.minusDays(daysAgo), null, null, "Order 121");
    }
}
