package io.mingjian.monitoring.quality;

import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.quality.QualityViews.CountedLead;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Counts leads by formulas, and lists those that were counted, by the same conditions. */
@ApplicationScoped
class QualityFigures {
    private static final String FROM =
            " from lead l left join lateral (select array_agg(e.step) as steps from lead_entry e"
                    + " where e.lead_id = l.id) history on true where ";

    /** How many leads are in the two sets of a formula. */
    record Count(long numerator, long denominator) {
        static final Count NONE = new Count(0, 0);

        Count plus(Count other) {
            return new Count(numerator + other.numerator, denominator + other.denominator);
        }
    }

    /** The part of a figure that is looked into. */
    enum Part {
        NUMERATOR,
        DENOMINATOR;

        private String of(Formula formula) {
            return this == NUMERATOR
                    ? QualityFigures.numerator(formula)
                    : formula.denominator().sql();
        }
    }

    /** Per agency the counts of each formula, in the formulas' order. */
    Uni<Map<String, List<Count>>> count(QualityFilter filter, List<Formula> formulas) {
        StringBuilder sql = new StringBuilder("select l.agency as agency");
        for (int at = 0; at < formulas.size(); at++) {
            Formula formula = formulas.get(at);
            sql.append(filtered(numerator(formula), "n" + at))
                    .append(filtered(formula.denominator().sql(), "d" + at));
        }
        sql.append(FROM).append(filter.where()).append(" group by l.agency order by l.agency");
        return read(sql.toString(), filter.values())
                .map(
                        rows -> {
                            Map<String, List<Count>> counts = new LinkedHashMap<>();
                            rows.forEach(
                                    row ->
                                            counts.put(
                                                    row.get("agency", String.class),
                                                    counts(row, formulas.size())));
                            return counts;
                        });
    }

    /** The leads of one part of a figure, oldest first. */
    Uni<List<CountedLead>> leads(
            QualityFilter filter, Formula formula, Part part, @Nullable UUID after, int limit) {
        Map<String, Object> values = filter.values();
        String goesOn = "";
        if (after != null) {
            values.put("after", after);
            goesOn = " and l.id > :after";
        }
        values.put("most", limit);
        String sql =
                "select l.id, l.lead_no, l.agency, l.finding_no, l.instruction_id, l.instruction_no, l.submitted_at"
                        + FROM
                        + filter.where()
                        + " and "
                        + part.of(formula)
                        + goesOn
                        + " order by l.id limit :most";
        return read(sql, values).map(rows -> rows.stream().map(QualityFigures::lead).toList());
    }

    /** The numerator is a part of the denominator, so that a share is never more than the whole. */
    private static String numerator(Formula formula) {
        return formula.denominator().sql() + " and " + formula.numerator().sql();
    }

    private static String filtered(String condition, String name) {
        return ", count(*) filter (where " + condition + ") as " + name;
    }

    private static List<Count> counts(Tuple row, int formulas) {
        List<Count> counts = new ArrayList<>();
        for (int at = 0; at < formulas; at++) {
            counts.add(new Count(row.get("n" + at, Long.class), row.get("d" + at, Long.class)));
        }
        return counts;
    }

    private static CountedLead lead(Tuple row) {
        return new CountedLead(
                row.get("id", UUID.class),
                row.get("lead_no", String.class),
                row.get("agency", String.class),
                row.get("finding_no", String.class),
                row.get("instruction_id", UUID.class),
                row.get("instruction_no", String.class),
                LegalTime.outside(Rows.instant(row, "submitted_at")));
    }

    private static Uni<List<Tuple>> read(String sql, Map<String, Object> values) {
        return Sessions.current()
                .chain(
                        session -> {
                            Mutiny.SelectionQuery<Tuple> query =
                                    session.createNativeQuery(sql, Tuple.class);
                            values.forEach(query::setParameter);
                            return query.getResultList();
                        });
    }
}
