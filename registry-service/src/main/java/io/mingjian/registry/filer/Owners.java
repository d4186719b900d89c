package io.mingjian.registry.filer;

import io.mingjian.kit.id.Ids;
import io.mingjian.registry.code.IdType;
import io.mingjian.registry.filer.Resolution.Owner;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who owns which keys while identities are resolved one after the other: what one of them takes,
 * the next one finds.
 */
final class Owners {
    /** A keyed hash, in base64. */
    record Key(String kind, String hash) {
        /** The lock that everybody holds who resolves this key. */
        long lock() {
            return java.nio.ByteBuffer.wrap(Base64.getDecoder().decode(hash)).getLong();
        }
    }

    /**
     * The strong keys of an identity, at least one: a document, and a telephone together with the
     * name that was given there.
     */
    record Keys(@Nullable Key id, @Nullable Key phone) {
        static Keys of(GivenIdentity given, FilerSecrets secrets) {
            Key phone = key("PHONE", secrets.callerKey(given.phone(), given.name()));
            return given.idType() == null || given.idNumber() == null
                    ? new Keys(null, phone)
                    : new Keys(key("ID", secrets.idKey(given.idType(), given.idNumber())), phone);
        }

        static Keys ofDocument(IdType type, String number, FilerSecrets secrets) {
            return new Keys(key("ID", secrets.idKey(type, number)), null);
        }

        private static Key key(String kind, byte[] hash) {
            return new Key(kind, Base64.getEncoder().encodeToString(hash));
        }
    }

    /** A key that a filer takes. */
    record Taken(Key key, UUID filerId) {}

    private final Map<Key, UUID> byKey = new HashMap<>();
    private final Set<UUID> knownById = new HashSet<>();
    private final Set<UUID> fresh = new LinkedHashSet<>();
    private final List<Taken> taken = new ArrayList<>();

    /** A key that had an owner before. */
    void known(Key key, UUID filer, boolean isKnownById) {
        byKey.put(key, filer);
        if (isKnownById) {
            knownById.add(filer);
        }
    }

    /** The person of these keys, known or new. */
    UUID resolve(Keys keys) {
        Resolution found =
                Resolution.of(keys.id() != null, owner(keys.id()), owner(keys.phone()), Ids.next());
        if (found.isNew()) {
            fresh.add(found.filerId());
        }
        if (found.takesId() && keys.id() != null) {
            take(keys.id(), found.filerId());
            knownById.add(found.filerId());
        }
        if (found.takesPhone() && keys.phone() != null) {
            take(keys.phone(), found.filerId());
        }
        return found.filerId();
    }

    /** Filers to be made. */
    Set<UUID> fresh() {
        return fresh;
    }

    /** Keys to be kept. */
    List<Taken> taken() {
        return taken;
    }

    private Optional<Owner> owner(@Nullable Key key) {
        return Optional.ofNullable(key)
                .map(byKey::get)
                .map(filer -> new Owner(filer, knownById.contains(filer)));
    }

    private void take(Key key, UUID filer) {
        byKey.put(key, filer);
        taken.add(new Taken(key, filer));
    }
}
