package io.mingjian.benchmarks;

import static java.util.stream.Collectors.joining;

import io.mingjian.acceptance.actor.Door;
import io.mingjian.acceptance.actor.Filing;
import io.mingjian.acceptance.actor.Person;
import io.mingjian.stack.Addresses;
import io.mingjian.stack.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What it costs the database to count one filing and to judge its filer anew. People of the
 * benchmark file once, are joined to persons of the history, and file again: that is judged over
 * the whole history of the person, one after the other, so that statements do not wait for a
 * processor. The server's own statistics tell the time.
 */
final class EvaluationFigures {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The statements that count a filing and judge its filer, and the row of the inbox. */
    private static final String COST =
            """
            select coalesce(sum(total_exec_time), 0) from pg_stat_statements
            where query ~ 'counted_filing|filer_mark|text_family|text_band|criterion|queue_hint|from complaint|inbox|filer_contact o|abnormal_filer'
              and query !~ 'as of_benchmark|term_until <'
            """;

    private final QueueRows sql;
    private final Door intake;
    private long number = System.currentTimeMillis() / 1000;

    EvaluationFigures(Addresses addresses) {
        this.sql = new QueueRows(addresses);
        this.intake =
                new Door(
                        addresses.of(Service.REGISTRY),
                        () -> addresses.tokens().ofUser("city.intake"));
    }

    /**
     * Milliseconds of database time for one filing of one of these persons of the history, in the
     * mean.
     */
    double millis(List<UUID> persons) throws Exception {
        SyntheticTexts texts = new SyntheticTexts(number);
        List<Person> filers =
                persons.stream().map(each -> Person.numbered("王小明", ++number)).toList();
        List<String> first = filers.stream().map(filer -> file(filer, texts)).toList();
        awaitCounted(first);
        for (int i = 0; i < first.size(); i++) {
            sql.run(
                    "update filer set person_id = '%s' where id = (select filer_id from queue_item where filing_id = '%s')"
                            .formatted(persons.get(i), first.get(i)));
        }
        sql.run("analyze");
        double before = Double.parseDouble(sql.value(COST));
        for (Person filer : filers) {
            awaitCounted(List.of(file(filer, texts)));
        }
        return (Double.parseDouble(sql.value(COST)) - before) / filers.size();
    }

    private String file(Person filer, SyntheticTexts texts) {
        return intake.post(
                        "/v1/filings",
                        Filing.aComplaint(filer, "E-" + UUID.randomUUID())
                                .about(texts.fresh())
                                .json(),
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                .require(201)
                .textAt("/filings/0/id");
    }

    private void awaitCounted(List<String> filings) throws Exception {
        String all = filings.stream().map(id -> "'" + id + "'").collect(joining(","));
        Waiting.until(
                "counting of filings",
                PATIENCE,
                () ->
                        sql.value(
                                        "select count(*) as of_benchmark from queue_item q join counted_filing c on c.filer_id = q.filer_id"
                                                + " and c.filing_id = q.filing_id where q.filing_id in ("
                                                + all
                                                + ")")
                                .equals(String.valueOf(filings.size())));
    }
}
