package io.mingjian.registry.person;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.mingjian.registry.filer.Persons;
import io.mingjian.registry.filer.Persons.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Whom a bureau may know: the city everybody, a district those who filed, alone or with others,
 * something that it has or registered. A person is known or not, whichever of its filers is named.
 */
@ApplicationScoped
public class KnownPersons {
    /** A condition on the filer {@code f}. */
    static final String KNOWN =
            """
            (exists (select 1 from filer m join queue_item q on q.filer_id = m.id
                     where m.person_id = f.person_id and :organisation in (q.holder, q.registering_organisation))
             or exists (select 1 from filer m join filer_party p on p.filer_id = m.id
                          join queue_item q on q.submission_id = p.submission_id
                        where m.person_id = f.person_id and :organisation in (q.holder, q.registering_organisation)))
            """;

    private static final String IS_KNOWN =
            "select count(*) from filer f where f.id = :filer and " + KNOWN;

    private static final String KNOWN_AMONG =
            "select f.id from filer f where f.id in (:persons) and " + KNOWN;

    private final Persons persons;

    KnownPersons(Persons persons) {
        this.persons = persons;
    }

    /**
     * The person behind a filer.
     *
     * @throws NotFound if there is none, or the caller's bureau has nothing to do with it
     */
    public Uni<Person> require(Caller caller, UUID filerId) {
        return persons.of(caller, filerId)
                .call(
                        () ->
                                knows(caller, filerId)
                                        .invoke(
                                                known -> {
                                                    if (!known) {
                                                        throw Persons.unknown();
                                                    }
                                                }));
    }

    /** Those of these persons whom the caller's bureau may know. */
    Uni<Set<UUID>> among(Caller caller, List<UUID> persons) {
        if (seesAll(caller) || persons.isEmpty()) {
            return Uni.createFrom().item(Set.copyOf(persons));
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(KNOWN_AMONG, UUID.class)
                                        .setParameter("persons", persons)
                                        .setParameter("organisation", caller.organisation())
                                        .getResultList())
                .map(Set::copyOf);
    }

    private static Uni<Boolean> knows(Caller caller, UUID filerId) {
        if (seesAll(caller)) {
            return Uni.createFrom().item(true);
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(IS_KNOWN, Long.class)
                                        .setParameter("filer", filerId)
                                        .setParameter("organisation", caller.organisation())
                                        .getSingleResult())
                .map(found -> found > 0);
    }

    static boolean seesAll(Caller caller) {
        return caller.isCity() || caller.isMachine();
    }
}
