package io.mingjian.registry.filer;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** How many people stand behind one telephone or address (Order 121 Art 17(d)). */
@ApplicationScoped
public class SharedContacts {
    /** Nobody needs to know exactly how many more use the same. */
    private static final int MOST = 500;

    private static final String PERSONS =
            """
            select coalesce(max(shared.persons), 0) from (
              select (select count(distinct f.person_id)
                      from (select filer_id from filer_contact o where o.kind = mine.kind and o.key = mine.key limit %d) o
                        join filer f on f.id = o.filer_id) as persons
              from (select distinct c.kind, c.key from filer m join filer_contact c on c.filer_id = m.id
                    where m.person_id = :person and c.kind in ('PHONE', 'ADDRESS')) mine) shared
            """
                    .formatted(MOST);

    /**
     * The largest number of persons at one telephone or address of this person, itself included; a
     * house of many people counts as what it is.
     */
    public Uni<Integer> personsPer(Caller caller, UUID personId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(PERSONS, Long.class)
                                        .setParameter("person", personId)
                                        .getSingleResult())
                .map(Math::toIntExact);
    }
}
