package io.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.acceptance.Events.Message;
import io.mingjian.acceptance.LoopPath.Act;
import io.mingjian.acceptance.LoopTraffic.Run;
import io.mingjian.acceptance.actor.Actor;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.stack.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Proves of every lead that came to its end, from the databases, the topics and the doors: no
 * finding was lost and none came twice; each took the steps of its way once and in order; it ended
 * by exactly one confirmed disposal; what hangs on it is there once; and nobody sees it but those
 * whose it is.
 */
final class LoopAuditor {
    private static final String HISTORIES =
            """
            select lead_id || ' ' || string_agg(step || '>' || to_state, ' ' order by ordinal)
              || case when count(*) = max(ordinal) then '' else ' gap' end
            from lead_entry group by lead_id
            """;

    private static final String AUDITED =
            """
            select object_id || ' ' || count(*) from audit_entry
            where object_type = 'lead' group by object_id
            """;

    private static final String ROUNDS =
            """
            select lead_id || ' ' || string_agg(coalesce(check_result, 'UNCHECKED'), ' ' order by round)
            from disposal group by lead_id
            """;

    private static final String ASSIGNMENTS =
            """
            select lead_id || ' ' || string_agg(
              district_organisation || case when received_at is null then ' unreceived' else '' end
                || case when return_requested_at is null then '' else ' returned' end
                || coalesce(' ' || ending, ''), ' ' order by assigned_at, id)
            from assignment group by lead_id
            """;

    private static final String LETTERS =
            """
            select lead_id || ' ' || string_agg(id || ' ' || platform || ' ' || state, ' ')
            from letter group by lead_id
            """;

    /** Of leads that went to another bureau. */
    private static final String LETTERS_LEFT_BEHIND =
            """
            select x.id || ' ' || x.bureau from letter x join lead l on l.id = x.lead_id
            where x.bureau is distinct from case when l.taken_over then l.bureau else l.district_organisation end
            """;

    private static final String REFERRALS =
            """
            select lead_id || ' ' || string_agg(id || ' ' || coalesce(clue_no, 'none') || ' ' || coalesce(clue_state, ''), ' ')
            from referral group by lead_id
            """;

    private static final String CLUES =
            """
            select lead_id || ' ' || string_agg(referral_id || ' ' || clue_no || ' ' || state, ' ')
            from clue group by lead_id
            """;

    private static final String EXTENSIONS =
            """
            select lead_id || ' ' || string_agg(organisation || ' ' || coalesce(granted::text, 'open'), ' ')
            from extension group by lead_id
            """;

    private static final String VERSIONS =
            """
            select l.id || ' ' || l.finding_version || ' '
              || (select count(*) from lead_version v where v.lead_id = l.id) || ' '
              || (select count(*) from task_time t where t.lead_id = l.id and t.ended_on is null)
            from lead l
            """;

    private static final String REPEATED =
            "select id || ' ' || duplicate_of from lead where duplicate_of is not null";

    /** They ended for the sake of one that nobody pursues. */
    private static final String RESTING_ON_NOTHING =
            """
            select l.id || ' ' || l.state || ' ' || o.state from lead l join lead o on o.id = l.duplicate_of
            where l.state <> 'DUPLICATE' or o.state in ('UNQUALIFIED', 'DUPLICATE')
            """;

    private static final String INSTRUCTIONS =
            """
            select i.id || ' ' || i.state || ' ' || coalesce(i.closed_by, '') || ' '
              || (select string_agg(c.state, ',') from commission c where c.instruction_id = i.id) || ' '
              || (select count(*) from lead l where l.instruction_id = i.id) || ' '
              || (select count(*) from instruction_version v where v.instruction_id = i.id)
            from instruction i
            """;

    private static final String REPORTS =
            """
            select o.subject_id || ' ' || string_agg(o.state || ' '
              || (select string_agg(f.format, ',' order by f.format) from paper_file f where f.order_id = o.id), ' ')
            from paper_order o where o.kind = 'CLOSING_REPORT' group by o.subject_id
            """;

    private static final Map<String, String> EVENT_OF =
            Map.ofEntries(
                    Map.entry("SUBMITTED", "lead.submitted.v1"),
                    Map.entry("RETURNED_FOR_SUPPLEMENT", "lead.returned-for-supplement.v1"),
                    Map.entry("QUALIFIED", "lead.qualified.v1"),
                    Map.entry("UNQUALIFIED", "lead.unqualified.v1"),
                    Map.entry("DUPLICATE", "lead.unqualified.v1"),
                    Map.entry("ASSIGNED", "lead.assigned.v1"),
                    Map.entry("RECEIVED", "lead.received.v1"),
                    Map.entry("RETURN_REQUESTED", "lead.return-requested.v1"),
                    Map.entry("VERIFYING", "lead.verifying.v1"),
                    Map.entry("DISPOSED", "lead.disposed.v1"),
                    Map.entry("FEEDBACK_SUBMITTED", "lead.fed-back.v1"),
                    Map.entry("RETURNED_FOR_REWORK", "lead.returned-for-rework.v1"),
                    Map.entry("CLOSED", "lead.closed.v1"));

    private final Stored stored;
    private final Events events;
    private final Actors actors;

    LoopAuditor(Stored stored, Events events, Actors actors) {
        this.stored = stored;
        this.events = events;
        this.actors = actors;
    }

    /** Everything must have come to rest. */
    void proves(List<Run> runs, Traffic traffic) {
        assertThat(runs.stream().map(Run::path).collect(Collectors.toSet()))
                .as("ways that were gone to their end")
                .containsExactlyInAnyOrder(LoopPath.values());
        List<Run> leads = runs.stream().filter(Run::hasLead).toList();
        noFindingIsLostOrMadeUp(runs, traffic);
        eachStepWasTakenOnce(leads);
        oneDisposalClosedIt(leads);
        noneEndedForOneThatWasThrownAway(leads);
        whatHangsOnALeadIsThereOnce(leads);
        instructionsEndedOnce(runs);
        eachFactWasToldOnce(runs);
        nobodySeesWhatIsNotHis(leads);
    }

    /** Under the instructions of this run lie the findings that were handed in, and no others. */
    private void noFindingIsLostOrMadeUp(List<Run> runs, Traffic traffic) {
        Set<String> instructions = runs.stream().map(Run::instruction).collect(Collectors.toSet());
        List<String> kept =
                stored
                        .column(
                                Service.MONITORING,
                                "select instruction_id || ' ' || finding_no || ' ' || id from lead")
                        .stream()
                        .filter(row -> instructions.contains(row.substring(0, row.indexOf(' '))))
                        .map(row -> row.substring(row.indexOf(' ') + 1))
                        .toList();
        assertThat(kept)
                .as("findings under the instructions of this run")
                .containsExactlyInAnyOrderElementsOf(
                        traffic.findings().entrySet().stream()
                                .map(finding -> finding.getKey() + " " + finding.getValue())
                                .toList());
    }

    private void eachStepWasTakenOnce(List<Run> runs) {
        Map<String, String> histories = byId(Service.MONITORING, HISTORIES);
        Map<String, String> audited = byId(Service.MONITORING, AUDITED);
        Map<String, String> versions = byId(Service.MONITORING, VERSIONS);
        for (Run run : runs) {
            List<Act> steps = run.path().steps();
            said(
                    "history",
                    run,
                    histories,
                    steps.stream()
                            .map(act -> act.step() + ">" + act.state())
                            .collect(Collectors.joining(" ")));
            said("audit entries", run, audited, String.valueOf(steps.size()));
            long supplements = run.path().times(Act.SUPPLEMENT);
            said(
                    "version of the finding, earlier ones, running clocks",
                    run,
                    versions,
                    "%d %d 0".formatted(supplements + 1, supplements));
        }
    }

    private void oneDisposalClosedIt(List<Run> runs) {
        Map<String, String> rounds = byId(Service.MONITORING, ROUNDS);
        for (Run run : runs) {
            int disposals = (int) run.path().times(Act.DISPOSE);
            List<String> expected = new ArrayList<>(Collections.nCopies(disposals, "REWORK"));
            if (disposals > 0) {
                expected.set(disposals - 1, "CONFIRMED");
            }
            said(
                    "rounds of disposal",
                    run,
                    rounds,
                    expected.isEmpty() ? null : String.join(" ", expected));
        }
    }

    /** A lead that stands again rests on none, and the one that it rested on took its own steps. */
    private void noneEndedForOneThatWasThrownAway(List<Run> runs) {
        assertThat(stored.column(Service.MONITORING, RESTING_ON_NOTHING))
                .as("leads that rest on one that is thrown away or is a duplicate itself")
                .isEmpty();
        Map<String, String> repeated = byId(Service.MONITORING, REPEATED);
        Map<String, String> histories = byId(Service.MONITORING, HISTORIES);
        Map<String, String> audited = byId(Service.MONITORING, AUDITED);
        for (Run run : runs) {
            boolean again = run.path().has(Act.REOPEN);
            said("the lead that it repeats", run, repeated, again ? null : run.other());
            if (run.other() != null) {
                assertThat(histories.get(run.other()) + " " + audited.get(run.other()))
                        .as("history and audit entries of lead %s (%s)", run.other(), run.path())
                        .isEqualTo(
                                run.path().has(Act.DISQUALIFY_THE_OTHER)
                                        ? "SUBMIT>SUBMITTED DISQUALIFY>UNQUALIFIED 2"
                                        : "SUBMIT>SUBMITTED 1");
            }
        }
    }

    private void whatHangsOnALeadIsThereOnce(List<Run> runs) {
        assertThat(stored.column(Service.MONITORING, LETTERS_LEFT_BEHIND))
                .as("letters of another bureau than the one that has the lead")
                .isEmpty();
        Map<String, String> assignments = byId(Service.MONITORING, ASSIGNMENTS);
        Map<String, String> letters = byId(Service.MONITORING, LETTERS);
        Map<String, String> referrals = byId(Service.MONITORING, REFERRALS);
        Map<String, String> clues = byId(Service.REGISTRY, CLUES);
        Map<String, String> extensions = byId(Service.MONITORING, EXTENSIONS);
        for (Run run : runs) {
            said("assignments", run, assignments, assignmentsOf(run.path()));
            said(
                    "letters",
                    run,
                    letters,
                    run.path().has(Act.DRAFT_LETTER)
                            ? run.letter() + " platform-yougou ANSWERED"
                            : null);
            @Nullable String clue = clues.get(run.lead());
            said("referrals", run, referrals, run.path().has(Act.REFER) ? clue : null);
            if (run.path().has(Act.REFER)) {
                assertThat(clue)
                        .as("clues of lead %s", run.lead())
                        .matches(run.referral() + " XY\\d{4}-samr-huangpu-\\d{5} OPEN");
            } else {
                assertThat(clue).as("clues of lead %s", run.lead()).isNull();
            }
            said(
                    "extensions",
                    run,
                    extensions,
                    run.path().has(Act.EXTEND) ? "samr-huangpu true" : null);
        }
    }

    private static @Nullable String assignmentsOf(LoopPath path) {
        if (!path.has(Act.ASSIGN)) {
            return null;
        }
        if (path.has(Act.TAKE_OVER)) {
            return "samr-huangpu TAKEN_OVER";
        }
        return path.has(Act.ASSIGN_ANEW) ? "samr-huangpu returned samr-pudong" : "samr-huangpu";
    }

    private void instructionsEndedOnce(List<Run> runs) {
        Map<String, String> instructions = byId(Service.MONITORING, INSTRUCTIONS);
        Map<String, String> reports = byId(Service.MONITORING, REPORTS);
        for (Run run : runs) {
            if (run.path().has(Act.CLOSING_BY_ITSELF)) {
                assertThat(instructions.get(run.instruction()))
                        .as("instruction %s", run.instruction())
                        .isEqualTo("CLOSED monitoring CLOSED 1 2");
                assertThat(reports.get(run.instruction()))
                        .as("reports on instruction %s", run.instruction())
                        .isEqualTo("DONE PDF,XLSX");
            } else if (run.path().has(Act.DECLINE)) {
                assertThat(instructions.get(run.instruction()))
                        .as("instruction %s", run.instruction())
                        .isEqualTo("ISSUED  DECLINED 0 1");
            }
        }
    }

    private void eachFactWasToldOnce(List<Run> runs) {
        List<Message> facts =
                Events.distinct(
                        events.all(Events.LEAD, Events.LETTER, Events.CLUE, Events.INSTRUCTION));
        Map<String, Map<String, Long>> told =
                facts.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Message::subject,
                                        Collectors.groupingBy(
                                                Message::type, Collectors.counting())));
        for (Run run : runs) {
            if (run.hasLead()) {
                assertThat(told.get(run.lead()))
                        .as("told of lead %s (%s)", run.lead(), run.path())
                        .isEqualTo(factsOf(run.path()));
            }
            if (run.other() != null) {
                assertThat(told.get(run.other()))
                        .as("told of lead %s, on which %s rested", run.other(), run.lead())
                        .isEqualTo(
                                run.path().has(Act.DISQUALIFY_THE_OTHER)
                                        ? Map.of("lead.submitted.v1", 1L, "lead.unqualified.v1", 1L)
                                        : Map.of("lead.submitted.v1", 1L));
            }
            if (run.letter() != null) {
                assertThat(told.get(run.letter()))
                        .as("told of letter %s", run.letter())
                        .isEqualTo(
                                run.path().has(Act.ASSIGN_ANEW)
                                        ? Map.of(
                                                "letter.issued.v1", 1L,
                                                "letter.handed-over.v1", 1L,
                                                "letter.answered.v1", 1L)
                                        : Map.of(
                                                "letter.issued.v1", 1L,
                                                "letter.answered.v1", 1L));
            }
            if (run.path().has(Act.CLOSING_BY_ITSELF)) {
                assertThat(told.get(run.instruction()))
                        .as("told of instruction %s", run.instruction())
                        .isEqualTo(
                                Map.of(
                                        "instruction.issued.v1", 1L,
                                        "instruction.acknowledged.v1", 2L,
                                        "instruction.amended.v1", 1L,
                                        "instruction.completed.v1", 1L,
                                        "instruction.closed.v1", 1L));
            } else if (run.path().has(Act.DECLINE)) {
                assertThat(told.get(run.instruction()))
                        .as("told of instruction %s", run.instruction())
                        .isEqualTo(
                                Map.of("instruction.issued.v1", 1L, "instruction.declined.v1", 1L));
            }
        }
        Map<String, Long> opened =
                CrashAuditor.times(
                        facts.stream()
                                .filter(fact -> fact.type().equals("clue.opened.v1"))
                                .map(fact -> fact.event().at("/data/referralId").asText())
                                .toList());
        runs.stream()
                .map(Run::referral)
                .filter(Objects::nonNull)
                .forEach(
                        referral -> assertThat(opened).as("clue told").containsEntry(referral, 1L));
    }

    private static Map<String, Long> factsOf(LoopPath path) {
        Map<String, Long> facts =
                path.steps().stream()
                        .collect(
                                Collectors.groupingBy(
                                        act -> Objects.requireNonNull(EVENT_OF.get(act.state())),
                                        Collectors.counting()));
        if (path.has(Act.REFER)) {
            facts.put("lead.referred.v1", 1L);
        }
        return facts;
    }

    /** A district that gave a lead back is as foreign as one that never had it. */
    private void nobodySeesWhatIsNotHis(List<Run> runs) {
        for (Run run : runs) {
            boolean assigned = run.path().has(Act.ASSIGN);
            boolean atPudong = run.path().has(Act.ASSIGN_ANEW);
            sees(actors.cityReviewer(), run, true);
            sees(actors.jingwei(), run, true);
            sees(actors.huangpu(), run, assigned && !atPudong);
            sees(actors.pudong(), run, atPudong);
            sees(actors.xuhui(), run, false);
            sees(actors.otherAgency(), run, false);
            sees(actors.yougou(), run, false);
        }
        runs.stream()
                .map(Run::instruction)
                .distinct()
                .forEach(instruction -> hidesFrom(actors.otherAgency(), instruction));
    }

    private static void hidesFrom(Actor stranger, String instruction) {
        JsonNode leads =
                stranger.door()
                        .get("/api/monitoring/v1/leads?instructionId=" + instruction)
                        .require(200)
                        .at("/items");
        assertThat(leads.isArray()).as("a list").isTrue();
        assertThat(leads).as("leads of another agency's instruction").isEmpty();
    }

    private static void sees(Actor who, Run run, boolean may) {
        int status = who.looksForLead(run.lead()).status();
        if (may) {
            assertThat(status).as("lead %s to %s", run.lead(), who.name()).isEqualTo(200);
        } else {
            assertThat(status).as("lead %s to %s", run.lead(), who.name()).isIn(403, 404);
        }
    }

    private static void said(
            String what, Run run, Map<String, String> found, @Nullable String expected) {
        assertThat(found.get(run.lead()))
                .as("%s of lead %s (%s)", what, run.lead(), run.path())
                .isEqualTo(expected);
    }

    /** What follows the id in each row. */
    private Map<String, String> byId(Service service, String sql) {
        Map<String, String> found = new TreeMap<>();
        for (String row : stored.column(service, sql)) {
            int space = row.indexOf(' ');
            found.put(row.substring(0, space), row.substring(space + 1));
        }
        return found;
    }
}
