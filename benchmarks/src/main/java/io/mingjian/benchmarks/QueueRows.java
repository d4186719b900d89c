package io.mingjian.benchmarks;

import io.mingjian.stack.Addresses;
import io.mingjian.stack.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Fills the queue by SQL, because it takes days to file a million times; and empties it again. */
final class QueueRows {
    /** Spread over sixteen districts and 300 days; a fifth is claimed, two of five are overdue. */
    private static final String ITEMS =
            """
            insert into queue_item (filing_id, kind, state, open, holder, registering_agency, registering_organisation,
              district_code, registration_no, filer_id, filer_name, respondent_name, received_on, due_on,
              due_provisional, due_basis, evidence_ids, updated_at, submission_id, mixed, level, claimed_by,
              claimed_name, claimed_since)
            select gen_random_uuid(), case n / 16 %% 2 when 0 then 'COMPLAINT' else 'REPORT' end,
              case n / 32 %% 3 when 0 then 'ROUTED' when 1 then 'MEDIATING' else 'VERIFYING' end, true,
              (array['samr-huangpu', 'samr-xuhui', 'samr-changning', 'samr-jingan', 'samr-putuo', 'samr-hongkou',
                'samr-yangpu', 'samr-minhang', 'samr-baoshan', 'samr-jiading', 'samr-pudong', 'samr-jinshan',
                'samr-songjiang', 'samr-qingpu', 'samr-fengxian', 'samr-chongming'])[n %% 16 + 1],
              'samr-shanghai', 'samr-shanghai',
              (array['310101', '310104', '310105', '310106', '310107', '310109', '310110', '310112', '310113', '310114',
                '310115', '310116', '310117', '310118', '310120', '310151'])[n %% 16 + 1],
              'BENCH-' || n, gen_random_uuid(), '王**', '某商行' || n, current_date - 60, day, false, 'Order 121 Art 15',
              jsonb_build_array(gen_random_uuid()), now(), gen_random_uuid(), false,
              case when day < current_date then 100 when day < current_date + 10 then 80
                when day < current_date + 30 then 50 else 0 end,
              case n / 96 %% 5 when 0 then 'bench-' || n %% 800 end, case n / 96 %% 5 when 0 then 'bench' end,
              case n / 96 %% 5 when 0 then now() end
            from (select n, current_date - 120 + n %% 300 as day from generate_series(1, %d) n) rows
            """;

    /**
     * A clock for each item, counted wrong on purpose so that every one has to be corrected, and
     * announced already.
     */
    private static final String CLOCKS =
            """
            insert into clock_watch (filing_id, limit_name, clock, started_on, half_on, nearly_on, due_on, provisional,
              basis, paused, told, level)
            select filing_id, 'MEDIATION', jsonb_build_object('limit', jsonb_build_object('name', 'MEDIATION',
                'amount', 60, 'unit', 'NATURAL_DAY', 'basis', 'Order 121 Art 22', 'status', 'ORDER',
                'validFrom', '2026-04-15'), 'startedOn', due_on - 61, 'pauses', '[]'::jsonb),
              due_on - 61, due_on - 30, due_on - 12, due_on - 5, true, 'Order 121 Art 22', false, 100, 100
            from queue_item where registration_no like 'BENCH-%'
            """;

    private final Addresses addresses;

    QueueRows(Addresses addresses) {
        this.addresses = addresses;
    }

    void items(int count) throws SQLException {
        run(ITEMS.formatted(count), "vacuum analyze queue_item");
    }

    void clocks() throws SQLException {
        run(CLOCKS, "vacuum analyze clock_watch");
    }

    void clear() throws SQLException {
        run(
                "delete from clock_move where registration_no like 'BENCH-%'",
                "delete from clock_watch w using queue_item q where q.filing_id = w.filing_id"
                        + " and q.registration_no like 'BENCH-%'",
                "delete from queue_item where registration_no like 'BENCH-%'",
                "delete from recount where cause_key like 'bench%'",
                "vacuum analyze queue_item",
                "vacuum analyze clock_watch");
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = addresses.database(Service.REGISTRY);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first value of a query; empty if there is no row or it is null. */
    String value(String sql) throws SQLException {
        try (Connection connection = addresses.database(Service.REGISTRY);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            String found = rows.next() ? rows.getString(1) : null;
            return found == null ? "" : found;
        }
    }
}
