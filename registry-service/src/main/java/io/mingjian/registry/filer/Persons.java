package io.mingjian.registry.filer;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Which filers are one person; the answer changes when filers are merged or taken apart. */
@ApplicationScoped
public class Persons {
    private static final String MEMBERS =
            """
            select m.id from filer f join filer m on m.person_id = f.person_id
            where f.id = :filer order by m.id
            """;

    /**
     * A person as known today.
     *
     * @param id the oldest of its filers
     * @param members all of its filers, the oldest first
     */
    public record Person(UUID id, List<UUID> members) {}

    /**
     * The person behind a filer.
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

    private static NotFound unknown() {
        return new NotFound("投诉举报人", "filer");
    }
}
