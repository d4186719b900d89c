package io.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.acceptance.Events.Message;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.IntakeOfficer;
import io.mingjian.stack.Service;
import java.util.List;
import java.util.Map;

/** Proves for {@link CrashAuditor} that each row of a file became one filing, and only one. */
final class FileAuditor {
    private static final String WAITING =
            "select count(*) from import_job where state in ('PARSING', 'COMMITTING')";

    private static final String ENTERED =
            """
            select count(*) from import_row
            where state = 'REGISTERED' and import_id = cast(? as uuid)
            """;

    /** With the column that is asked for, and what else belongs to each complaint. */
    private static final String COMPLAINTS =
            """
            select %s from import_row r join submission s on s.id = r.entered_as
              join complaint c on c.submission_id = s.id
              %s
            where r.import_id = cast(? as uuid)
            """;

    private static final List<String> EFFECTS =
            List.of(
                    "join queue_item e on e.filing_id = c.id",
                    "join clock_watch e on e.filing_id = c.id and e.limit_name = 'ACCEPTANCE'",
                    "join step_taken e on e.object_id = c.id and e.step = 'ROUTE'",
                    """
                    join audit_entry e on e.object_id = cast(c.id as text)
                      and e.action = 'filing.register'
                    """);

    private static final String LEFT =
            """
            select 'piece ' || p.seq from import_job j join import_piece p on p.import_id = j.id
            where j.id = cast(? as uuid)
            union all
            select 'row ' || r.row_no from import_job j join import_row r on r.import_id = j.id
            where j.id = cast(? as uuid) and r.sealed is not null
            union all
            select 'worker' from import_job j where j.id = cast(? as uuid) and j.worker is not null
            """;

    private final Stored stored;
    private final IntakeOfficer sender;

    FileAuditor(Stored stored, IntakeOfficer sender) {
        this.stored = stored;
        this.sender = sender;
    }

    /** Files that are not read or not entered to their end yet. */
    long waiting() {
        return stored.count(Service.REGISTRY, WAITING);
    }

    /** Rows of a file that are entered so far. */
    long entered(String file) {
        return stored.count(Service.REGISTRY, ENTERED, file);
    }

    /**
     * Whatever died meanwhile, every row is one filing with one event, one clock, one line in the
     * queue and one entry in the audit chain, and nothing of the file itself lies about any more.
     */
    void eachRowWasEnteredOnce(List<Message> facts, String file, List<String> numbers) {
        Answer shown = sender.seesImport(file);
        assertThat(shown.textAt("/state")).as(shown.text()).isEqualTo("DONE");
        assertThat(shown.at("/figures/rows").asInt()).isEqualTo(numbers.size());
        assertThat(shown.at("/figures/registered").asInt()).isEqualTo(numbers.size());
        assertThat(complaints(file, "s.external_no", ""))
                .as("filings of the rows of %s", file)
                .containsExactlyInAnyOrderElementsOf(numbers);
        Map<String, Long> all =
                CrashAuditor.times(
                        stored.column(Service.REGISTRY, "select external_no from complaint"));
        numbers.forEach(number -> assertThat(all).as("row %s", number).containsEntry(number, 1L));
        List<String> ids = complaints(file, "c.id", "");
        CrashAuditor.told(facts, "filing.registered.v1", ids);
        EFFECTS.forEach(
                effect ->
                        assertThat(complaints(file, "c.id", effect))
                                .as(effect)
                                .containsExactlyInAnyOrderElementsOf(ids));
        assertThat(
                        stored.column(
                                Service.REGISTRY,
                                "select action from audit_entry where object_id = ? order by seq",
                                file))
                .as("audit entries of %s", file)
                .containsExactly("import.receive", "import.read", "import.commit", "import.finish");
        assertThat(stored.column(Service.REGISTRY, LEFT, file, file, file))
                .as("left of %s", file)
                .isEmpty();
    }

    private List<String> complaints(String file, String column, String with) {
        return stored.column(Service.REGISTRY, COMPLAINTS.formatted(column, with), file);
    }
}
