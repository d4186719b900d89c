package io.mingjian.registry.filer;

import io.mingjian.registry.code.IdType;
import io.mingjian.registry.code.Phone;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The identity that a filer gave with one submission (Order 121 Art 10), already normalised.
 *
 * @param idNumber present exactly if {@code idType} is
 * @param phone mobile or landline, normalised
 */
public record GivenIdentity(
        String name,
        @Nullable IdType idType,
        @Nullable String idNumber,
        String phone,
        @Nullable String address,
        @Nullable String email,
        @Nullable PlatformAccount platformAccount) {

    public GivenIdentity(
            String name,
            @Nullable IdType idType,
            @Nullable String idNumber,
            String phone,
            @Nullable String address) {
        this(name, idType, idNumber, phone, address, null, null);
    }

    /** The same, together with an account on a platform. */
    public GivenIdentity with(@Nullable PlatformAccount account) {
        return new GivenIdentity(name, idType, idNumber, phone, address, email, account);
    }

    /** What mediation needs of a person who also reported: name and telephone (Art 37). */
    GivenIdentity forMediation() {
        return new GivenIdentity(name, null, null, phone, null);
    }

    /**
     * Whether both name the same person by what people are matched by: one document, or one
     * telephone unless two documents tell them apart.
     */
    public boolean isSamePersonAs(GivenIdentity other) {
        boolean bothHaveIds = idNumber != null && other.idNumber != null;
        if (bothHaveIds) {
            return idType == other.idType && Objects.equals(idNumber, other.idNumber);
        }
        return Phone.canonical(phone).equals(Phone.canonical(other.phone));
    }

    /** Says nothing about the person, so that no log line can. */
    @Override
    public String toString() {
        return "GivenIdentity[…]";
    }
}
