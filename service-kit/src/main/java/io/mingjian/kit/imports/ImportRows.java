package io.mingjian.kit.imports;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.table.RowFault;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows as they were read; the only SQL for them. What an entered row says is gone here. */
final class ImportRows {
    private static final String ADD =
            """
            insert into {rows} (import_id, row_no, state, {numberColumn}{content}, errors, {as})
            select :id, row_no, state, {numberGiven}{written}, errors, entered_as
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (
              row_no int, state text, number text, content text, errors jsonb, entered_as uuid)
            """;
    private static final String PAGE =
            """
            select row_no, state, {number}, {read}, cast(errors as text), cast({as} as text)
            from {rows} where import_id = :id and row_no > :after order by row_no limit :limit
            """;
    private static final String PAGE_OF_STATE =
            PAGE.replace("row_no > :after", "state = :state and row_no > :after");
    private static final String SETTLE =
            """
            update {rows} r set state = d.state, errors = d.errors, {as} = d.entered_as,
              {content} = case when d.state = '{entered}' then null else r.{content} end
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as d (
              row_no int, state text, entered_as uuid, errors jsonb)
            where r.import_id = :id and r.row_no = d.row_no and r.state = 'GOOD'
            """;
    private static final String GOOD =
            """
            select row_no from {rows} r
              join jsonb_array_elements_text(cast(cast(:numbers as text) as jsonb)) as n (no)
                on r.row_no = cast(n.no as int)
            where r.import_id = :id and r.state = 'GOOD'
            """;
    private static final String COUNT =
            "select state, count(*) from {rows} where import_id = :id group by state";
    private static final String REMOVE = "delete from {rows} where import_id = :id";

    private static final TypeReference<List<RowFault>> FAULTS = new TypeReference<>() {};

    private final ImportTables tables;
    private final ObjectMapper json;

    ImportRows(ImportTables tables, ObjectMapper json) {
        this.tables = tables;
        this.json = json;
    }

    /** What became of a row. */
    record Settled(int rowNo, Outcome outcome) {}

    private record Written(
            @JsonProperty("row_no") int rowNo,
            String state,
            @Nullable String number,
            @Nullable String content,
            @JsonProperty("entered_as") @Nullable UUID enteredAs,
            List<RowFault> errors) {}

    /** Keeps a row beside what would become of it. */
    record Fresh(int rowNo, @Nullable String number, RowContent content, Outcome outcome) {
        /**
         * @param told what would become of it if it has no faults
         */
        static <J, R> Fresh of(RowMeaning<J, R> meaning, ReadRow<R> read, Outcome told) {
            return new Fresh(
                    read.rowNo(),
                    meaning.number(read.form()),
                    new RowContent(read.texts(), read.form()),
                    read.row() == null ? Outcome.bad(read.faults()) : told);
        }
    }

    Uni<Void> add(Caller machine, UUID importId, List<Fresh> rows) {
        return write(
                ADD,
                importId,
                rows.stream()
                        .map(
                                row ->
                                        written(
                                                row.rowNo(),
                                                row.number(),
                                                kept(importId, row.rowNo(), row.content()),
                                                row.outcome()))
                        .toList());
    }

    /** Marks rows that were good until now. */
    Uni<Void> settle(Caller machine, UUID importId, List<Settled> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : write(
                        SETTLE,
                        importId,
                        rows.stream()
                                .map(row -> written(row.rowNo(), null, null, row.outcome()))
                                .toList());
    }

    /** Which of these rows still are to be entered. */
    Uni<Set<Integer>> good(Caller machine, UUID importId, List<Integer> numbers) {
        return Sql.list(
                        tables.sql(GOOD),
                        Integer.class,
                        Map.of("id", importId, "numbers", text(numbers)))
                .map(Set::copyOf);
    }

    Uni<Void> remove(Caller machine, UUID importId) {
        return Sql.change(tables.sql(REMOVE), Map.of("id", importId)).replaceWithVoid();
    }

    /**
     * Rows of one state, or of all, in their order. The caller must be allowed to see the import.
     */
    Uni<List<StagedRow>> page(
            Caller caller, UUID importId, @Nullable String state, int after, int limit) {
        Map<String, Object> values =
                new HashMap<>(Map.of("id", importId, "after", after, "limit", limit));
        if (state != null) {
            values.put("state", state);
        }
        return Sql.list(tables.sql(state == null ? PAGE : PAGE_OF_STATE), Object[].class, values)
                .map(rows -> rows.stream().map(this::row).toList());
    }

    Uni<Figures> figures(Caller caller, UUID importId) {
        return Sql.list(tables.sql(COUNT), Object[].class, Map.of("id", importId))
                .map(
                        rows ->
                                new Figures(
                                        tables.rowStates(),
                                        rows.stream()
                                                .collect(
                                                        toMap(
                                                                row -> (String) row[0],
                                                                row -> (Long) row[1]))));
    }

    /** What a row says; nothing once it is entered. */
    @Nullable RowContent open(UUID importId, StagedRow row) {
        String kept = row.kept();
        if (kept == null) {
            return null;
        }
        Seal seal = tables.seal();
        String content =
                seal == null
                        ? kept
                        : new String(
                                seal.open(
                                        Base64.getMimeDecoder().decode(kept),
                                        importId,
                                        place(row.rowNo())),
                                StandardCharsets.UTF_8);
        try {
            return json.readValue(content, RowContent.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a staged row is not readable", broken);
        }
    }

    private String kept(UUID importId, int rowNo, RowContent content) {
        Seal seal = tables.seal();
        String text = text(content);
        return seal == null
                ? text
                : Base64.getEncoder()
                        .encodeToString(
                                seal.seal(
                                        text.getBytes(StandardCharsets.UTF_8),
                                        importId,
                                        place(rowNo)));
    }

    private static String place(int rowNo) {
        return "row " + rowNo;
    }

    private Written written(
            int rowNo, @Nullable String number, @Nullable String content, Outcome outcome) {
        return new Written(
                rowNo,
                tables.name(outcome.fate()),
                number,
                content,
                outcome.as(),
                outcome.faults());
    }

    private Uni<Void> write(String sql, UUID importId, List<Written> rows) {
        return Sql.change(tables.sql(sql), Map.of("id", importId, "rows", text(rows)))
                .replaceWithVoid();
    }

    private StagedRow row(Object[] at) {
        try {
            return new StagedRow(
                    (int) at[0],
                    (String) at[1],
                    (String) at[2],
                    (String) at[3],
                    json.readValue((String) at[4], FAULTS),
                    at[5] == null ? null : UUID.fromString((String) at[5]));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored errors are not readable", broken);
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
