package io.mingjian.registry.filer;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.registry.filer.Resolution.Owner;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResolutionTest {
    private static final UUID FRESH = new UUID(0, 0);
    private static final UUID WANG = new UUID(0, 1);
    private static final UUID LI = new UUID(0, 2);

    @Test
    void aPersonNeverSeenIsNewAndTakesBothKeys() {
        assertThat(Resolution.of(true, none(), none(), FRESH))
                .isEqualTo(new Resolution(FRESH, true, true, true));
    }

    @Test
    void aPersonWithoutDocumentTakesThePhoneOnly() {
        assertThat(Resolution.of(false, none(), none(), FRESH))
                .isEqualTo(new Resolution(FRESH, true, false, true));
    }

    @Test
    void theIdentityNumberFindsThePersonUnderANewPhone() {
        assertThat(Resolution.of(true, knownById(WANG), none(), FRESH))
                .isEqualTo(new Resolution(WANG, false, false, true));
    }

    @Test
    void thePhoneFindsThePersonWhoShowsNoDocument() {
        assertThat(Resolution.of(false, none(), knownById(WANG), FRESH))
                .isEqualTo(new Resolution(WANG, false, false, false));
    }

    @Test
    void aDocumentMakesAPersonKnownByPhoneKnownById() {
        assertThat(Resolution.of(true, none(), knownByPhone(WANG), FRESH))
                .isEqualTo(new Resolution(WANG, false, true, false));
    }

    @Test
    void twoDocumentsOnOnePhoneAreTwoPersons() {
        assertThat(Resolution.of(true, none(), knownById(LI), FRESH))
                .isEqualTo(new Resolution(FRESH, true, true, false));
    }

    @Test
    void theIdentityNumberWinsOverAnotherPersonsPhone() {
        assertThat(Resolution.of(true, knownById(WANG), knownById(LI), FRESH))
                .isEqualTo(new Resolution(WANG, false, false, false));
    }

    private static Optional<Owner> none() {
        return Optional.empty();
    }

    private static Optional<Owner> knownById(UUID filer) {
        return Optional.of(new Owner(filer, true));
    }

    private static Optional<Owner> knownByPhone(UUID filer) {
        return Optional.of(new Owner(filer, false));
    }
}
