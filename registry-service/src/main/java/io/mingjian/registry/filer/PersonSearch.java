package io.mingjian.registry.filer;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.registry.code.IdType;
import io.mingjian.registry.filer.Owners.Keys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the person behind a document for somebody who has its number already. Answers a pseudonym,
 * which is for the suite's own use: a door that serves others than the bureaus never shows it.
 */
@ApplicationScoped
public class PersonSearch {
    private static final String BY_DOCUMENT =
            """
            select f.person_id from filer_key k join filer f on f.id = k.filer_id where k.kind = 'ID' and k.key = :key
            """;

    private static final String NAMED =
            """
            select exists (select 1 from filer f join filer_statement s on s.filer_id = f.id
                           where f.person_id = :person and s.name_masked = :name)
                or exists (select 1 from filer f join filer_party p on p.filer_id = f.id
                           where f.person_id = :person and p.name_masked = :name)
            """;

    private final FilerSecrets secrets;
    private final FilerKeys keys;

    PersonSearch(FilerSecrets secrets, FilerKeys keys) {
        this.secrets = secrets;
        this.keys = keys;
    }

    /** What remains of a document in a log: finds the same one again, and tells nobody which. */
    public byte[] trace(IdType type, String number) {
        return secrets.idKey(type, number);
    }

    /** The person of a document whose number is normalised. */
    public Uni<Optional<UUID>> byDocument(Caller caller, IdType type, String number) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(BY_DOCUMENT, UUID.class)
                                        .setParameter("key", secrets.idKey(type, number))
                                        .getResultList())
                .map(found -> found.stream().findFirst());
    }

    /** The filer of a document, or a new one: for whom another agency knows and we do not yet. */
    public Uni<UUID> holderOf(Caller caller, IdType type, String number) {
        Keys document = Keys.ofDocument(type, number, secrets);
        return keys.held(caller, List.of(document))
                .chain(
                        owners -> {
                            UUID filer = owners.resolve(document);
                            return keys.keep(caller, owners, List.of()).replaceWith(filer);
                        });
    }

    /**
     * Whether the person ever gave a name that looks like this one: its first character and its
     * length. Enough to notice a wrong number, and nothing needs to be unsealed.
     */
    public Uni<Boolean> mayBeNamed(Caller caller, UUID personId, String name) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(NAMED, Boolean.class)
                                        .setParameter("person", personId)
                                        .setParameter("name", Masking.name(name))
                                        .getSingleResult());
    }
}
