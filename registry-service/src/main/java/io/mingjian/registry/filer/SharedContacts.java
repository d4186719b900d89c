package io.mingjian.registry.filer;

import static java.util.stream.Collectors.toMap;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How many people stand behind one telephone or address (Order 121 Art 17(d)). */
@ApplicationScoped
public class SharedContacts {
    /** Nobody needs to know exactly how many more use the same. */
    private static final int MOST = 500;

    private static final String PERSONS =
            """
            select mine.person_id, max(
              (select count(distinct f.person_id)
               from (select filer_id from filer_contact o where o.kind = mine.kind and o.key = mine.key limit %d) o
                 join filer f on f.id = o.filer_id))
            from (select distinct m.person_id, c.kind, c.key from filer m join filer_contact c on c.filer_id = m.id
                  where m.person_id in (:persons) and c.kind in ('PHONE', 'ADDRESS')) mine
            group by mine.person_id
            """
                    .formatted(MOST);

    /**
     * The largest number of persons at one telephone or address of this person, itself included; a
     * house of many people counts as what it is.
     */
    public Uni<Integer> personsPer(Caller caller, UUID personId) {
        return personsPer(caller, List.of(personId)).map(found -> found.getOrDefault(personId, 0));
    }

    /** The same for many persons; those of whom no contact is known are absent. */
    public Uni<Map<UUID, Integer>> personsPer(Caller caller, Collection<UUID> personIds) {
        if (personIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(PERSONS, Object[].class)
                                        .setParameter("persons", personIds)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                toMap(
                                                        row -> (UUID) row[0],
                                                        row -> Math.toIntExact((Long) row[1]))));
    }
}
