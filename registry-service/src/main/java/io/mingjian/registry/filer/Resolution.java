package io.mingjian.registry.filer;

import java.util.Optional;
import java.util.UUID;

/**
 * Which filer a given identity belongs to, decided from the owners of its strong keys.
 *
 * <p>An identity number is one person. A telephone under one name is one person until two identity
 * numbers use it: then the second is a person of its own, and the phone stays with its first owner.
 * Under another name it is another person (several people may share a phone, Order 121 Art 17(d)).
 * Someone first known by phone alone is the same person when an identity number comes with that
 * phone and name.
 *
 * @param filerId existing or new pseudonym
 * @param isNew whether the pseudonym is to be created
 * @param takesId whether the identity number becomes a key of this filer now
 * @param takesPhone whether the phone becomes a key of this filer now
 */
record Resolution(UUID filerId, boolean isNew, boolean takesId, boolean takesPhone) {

    /** Who owns a key. */
    record Owner(UUID filerId, boolean isKnownById) {}

    static Resolution of(
            boolean idGiven, Optional<Owner> ofId, Optional<Owner> ofPhone, UUID freshId) {
        boolean phoneIsFree = ofPhone.isEmpty();
        if (ofId.isPresent()) {
            return new Resolution(ofId.get().filerId(), false, false, phoneIsFree);
        }
        boolean phoneNamesThePerson =
                ofPhone.isPresent() && !(idGiven && ofPhone.get().isKnownById());
        if (phoneNamesThePerson) {
            return new Resolution(ofPhone.get().filerId(), false, idGiven, false);
        }
        return new Resolution(freshId, true, idGiven, phoneIsFree);
    }
}
