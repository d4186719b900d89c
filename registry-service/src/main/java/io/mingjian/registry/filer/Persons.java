package io.mingjian.registry.filer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which filers are one person; the answer changes when filers are merged or taken apart. */
@ApplicationScoped
public class Persons {
    /** As the database orders ids; those of filers begin with the time at which they were made. */
    public static final Comparator<UUID> OLDEST_FIRST = Comparator.comparing(UUID::toString);

    private static final String MEMBERS =
            """
            select m.id from filer f join filer m on m.person_id = f.person_id
            where f.id = :filer order by m.id
            """;

    private static final String REGROUP =
            """
            update filer f set person_id = g.person
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as g (filer uuid, person uuid)
            where f.id = g.filer and f.person_id <> g.person
            """;

    private final ObjectMapper json;

    Persons(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A person as known today.
     *
     * @param id the oldest of its filers
     * @param members all of its filers, the oldest first
     */
    public record Person(UUID id, List<UUID> members) {
        /** The person that these filers are. */
        public static Person of(Collection<UUID> filers) {
            List<UUID> members = filers.stream().sorted(OLDEST_FIRST).toList();
            return new Person(members.get(0), members);
        }
    }

    /**
     * The person behind a filer. Not whether the caller's bureau has to do with it: that the rooms
     * ask that know the filings.
     *
     * @throws NotFound if there is no such filer, or the caller may not know of it
     */
    public Uni<Person> of(Caller caller, UUID filerId) {
        if (!Filers.maySee(caller)) {
            return Uni.createFrom().failure(Persons::unknown);
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(MEMBERS, UUID.class)
                                        .setParameter("filer", filerId)
                                        .getResultList())
                .map(
                        members -> {
                            if (members.isEmpty()) {
                                throw unknown();
                            }
                            return new Person(members.get(0), members);
                        });
    }

    /** Makes each of these sets of filers one person; part of the running transaction. */
    public Uni<Void> regroup(Caller caller, Collection<Set<UUID>> groups) {
        List<Row> rows =
                groups.stream()
                        .flatMap(
                                group -> {
                                    UUID person = Collections.min(group, OLDEST_FIRST);
                                    return group.stream().map(filer -> new Row(filer, person));
                                })
                        .toList();
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(REGROUP)
                                        .setParameter("rows", text(rows))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private record Row(UUID filer, UUID person) {}

    /** What is answered for a person that is not there or not the caller's to know. */
    public static NotFound unknown() {
        return new NotFound("投诉举报人", "filer");
    }

    private String text(List<Row> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rows of ids are always writable", impossible);
        }
    }
}
