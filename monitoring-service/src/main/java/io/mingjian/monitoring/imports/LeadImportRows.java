package io.mingjian.monitoring.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.table.RowFault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows as they were read; the only SQL for them. */
@ApplicationScoped
class LeadImportRows {
    private static final String ADD =
            """
            insert into lead_import_row (import_id, row_no, state, finding_no, content, errors, lead_id)
            select :id, row_no, state, finding_no, content, errors, lead_id
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (
              row_no int, state text, finding_no text, content jsonb, errors jsonb, lead_id uuid)
            """;
    private static final String REMOVE = "delete from lead_import_row where import_id = :id";
    private static final String PAGE =
            """
            select row_no, state, finding_no, cast(content as text), cast(errors as text), cast(lead_id as text)
            from lead_import_row
            where import_id = :id and row_no > :after order by row_no limit :limit
            """;
    private static final String PAGE_OF_STATE =
            PAGE.replace("row_no > :after", "state = :state and row_no > :after");
    private static final String SETTLE =
            """
            update lead_import_row r set state = d.state, errors = d.errors, lead_id = d.lead_id,
              content = case when d.state = 'ENTERED' then null else r.content end
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as d (
              row_no int, state text, lead_id uuid, errors jsonb)
            where r.import_id = :id and r.row_no = d.row_no and r.state = 'GOOD'
            """;
    private static final String GOOD =
            """
            select row_no from lead_import_row r
              join jsonb_array_elements_text(cast(cast(:numbers as text) as jsonb)) as n (no)
                on r.row_no = cast(n.no as int)
            where r.import_id = :id and r.state = 'GOOD'
            """;
    private static final String COUNT =
            """
            select count(*), count(*) filter (where state = 'GOOD'), count(*) filter (where state = 'BAD'),
              count(*) filter (where state = 'ENTERED'), count(*) filter (where state = 'REPEATED')
            from lead_import_row where import_id = :id
            """;

    private static final TypeReference<List<RowFault>> FAULTS = new TypeReference<>() {};

    private final ObjectMapper json;

    LeadImportRows(ObjectMapper json) {
        this.json = json;
    }

    /** Where a row stands. */
    enum RowState {
        /** To be entered. */
        GOOD,
        BAD,
        /** A lead was made of it. */
        ENTERED,
        /** The same finding had come before; nothing was done. */
        REPEATED
    }

    /** What a row says: its cells, and the form that was made of them. */
    record Content(List<String> texts, JsonNode form) {}

    /** How far an import is. */
    record Figures(long rows, long good, long bad, long entered, long repeated) {
        static final Figures NONE = new Figures(0, 0, 0, 0, 0);
    }

    /**
     * A row.
     *
     * @param content absent once it is entered
     * @param leadId what it became, or what had come before
     */
    record StagedRow(
            @JsonProperty("row_no") int rowNo,
            RowState state,
            @JsonProperty("finding_no") @Nullable String findingNo,
            @Nullable Content content,
            List<RowFault> errors,
            @JsonProperty("lead_id") @Nullable UUID leadId) {

        static StagedRow good(int rowNo, @Nullable String findingNo, Content content) {
            return new StagedRow(rowNo, RowState.GOOD, findingNo, content, List.of(), null);
        }

        static StagedRow bad(
                int rowNo, @Nullable String findingNo, Content content, List<RowFault> errors) {
            return new StagedRow(rowNo, RowState.BAD, findingNo, content, errors, null);
        }

        StagedRow repeating(UUID lead) {
            return new StagedRow(rowNo, RowState.REPEATED, findingNo, content, List.of(), lead);
        }

        JsonNode form() {
            if (content == null) {
                throw new IllegalStateException("row " + rowNo + " is entered");
            }
            return content.form();
        }
    }

    /** What became of a row. */
    record Settled(
            @JsonProperty("row_no") int rowNo,
            RowState state,
            @JsonProperty("lead_id") @Nullable UUID leadId,
            List<RowFault> errors) {}

    Uni<Void> add(Caller machine, UUID importId, List<StagedRow> rows) {
        return change(ADD, importId, rows);
    }

    Uni<Void> remove(Caller machine, UUID importId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(REMOVE)
                                        .setParameter("id", importId)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Rows of one state, or of all, in their order. The caller may see the import. */
    Uni<List<StagedRow>> page(
            Caller caller, UUID importId, @Nullable RowState state, int after, int limit) {
        return Sessions.current()
                .chain(
                        session -> {
                            var query =
                                    session.createNativeQuery(
                                                    state == null ? PAGE : PAGE_OF_STATE,
                                                    Object[].class)
                                            .setParameter("id", importId)
                                            .setParameter("after", after)
                                            .setParameter("limit", limit);
                            return state == null
                                    ? query.getResultList()
                                    : query.setParameter("state", state.name()).getResultList();
                        })
                .map(rows -> rows.stream().map(this::row).toList());
    }

    /** Marks rows that were good until now. */
    Uni<Void> settle(Caller machine, UUID importId, List<Settled> rows) {
        return rows.isEmpty() ? Uni.createFrom().voidItem() : change(SETTLE, importId, rows);
    }

    /** Which of these rows still wait. */
    Uni<Set<Integer>> good(Caller machine, UUID importId, List<Integer> rowNos) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(GOOD, Integer.class)
                                        .setParameter("id", importId)
                                        .setParameter("numbers", text(rowNos))
                                        .getResultList())
                .map(Set::copyOf);
    }

    Uni<Figures> figures(Caller caller, UUID importId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(COUNT, Object[].class)
                                        .setParameter("id", importId)
                                        .getSingleResult())
                .map(
                        row ->
                                new Figures(
                                        (long) row[0],
                                        (long) row[1],
                                        (long) row[2],
                                        (long) row[3],
                                        (long) row[4]));
    }

    private Uni<Void> change(String sql, UUID importId, List<?> rows) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(sql)
                                        .setParameter("id", importId)
                                        .setParameter("rows", text(rows))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private StagedRow row(Object[] row) {
        try {
            return new StagedRow(
                    (int) row[0],
                    RowState.valueOf((String) row[1]),
                    (String) row[2],
                    row[3] == null ? null : json.readValue((String) row[3], Content.class),
                    json.readValue((String) row[4], FAULTS),
                    row[5] == null ? null : UUID.fromString((String) row[5]));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rows are kept as they were written", impossible);
        }
    }

    /** Zero characters stand in no column of JSON; what holds one was refused before. */
    private String text(Object value) {
        try {
            return json.writeValueAsString(value).replace("\\u0000", "\\uFFFD");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rows are always writable", impossible);
        }
    }
}
