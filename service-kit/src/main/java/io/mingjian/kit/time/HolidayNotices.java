package io.mingjian.kit.time;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.List;

/** The table of uploaded notices; only rows are added. */
@ApplicationScoped
class HolidayNotices {
    private static final String VERSION = "select coalesce(max(seq), 0) from holiday_notice";
    private static final String LATEST =
            "select distinct on (year) seq, body from holiday_notice order by year, seq desc";
    private static final String LOCK = "lock table holiday_notice in share row exclusive mode";
    private static final String ADD =
            """
            insert into holiday_notice (year, body, uploaded_by, uploaded_at)
            values (:year, :body, :by, :at)
            """;

    private final Clock clock;

    HolidayNotices(Clock clock) {
        this.clock = clock;
    }

    /** The latest upload of each year. */
    record Uploaded(long version, List<HolidayNotice> notices) {}

    /** Grows with every upload; zero when there is none. */
    Uni<Long> version() {
        return Sessions.current()
                .chain(session -> session.createNativeQuery(VERSION, Long.class).getSingleResult());
    }

    Uni<Uploaded> latest() {
        return Sessions.current()
                .chain(session -> session.createNativeQuery(LATEST, Tuple.class).getResultList())
                .map(HolidayNotices::uploaded);
    }

    /** Uploads wait for each other until the transaction ends; readers do not wait. */
    Uni<Void> lock() {
        return Sessions.current()
                .chain(session -> session.createNativeQuery(LOCK).executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> add(HolidayNotice notice, String body, Caller by) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("year", notice.year())
                                        .setParameter("body", body)
                                        .setParameter("by", by.subject())
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uploaded uploaded(List<Tuple> rows) {
        return new Uploaded(
                rows.stream().mapToLong(row -> row.get("seq", Long.class)).max().orElse(0),
                rows.stream()
                        .map(row -> NoticeReader.read(row.get("body", String.class)))
                        .toList());
    }
}
