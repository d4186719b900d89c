package io.mingjian.registry.queue;

import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * The officers of a bureau as far as they have worked here. The identity provider knows all of
 * them; the registry learns each one from the own token, when somebody first takes work.
 */
@ApplicationScoped
class Officers {
    private static final String SEEN =
            """
            insert into officer (subject, name, organisation, handles, seen_at)
            values (:subject, :name, :organisation, :handles, :at)
            on conflict (subject) do update set
              name = excluded.name, organisation = excluded.organisation, handles = excluded.handles,
              seen_at = excluded.seen_at
            """;
    private static final String OF =
            """
            select subject, name, handles from officer where organisation = :organisation order by name, subject
            """;
    private static final String ONE =
            """
            select subject, name, handles from officer where organisation = :organisation and subject = :subject
            """;

    private final Clock clock;

    Officers(Clock clock) {
        this.clock = clock;
    }

    /**
     * An officer that work can be handed to.
     *
     * @param handles whether the officer takes steps on filings, rather than only heading the unit
     */
    record Officer(String subject, String name, boolean handles) {
        private static Officer of(Object[] row) {
            return new Officer((String) row[0], (String) row[1], (Boolean) row[2]);
        }
    }

    /** Remembers the caller. */
    Uni<Void> seen(Caller caller) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(SEEN)
                                        .setParameter("subject", caller.subject())
                                        .setParameter("name", caller.name())
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter(
                                                "handles",
                                                caller.hasAny(
                                                        Role.INTAKE, Role.HANDLER, Role.REVIEWER))
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The known officers of the caller's bureau. */
    Uni<List<Officer>> of(Caller caller) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(OF, Object[].class)
                                        .setParameter("organisation", caller.organisation())
                                        .getResultList())
                .map(rows -> rows.stream().map(Officer::of).toList());
    }

    /**
     * An officer of the caller's bureau who takes steps on filings.
     *
     * @param pointer the field of the request that names the officer
     * @throws Invalid if none is known under that id; those of other bureaus are not known
     */
    Uni<Officer> require(Caller caller, String subject, String pointer) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ONE, Object[].class)
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter("subject", subject)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .map(Officer::of)
                                        .filter(Officer::handles)
                                        .findFirst()
                                        .orElseThrow(
                                                () ->
                                                        new Invalid(
                                                                pointer,
                                                                "unknown-officer",
                                                                "本单位没有该用户编号的经办人员；首次使用的人员须先领取过待办。",
                                                                "No officer of your bureau is known by this user id.")));
    }
}
