package io.mingjian.registry.intake;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.audit.Sm3;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.registry.form.Respondent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The only SQL for submissions; their numbers of origin keep a filing from entering twice. */
@ApplicationScoped
class Submissions {
    /** In the order of their numbers, so that two who enter the same ones never wait in a ring. */
    private static final String ADD =
            """
            insert into submission (id, kind, channel, external_no, organisation, received_at, entered_at, entered_by)
            select id, kind, channel, external_no, :organisation, received_at, :at, :by
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as s (
              id uuid, kind text, channel text, external_no text, received_at timestamptz)
            order by channel, external_no
            on conflict do nothing
            returning id
            """;

    private static final String ENTERED_AS =
            """
            select o.at, coalesce(c.registration_no, r.registration_no)
            from jsonb_to_recordset(cast(cast(:origins as text) as jsonb)) as o (at int, channel text, no text)
            join submission s on s.organisation = :organisation and s.channel = o.channel and s.external_no = o.no
            left join complaint c on c.submission_id = s.id
            left join report r on r.submission_id = s.id
            """;

    /** Marks submissions, and answers for each the newest earlier one with the same mark. */
    private static final String MARK =
            """
            with marks as (
              select id, mark from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as m (id uuid, mark text)),
            marked as (update submission s set fingerprint = m.mark from marks m where s.id = m.id)
            select m.id, coalesce(c.registration_no, r.registration_no)
            from marks m
            cross join lateral (
              select s.id from submission s where s.fingerprint = m.mark and s.id <> m.id
              order by s.received_at desc, s.id desc limit 1) earlier
            left join complaint c on c.submission_id = earlier.id
            left join report r on r.submission_id = earlier.id
            """;

    private static final String KNOWN =
            """
            select s.external_no, coalesce(c.registration_no, r.registration_no, '')
            from submission s
            join jsonb_array_elements_text(cast(cast(:numbers as text) as jsonb)) as n (no) on s.external_no = n.no
            left join complaint c on c.submission_id = s.id
            left join report r on r.submission_id = s.id
            where s.organisation = :organisation and s.channel = :channel
            """;

    private final ObjectMapper json;
    private final Clock clock;

    Submissions(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds those whose number of the same channel this organisation has not entered before.
     *
     * @return the ids of the added ones
     */
    Uni<Set<UUID>> add(Caller caller, List<Registration> fresh) {
        String rows = text(fresh.stream().map(Row::of).toList());
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ADD, UUID.class)
                                        .setParameter("rows", rows)
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter("at", clock.instant())
                                        .setParameter("by", caller.subject())
                                        .getResultList())
                .map(Set::copyOf);
    }

    /**
     * Which of these numbers of a channel this organisation has entered before, and under which
     * registration numbers.
     */
    Uni<Map<String, String>> known(Caller caller, String channel, Set<String> numbers) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(KNOWN, Object[].class)
                                        .setParameter("numbers", text(numbers))
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter("channel", channel)
                                        .getResultList())
                .map(Submissions::pairs);
    }

    /**
     * Under which registration numbers submissions with these numbers of origin were entered.
     *
     * @return by place in the list
     */
    Uni<Map<Integer, String>> enteredAs(Caller caller, List<Submission> repeated) {
        if (repeated.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<Origin> origins =
                IntStream.range(0, repeated.size())
                        .mapToObj(at -> Origin.of(at, repeated.get(at)))
                        .toList();
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ENTERED_AS, Object[].class)
                                        .setParameter("origins", text(origins))
                                        .setParameter("organisation", caller.organisation())
                                        .getResultList())
                .map(Submissions::pairs);
    }

    private record Origin(int at, String channel, @Nullable String no) {
        static Origin of(int at, Submission submission) {
            return new Origin(at, submission.channel().name(), submission.externalNo());
        }
    }

    /**
     * Of each registration the newest earlier filing of the same filer against the same operator in
     * the same words, by its number. A hint for the officer; it changes nothing (Order 121 Art
     * 16(2), 35).
     */
    Uni<Map<UUID, String>> sameMatter(Caller caller, List<Registration> known) {
        List<Mark> marks = known.stream().flatMap(each -> Mark.of(each).stream()).toList();
        if (marks.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(MARK, Object[].class)
                                        .setParameter("rows", text(marks))
                                        .getResultList())
                .map(Submissions::pairs);
    }

    @SuppressWarnings("unchecked")
    private static <K> Map<K, String> pairs(List<Object[]> rows) {
        return rows.stream()
                .filter(row -> row[1] != null)
                .collect(toMap(row -> (K) row[0], row -> (String) row[1], (one, other) -> one));
    }

    private record Mark(UUID id, String mark) {
        static Optional<Mark> of(Registration known) {
            return known.filer()
                    .map(filer -> new Mark(known.submissionId(), mark(filer.filerId(), known)));
        }

        private static String mark(UUID filerId, Registration known) {
            Submission submission = known.submission();
            Respondent respondent = submission.respondent();
            String whom = respondent.uscc() == null ? respondent.name() : respondent.uscc();
            String words = submission.text().replaceAll("[\\s\\p{P}]", "");
            return Sm3.hex(filerId + "|" + whom + "|" + words);
        }
    }

    private record Row(
            UUID id,
            SubmissionKind kind,
            String channel,
            @JsonProperty("external_no") @Nullable String externalNo,
            @JsonProperty("received_at") String receivedAt) {
        static Row of(Registration fresh) {
            Submission submission = fresh.submission();
            return new Row(
                    fresh.submissionId(),
                    submission.kind(),
                    submission.channel().name(),
                    submission.externalNo(),
                    submission.receivedAt().toString());
        }
    }

    private String text(Object rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rows of texts are always writable", impossible);
        }
    }
}
