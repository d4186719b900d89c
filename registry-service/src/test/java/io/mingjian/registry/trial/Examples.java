package io.mingjian.registry.trial;

import io.mingjian.registry.criteria.Criterion;
import io.mingjian.registry.criteria.Criterion.Status;
import io.mingjian.registry.criteria.Metric;
import io.mingjian.registry.ledger.CountedFiling;
import io.mingjian.registry.ledger.History;
import io.mingjian.registry.ledger.Mark;
import io.mingjian.registry.ledger.MarkKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Versions and histories for tests of trials. */
final class Examples {
    static final LocalDate MAY = LocalDate.of(2026, 5, 10);

    private Examples() {}

    static Criterion version(
            String code, int version, Metric metric, int days, int watch, int review) {
        return new Criterion(
                code,
                version,
                metric,
                days,
                BigDecimal.valueOf(watch),
                BigDecimal.valueOf(review),
                false,
                1,
                metric.restsOnPeople(),
                "联席会议纪要",
                Status.ASSUMPTION,
                LocalDate.of(2026, 4, 15),
                null,
                false,
                "one",
                Instant.EPOCH,
                "another",
                Instant.EPOCH);
    }

    /** A person who files about one operator on each of these days, and of whom marks are known. */
    static History history(UUID person, List<LocalDate> filed, Mark... marks) {
        List<CountedFiling> filings = new ArrayList<>();
        for (int i = 0; i < filed.size(); i++) {
            UUID id = submission(i);
            filings.add(new CountedFiling(id, id, filed.get(i), 7L, "食品", null, null, null));
        }
        return History.of(person, filings, List.of(marks));
    }

    static UUID submission(int number) {
        return new UUID(9, number);
    }

    static Mark mark(MarkKind kind, LocalDate on, int submission) {
        return new Mark(
                UUID.nameUUIDFromBytes((kind.name() + submission).getBytes()),
                kind,
                on,
                submission(submission),
                submission(submission),
                "结案文书");
    }
}
