package io.mingjian.monitoring.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.mingjian.monitoring.finding.Finding;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Store that only reads: assignments and disposals with their leads, as far as the caller may. */
@ApplicationScoped
class PaperSources {
    private static final String ASSIGNMENT =
            """
            select a.id, l.lead_no, l.instruction_no, l.bureau, cast(l.finding as text) as finding,
              a.district_organisation, a.assigned_at, a.reasons
            from assignment a join lead l on l.id = a.lead_id
            where a.lead_id = :lead and %s
            order by a.assigned_at desc, a.id desc limit 1
            """;

    private static final String DISPOSAL =
            """
            select d.id, l.lead_no, l.instruction_no, l.bureau, cast(l.finding as text) as finding, d.round,
              coalesce(d.feedback_organisation, d.district_organisation) as told_by, d.district_organisation as decided_by,
              d.code, d.reasons, d.document_no, d.decided_at, d.feedback, d.fed_back_at,
              cast(d.measures as text) as measures, cast(d.feedback_form as text) as form
            from disposal d join lead l on l.id = d.lead_id
            where d.lead_id = :lead and %s and d.feedback is not null %s
            order by d.round desc limit 1
            """;

    private final ObjectMapper json;

    PaperSources(ObjectMapper json) {
        this.json = json;
    }

    /** A lead as papers name it. */
    record LeadFacts(String leadNo, String instructionNo, String bureau, Finding finding) {}

    /** A lead as it was given to a district. */
    record Assigned(
            UUID id,
            LeadFacts lead,
            String district,
            Instant assignedAt,
            @Nullable String reasons) {}

    /**
     * What was done with a lead and told the city.
     *
     * @param toldBy the bureau whose feedback it is
     * @param decidedBy the bureau whose decision it is: the district's also where the city took
     *     over after it and told
     * @param measures the principal one first
     */
    record FedBack(
            UUID id,
            LeadFacts lead,
            int round,
            String toldBy,
            String decidedBy,
            String code,
            String reasons,
            @Nullable String documentNo,
            Instant decidedAt,
            String feedback,
            Instant fedBackAt,
            JsonNode measures,
            JsonNode form) {}

    /** The last assignment of a lead, for a district its own last one. */
    Uni<Optional<Assigned>> assigned(Caller caller, UUID leadId) {
        String sql = ASSIGNMENT.formatted(narrowing(caller, "a.district_organisation"));
        return rows(caller, sql, leadId, null).map(found -> found.map(this::assigned));
    }

    /** A round of work that was fed back, the last one unless another is named. */
    Uni<Optional<FedBack>> fedBack(Caller caller, UUID leadId, @Nullable Integer round) {
        String sql =
                DISPOSAL.formatted(
                        narrowing(
                                caller,
                                "coalesce(d.feedback_organisation, d.district_organisation)"),
                        round == null ? "" : "and d.round = :round");
        return rows(caller, sql, leadId, round).map(found -> found.map(this::fedBack));
    }

    private static Uni<Optional<Tuple>> rows(
            Caller caller, String sql, UUID leadId, @Nullable Integer round) {
        return Sessions.current()
                .chain(
                        session -> {
                            Mutiny.SelectionQuery<Tuple> query =
                                    session.createNativeQuery(sql, Tuple.class)
                                            .setParameter("lead", leadId)
                                            .setParameter("org", caller.organisation());
                            if (round != null) {
                                query.setParameter("round", round);
                            }
                            return query.getResultList();
                        })
                .map(rows -> rows.stream().findFirst());
    }

    /** The one place that says whose papers of leads a caller may have. */
    private static String narrowing(Caller caller, String whose) {
        if (caller.isCity()) {
            return "l.bureau = :org";
        }
        String own = whose + " = :org";
        return caller.isDistrict() ? own : own + " and 1 = 0";
    }

    private Assigned assigned(Tuple row) {
        return new Assigned(
                row.get("id", UUID.class),
                lead(row),
                row.get("district_organisation", String.class),
                Rows.instant(row, "assigned_at"),
                row.get("reasons", String.class));
    }

    private FedBack fedBack(Tuple row) {
        return new FedBack(
                row.get("id", UUID.class),
                lead(row),
                row.get("round", Integer.class),
                row.get("told_by", String.class),
                row.get("decided_by", String.class),
                row.get("code", String.class),
                row.get("reasons", String.class),
                row.get("document_no", String.class),
                Rows.instant(row, "decided_at"),
                row.get("feedback", String.class),
                Rows.instant(row, "fed_back_at"),
                tree(row.get("measures", String.class)).path("list"),
                tree(row.get("form", String.class)));
    }

    /** Empty for rounds that were written before there was such a column. */
    private JsonNode tree(@Nullable String column) {
        try {
            return column == null
                    ? json.createObjectNode()
                    : json.reader()
                            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                            .readTree(column);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private LeadFacts lead(Tuple row) {
        try {
            return new LeadFacts(
                    row.get("lead_no", String.class),
                    row.get("instruction_no", String.class),
                    row.get("bureau", String.class),
                    json.readValue(row.get("finding", String.class), Finding.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
