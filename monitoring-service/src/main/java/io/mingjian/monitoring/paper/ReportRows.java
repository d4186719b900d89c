package io.mingjian.monitoring.paper;

import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Store that only reads: the leads of an instruction for its report, page by page in the order in
 * which they came. Asked by the machine alone, for an order of the bureau whose instruction it is.
 */
@ApplicationScoped
class ReportRows {
    private static final UUID FIRST = new UUID(0, 0);

    private static final String PAGE =
            """
            select l.id, l.lead_no, l.finding_no, l.agency, l.state, l.finding ->> 'platform' as platform,
              l.finding ->> 'shopName' as shop_name, l.finding ->> 'pageUrl' as page_url,
              l.finding ->> 'subjectName' as subject_name, l.finding ->> 'uscc' as uscc,
              l.finding ->> 'violationType' as violation, l.finding ->> 'riskLevel' as risk_level,
              coalesce(cast(l.finding ->> 'aiRelated' as boolean), false) as ai_related,
              case when jsonb_typeof(l.finding -> 'evidence') = 'array'
                then jsonb_array_length(l.finding -> 'evidence') else 0 end as evidence,
              l.overdue, l.outside_scope, d.lead_no as duplicate_of,
              case when l.taken_over then :city else l.district_code end as district, l.disposal_code,
              done.document_no, done.measures, done.decided_by, l.submitted_at, a.assigned_at, a.received_at, done.decided_at,
              (select max(e.at) from lead_entry e where e.lead_id = l.id and e.to_state = 'CLOSED') as closed_at,
              (select count(*) from lead_entry e where e.lead_id = l.id and e.step = 'RETURN_FOR_SUPPLEMENT')
                as supplements
            from lead l
            left join lead d on d.id = l.duplicate_of
            left join lateral (select x.assigned_at, x.received_at from assignment x where x.lead_id = l.id
              order by x.assigned_at desc, x.id desc limit 1) a on true
            left join lateral (select y.document_no, y.decided_at, y.district_organisation as decided_by,
                coalesce((select string_agg(m.measure ->> 'code', ',' order by m.place)
                          from jsonb_array_elements(y.measures -> 'list') with ordinality as m (measure, place)),
                         y.code) as measures
              from disposal y where y.lead_id = l.id order by y.round desc limit 1) done on true
            where l.instruction_id = :instruction and l.id > :after
            order by l.id limit :limit
            """;

    /** Some rows, and after which lead the next ones follow; none where these are the last. */
    record Some(List<LeadLine> lines, @Nullable UUID last) {}

    Uni<Long> count(UUID instructionId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select count(*) from lead where instruction_id ="
                                                        + " :instruction",
                                                Long.class)
                                        .setParameter("instruction", instructionId)
                                        .getSingleResult());
    }

    Uni<Some> page(UUID instructionId, @Nullable UUID after, int limit) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(PAGE, Tuple.class)
                                        .setParameter("instruction", instructionId)
                                        .setParameter("city", Tally.CITY)
                                        .setParameter("after", after == null ? FIRST : after)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> some(rows, limit));
    }

    private static Some some(List<Tuple> rows, int limit) {
        UUID last = rows.size() < limit ? null : rows.get(limit - 1).get("id", UUID.class);
        return new Some(rows.stream().map(ReportRows::line).toList(), last);
    }

    private static LeadLine line(Tuple row) {
        return new LeadLine(
                text(row, "lead_no"),
                text(row, "finding_no"),
                text(row, "agency"),
                text(row, "state"),
                row.get("platform", String.class),
                row.get("shop_name", String.class),
                row.get("page_url", String.class),
                row.get("subject_name", String.class),
                row.get("uscc", String.class),
                row.get("violation", String.class),
                row.get("risk_level", String.class),
                row.get("ai_related", Boolean.class),
                row.get("evidence", Integer.class),
                row.get("overdue", Boolean.class),
                row.get("outside_scope", Boolean.class),
                row.get("supplements", Long.class),
                row.get("duplicate_of", String.class),
                row.get("district", String.class),
                row.get("disposal_code", String.class),
                measures(row.get("measures", String.class)),
                row.get("decided_by", String.class),
                row.get("document_no", String.class),
                Rows.instant(row, "submitted_at"),
                at(row, "assigned_at"),
                at(row, "received_at"),
                at(row, "decided_at"),
                at(row, "closed_at"));
    }

    private static List<String> measures(@Nullable String codes) {
        return codes == null ? List.of() : List.of(codes.split(","));
    }

    private static String text(Tuple row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static @Nullable Instant at(Tuple row, String column) {
        return Rows.optionalInstant(row, column);
    }
}
