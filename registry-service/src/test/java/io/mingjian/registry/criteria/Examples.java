package io.mingjian.registry.criteria;

import io.mingjian.registry.criteria.Criterion.Status;
import io.mingjian.registry.ledger.CountedFiling;
import io.mingjian.registry.ledger.History;
import io.mingjian.registry.ledger.Mark;
import io.mingjian.registry.ledger.MarkKind;
import io.mingjian.registry.ledger.SetAside;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Criteria and histories as tests need them. */
final class Examples {
    static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    static final UUID PERSON = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private Examples() {}

    /** A criterion of 30 days with these lines. */
    static Criterion criterion(Metric metric, @Nullable String watch, @Nullable String review) {
        return new Criterion(
                metric.name(),
                1,
                metric,
                30,
                watch == null ? null : new BigDecimal(watch),
                review == null ? null : new BigDecimal(review),
                false,
                1,
                metric.restsOnPeople(),
                "第十七条第二项",
                Status.ASSUMPTION,
                TUESDAY,
                null,
                false,
                "a",
                NOW,
                null,
                null);
    }

    static Criterion strictly(Criterion of) {
        return with(of, true, of.minimumSample());
    }

    static Criterion overAtLeast(int sample, Criterion of) {
        return with(of, of.strictly(), sample);
    }

    private static Criterion with(Criterion of, boolean strictly, int sample) {
        return new Criterion(
                of.code(),
                of.version(),
                of.metric(),
                of.windowDays(),
                of.watch(),
                of.review(),
                strictly,
                sample,
                of.alone(),
                of.basis(),
                of.status(),
                of.validFrom(),
                of.validUntil(),
                of.gapIntended(),
                of.proposedBy(),
                of.proposedAt(),
                of.activatedBy(),
                of.activatedAt());
    }

    /** A conduct that is defined. */
    static Criterion defined(MarkKind conduct) {
        Criterion any = criterion(Metric.CONDUCT_DEFINITION, null, null);
        return new Criterion(
                conduct.name(),
                1,
                any.metric(),
                any.windowDays(),
                null,
                null,
                false,
                1,
                false,
                any.basis(),
                Status.LAW,
                TUESDAY,
                null,
                false,
                "a",
                NOW,
                null,
                null);
    }

    /** Builds the history of one person. */
    static final class Past {
        private final List<CountedFiling> filings = new ArrayList<>();
        private final List<Mark> marks = new ArrayList<>();

        static Past empty() {
            return new Past();
        }

        /** Files on a day against an operator. */
        Past files(LocalDate on, long operator) {
            return files(on, operator, null, null, null, null);
        }

        Past files(LocalDate on) {
            return files(on, filings.size() + 1_000L);
        }

        Past files(
                LocalDate on,
                long operator,
                @Nullable String goods,
                @Nullable Long family,
                @Nullable String ratio,
                @Nullable SetAside aside) {
            int no = filings.size() + 1;
            filings.add(
                    new CountedFiling(
                            submission(no),
                            new UUID(2, no),
                            on,
                            operator,
                            goods,
                            family,
                            ratio == null ? null : new BigDecimal(ratio),
                            aside));
            return this;
        }

        /** A fact about the filing with this number, from 1. */
        Past marked(MarkKind kind, LocalDate on, int filing) {
            return marked(kind, on, submission(filing));
        }

        /** A fact that belongs to no filing. */
        Past marked(MarkKind kind, LocalDate on) {
            return marked(kind, on, null);
        }

        private Past marked(MarkKind kind, LocalDate on, @Nullable UUID submission) {
            marks.add(new Mark(new UUID(3, marks.size() + 1), kind, on, submission, null, "x"));
            return this;
        }

        static UUID submission(int no) {
            return new UUID(1, no);
        }

        History history() {
            return History.of(PERSON, filings, marks);
        }
    }
}
