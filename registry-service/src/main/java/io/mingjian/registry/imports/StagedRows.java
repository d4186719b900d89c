package io.mingjian.registry.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.table.RowFault;
import io.mingjian.registry.filer.FilerSecrets;
import io.mingjian.registry.imports.RowReader.ReadRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows as they were read; the only SQL for them. What they say is sealed. */
@ApplicationScoped
class StagedRows {
    private static final String ADD =
            """
            insert into import_row (import_id, row_no, state, sealed, errors)
            select :id, row_no, state, decode(sealed, 'base64'), errors
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (
              row_no int, state text, sealed text, errors jsonb)
            """;
    private static final String REMOVE = "delete from import_row where import_id = :id";
    private static final String PAGE =
            """
            select row_no, state, cast(errors as text), sealed from import_row
            where import_id = :id and state = :state and row_no > :after order by row_no limit :limit
            """;
    private static final String SETTLE =
            """
            update import_row r set state = d.state, errors = d.errors, entered_as = d.entered_as,
              sealed = case when d.state = 'REGISTERED' then null else r.sealed end
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as d (
              row_no int, state text, entered_as uuid, errors jsonb)
            where r.import_id = :id and r.row_no = d.row_no and r.state = 'GOOD'
            """;
    private static final String GOOD =
            """
            select row_no from import_row r
              join jsonb_array_elements_text(cast(cast(:numbers as text) as jsonb)) as n (no)
                on r.row_no = cast(n.no as int)
            where r.import_id = :id and r.state = 'GOOD'
            """;
    private static final String COUNT =
            """
            select count(*), count(*) filter (where state = 'GOOD'), count(*) filter (where state = 'BAD'),
              count(*) filter (where state = 'REGISTERED')
            from import_row where import_id = :id
            """;

    private static final TypeReference<List<RowFault>> FAULTS = new TypeReference<>() {};

    private final ObjectMapper json;
    private final FilerSecrets secrets;

    StagedRows(ObjectMapper json, FilerSecrets secrets) {
        this.json = json;
        this.secrets = secrets;
    }

    /** Where a row stands. */
    enum RowState {
        GOOD,
        BAD,
        REGISTERED
    }

    /** What a row says: its cells, and the form that was made of them. */
    record Content(List<String> texts, JsonNode form) {}

    /** How far an import is. */
    record Figures(long rows, long good, long bad, long registered) {}

    /** What became of a row. */
    record Settled(
            @JsonProperty("row_no") int rowNo,
            RowState state,
            @JsonProperty("entered_as") @Nullable UUID enteredAs,
            List<RowFault> errors) {}

    /** A row of the table; its content is opened by whoever needs it. */
    record StagedRow(int rowNo, RowState state, List<RowFault> errors, byte @Nullable [] sealed) {}

    Uni<Void> add(Caller machine, UUID importId, List<ReadRow> rows) {
        String text = text(rows.stream().map(row -> Fresh.of(row, seal(importId, row))).toList());
        return change(ADD, importId, text);
    }

    /** Which of these rows still are to be entered. */
    Uni<Set<Integer>> good(Caller machine, UUID importId, List<Integer> numbers) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(GOOD, Integer.class)
                                        .setParameter("id", importId)
                                        .setParameter("numbers", text(numbers))
                                        .getResultList())
                .map(Set::copyOf);
    }

    /** Marks rows that were good as what became of them. */
    Uni<Void> settle(Caller machine, UUID importId, List<Settled> rows) {
        return change(SETTLE, importId, text(rows));
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

    /** The next rows of a state after one. The caller must be allowed to see the import. */
    Uni<List<StagedRow>> page(Caller caller, UUID importId, RowState state, int after, int limit) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(PAGE, Object[].class)
                                        .setParameter("id", importId)
                                        .setParameter("state", state.name())
                                        .setParameter("after", after)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(this::row).toList());
    }

    Uni<Figures> figures(Caller caller, UUID importId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(COUNT, Object[].class)
                                        .setParameter("id", importId)
                                        .getSingleResult())
                .map(at -> new Figures((Long) at[0], (Long) at[1], (Long) at[2], (Long) at[3]));
    }

    /** What a row says, in clear. */
    Content open(UUID importId, StagedRow row) {
        byte[] sealed = row.sealed();
        if (sealed == null) {
            throw new IllegalStateException("what an entered row said is gone");
        }
        try {
            return json.readValue(
                    secrets.open(sealed, importId, column(row.rowNo())), Content.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a staged row is not readable", broken);
        }
    }

    private record Fresh(
            @JsonProperty("row_no") int rowNo,
            RowState state,
            String sealed,
            List<RowFault> errors) {
        static Fresh of(ReadRow row, String sealed) {
            return new Fresh(
                    row.rowNo(), row.isGood() ? RowState.GOOD : RowState.BAD, sealed, row.faults());
        }
    }

    private String seal(UUID importId, ReadRow row) {
        String content = text(new Content(row.texts(), row.form()));
        return Base64.getEncoder()
                .encodeToString(secrets.seal(content, importId, column(row.rowNo())));
    }

    private static String column(int rowNo) {
        return "row " + rowNo;
    }

    private static Uni<Void> change(String sql, UUID importId, String rows) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(sql)
                                        .setParameter("id", importId)
                                        .setParameter("rows", rows)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private StagedRow row(Object[] at) {
        try {
            return new StagedRow(
                    (Integer) at[0],
                    RowState.valueOf((String) at[1]),
                    json.readValue((String) at[2], FAULTS),
                    (byte[]) at[3]);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored errors are not readable", broken);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rows are always writable", impossible);
        }
    }
}
