package io.mingjian.detection.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.detection.bank.Bank.State;
import io.mingjian.detection.bank.Bank.Wish;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may change an entry alone, and what takes two people. */
class BankEntryTest {
    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
    private static final UUID FINDING = new UUID(0, 7);
    private static final Caller MACHINE = Caller.machine("detection");

    private final Caller one = officer("one");
    private final Caller two = officer("two");
    private final Caller shop =
            new Caller(
                    "shop",
                    "shop",
                    "merchant-wang",
                    OrganisationKind.MERCHANT,
                    null,
                    null,
                    Set.of(Role.HANDLER));

    private static Caller officer(String subject) {
        return new Caller(
                subject,
                subject,
                "samr-shanghai",
                OrganisationKind.MUNICIPAL_BUREAU,
                "310000",
                null,
                Set.of(Role.REVIEWER));
    }

    private static BankEntry entry(Bank bank, Caller by) {
        return new BankEntry(
                new UUID(0, 1),
                new BankEntry.Draft(
                        bank, Optional.empty(), "00", "", "", Optional.empty(), "grounds"),
                by,
                NOW);
    }

    private BankEntry inForce(Bank bank) {
        BankEntry entry = entry(bank, one);
        entry.confirm(two, NOW);
        return entry;
    }

    @ParameterizedTest
    @EnumSource(names = {"KNOWN_AI", "STOCK"})
    void whatTheCityPutsInWeighsWhenAnotherPersonHasConfirmedIt(Bank bank) {
        BankEntry entry = entry(bank, one);
        assertThat(entry.state()).isEqualTo(State.PROPOSED);
        assertThat(entry.hasEffect()).isFalse();
        assertThatThrownBy(() -> entry.confirm(one, NOW)).isInstanceOf(Forbidden.class);
        assertThat(entry.confirm(two, NOW)).isEqualTo(EntryAct.Kind.CONFIRMED);
        assertThat(entry.hasEffect()).isTrue();
    }

    /** The release before wrote "registry" where it did not know who. */
    @ParameterizedTest
    @ValueSource(strings = {"", "registry"})
    void whatSomebodyUnknownProposesIsConfirmedByTwo(String proposer) {
        BankEntry entry = entry(Bank.KNOWN_AI, officer(proposer));
        assertThat(entry.confirm(one, NOW)).isEqualTo(EntryAct.Kind.CONFIRMATION_PROPOSED);
        assertThat(entry.hasEffect()).isFalse();
        assertThatThrownBy(() -> entry.confirm(one, NOW)).isInstanceOf(Forbidden.class);
        assertThat(entry.confirm(two, NOW)).isEqualTo(EntryAct.Kind.CONFIRMED);
        assertThat(entry.hasEffect()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"KNOWN_AI", "STOCK"})
    void whatIsInForceIsTakenBackByTwo(Bank bank) {
        BankEntry entry = inForce(bank);
        assertThat(entry.revoke(one, NOW)).isEqualTo(EntryAct.Kind.REVOCATION_PROPOSED);
        assertThat(entry.hasEffect()).as("nothing has changed yet").isTrue();
        assertThat(entry.wished()).contains(Wish.REVOCATION);
        assertThatThrownBy(() -> entry.revoke(one, NOW)).isInstanceOf(Forbidden.class);
        assertThat(entry.revoke(two, NOW)).isEqualTo(EntryAct.Kind.REVOKED);
        assertThat(entry.state()).isEqualTo(State.REVOKED);
        assertThatThrownBy(() -> entry.revoke(two, NOW)).isInstanceOf(Conflict.class);
    }

    @Test
    void theMachinesQuarantineMakesNoSecondPerson() {
        BankEntry entry = inForce(Bank.KNOWN_AI);
        assertThat(entry.losesItsGround(NOW)).contains(EntryAct.Kind.QUARANTINED);
        assertThat(entry.revoke(one, NOW)).isEqualTo(EntryAct.Kind.REVOCATION_PROPOSED);
        assertThat(entry.state()).isEqualTo(State.QUARANTINED);
        assertThat(entry.revoke(two, NOW)).isEqualTo(EntryAct.Kind.REVOKED);
    }

    @Test
    void whatSomebodyDoubtsGoesOnWeighingUntilAnotherPersonHasDecided() {
        BankEntry entry = inForce(Bank.KNOWN_AI);
        assertThat(entry.isDoubtedBy(FINDING, "one", NOW))
                .containsExactly(EntryAct.Kind.REVOCATION_PROPOSED);
        assertThat(entry.hasEffect()).isTrue();
        assertThat(entry.wished()).contains(Wish.REVOCATION);
        assertThat(entry.isDoubtedBy(FINDING, "two", NOW)).as("it is wished already").isEmpty();
        assertThatThrownBy(() -> entry.revoke(one, NOW)).isInstanceOf(Forbidden.class);
        assertThat(entry.revoke(two, NOW)).isEqualTo(EntryAct.Kind.REVOKED);
        assertThat(entry.isDoubtedBy(FINDING, "one", NOW)).as("it has ended").isEmpty();
    }

    @Test
    void whatSomebodyUnknownDoubtsIsTakenBackByTwo() {
        BankEntry entry = inForce(Bank.KNOWN_AI);
        entry.isDoubtedBy(FINDING, "", NOW);
        assertThat(entry.revoke(one, NOW)).isEqualTo(EntryAct.Kind.REVOCATION_PROPOSED);
        assertThat(entry.state()).isEqualTo(State.ACTIVE);
        assertThat(entry.revoke(two, NOW)).isEqualTo(EntryAct.Kind.REVOKED);
    }

    @Test
    void aProposalThatSomebodyDoubtsIsConfirmedOnlyWhenTheDoubtWasTurnedDown() {
        BankEntry entry = entry(Bank.KNOWN_AI, one);
        assertThat(entry.isDoubtedBy(FINDING, "three", NOW))
                .containsExactly(EntryAct.Kind.REVOCATION_PROPOSED);
        assertThatThrownBy(() -> entry.confirm(two, NOW)).isInstanceOf(Conflict.class);
        assertThat(entry.state()).isEqualTo(State.PROPOSED);
        assertThat(entry.wished()).contains(Wish.REVOCATION);
        assertThat(entry.release(NOW)).isEqualTo(EntryAct.Kind.WISH_DECLINED);
        assertThat(entry.confirm(two, NOW)).isEqualTo(EntryAct.Kind.CONFIRMED);
        assertThat(entry.wished()).isEmpty();
    }

    @Test
    void aDoubtDoesNotDropWhatSomebodyWishedWithoutAWord() {
        BankEntry entry = entry(Bank.KNOWN_AI, officer(""));
        entry.confirm(one, NOW);
        assertThat(entry.isDoubtedBy(FINDING, "three", NOW))
                .containsExactly(EntryAct.Kind.WISH_DECLINED, EntryAct.Kind.REVOCATION_PROPOSED);
        entry.release(NOW);
        assertThat(entry.confirm(two, NOW)).isEqualTo(EntryAct.Kind.CONFIRMATION_PROPOSED);
    }

    @Test
    void aDoubtGoesWithItsFindingAndWhatAPersonWishedStays() {
        BankEntry entry = inForce(Bank.KNOWN_AI);
        entry.isDoubtedBy(FINDING, "three", NOW);
        assertThat(entry.isDoubtedNoMoreBy(new UUID(0, 8), NOW)).isFalse();
        assertThat(entry.isDoubtedNoMoreBy(FINDING, NOW)).isTrue();
        assertThat(entry.revoke(one, NOW)).isEqualTo(EntryAct.Kind.REVOCATION_PROPOSED);
        assertThat(entry.isDoubtedNoMoreBy(FINDING, NOW)).isFalse();
        assertThat(entry.revoke(two, NOW)).isEqualTo(EntryAct.Kind.REVOKED);

        BankEntry unknown = inForce(Bank.KNOWN_AI);
        unknown.isDoubtedBy(FINDING, "", NOW);
        unknown.revoke(one, NOW);
        assertThat(unknown.isDoubtedNoMoreBy(FINDING, NOW)).as("a person wishes it").isFalse();
        assertThat(unknown.wished()).contains(Wish.REVOCATION);
    }

    @Test
    void groundThatIsLostTwiceEndsNothingThatWaitsForPeople() {
        BankEntry entry = inForce(Bank.KNOWN_AI);
        entry.losesItsGround(NOW);
        assertThat(entry.losesItsGround(NOW)).isEmpty();
        assertThat(entry.state()).isEqualTo(State.QUARANTINED);
        entry.revoke(one, NOW);
        entry.revoke(two, NOW);
        assertThat(entry.losesItsGround(NOW)).isEmpty();

        BankEntry proposal = entry(Bank.KNOWN_AI, one);
        assertThat(proposal.losesItsGround(NOW)).contains(EntryAct.Kind.REVOKED);
    }

    @Test
    void aQuarantineTakesNothingFromWhatSomebodyWished() {
        BankEntry entry = inForce(Bank.STOCK);
        entry.revoke(one, NOW);
        assertThat(entry.quarantine(NOW)).isTrue();
        assertThat(entry.revoke(two, NOW)).isEqualTo(EntryAct.Kind.REVOKED);
    }

    @Test
    void aWishThatIsTurnedDownHasToBeWishedAnew() {
        BankEntry entry = inForce(Bank.KNOWN_AI);
        assertThatThrownBy(() -> entry.release(NOW)).isInstanceOf(Conflict.class);
        entry.revoke(one, NOW);
        assertThat(entry.release(NOW)).isEqualTo(EntryAct.Kind.WISH_DECLINED);
        assertThat(entry.state()).isEqualTo(State.ACTIVE);
        assertThat(entry.wished()).isEmpty();
        assertThat(entry.revoke(two, NOW)).isEqualTo(EntryAct.Kind.REVOCATION_PROPOSED);
    }

    @Test
    void aQuarantinedPictureIsACommonOneWhenTwoSaySoAndNoneWhenOneDoes() {
        BankEntry common = entry(Bank.COMMON, MACHINE);
        assertThat(common.confirm(one, NOW)).isEqualTo(EntryAct.Kind.CONFIRMATION_PROPOSED);
        assertThat(common.state()).isEqualTo(State.QUARANTINED);
        assertThatThrownBy(() -> common.confirm(one, NOW)).isInstanceOf(Forbidden.class);
        assertThat(common.confirm(two, NOW)).isEqualTo(EntryAct.Kind.CONFIRMED);
        assertThat(common.state()).isEqualTo(State.ACTIVE);

        BankEntry none = entry(Bank.COMMON, MACHINE);
        none.confirm(one, NOW);
        assertThat(none.release(NOW)).isEqualTo(EntryAct.Kind.RELEASED);
        assertThat(none.state()).isEqualTo(State.RELEASED);
        assertThat(none.wished()).isEmpty();
    }

    @Test
    void aShopTakesItsOwnPictureBackAloneAndTheCityDoesNot() {
        BankEntry own = entry(Bank.MERCHANT_PHOTOS, shop);
        assertThat(own.revoke(shop, NOW)).isEqualTo(EntryAct.Kind.REVOKED);
        BankEntry foreign = entry(Bank.MERCHANT_PHOTOS, shop);
        assertThat(foreign.revoke(one, NOW)).isEqualTo(EntryAct.Kind.REVOCATION_PROPOSED);
        assertThat(foreign.revoke(two, NOW)).isEqualTo(EntryAct.Kind.REVOKED);
    }

    @Test
    void aProposalIsDroppedByOne() {
        BankEntry entry = entry(Bank.STOCK, one);
        assertThat(entry.revoke(one, NOW)).isEqualTo(EntryAct.Kind.REVOKED);
    }

    @ParameterizedTest
    @EnumSource(EntryAct.Kind.class)
    void everyActIsReadByTheReleaseBeforeAndAsItselfByThisOne(EntryAct.Kind kind) {
        assertThat(kind.known())
                .isIn(
                        EntryAct.Kind.PROPOSED,
                        EntryAct.Kind.CONFIRMED,
                        EntryAct.Kind.QUARANTINED,
                        EntryAct.Kind.RELEASED,
                        EntryAct.Kind.REVOKED);
        String full = kind == kind.known() ? null : kind.name();
        assertThat(EntryAct.Kind.read(kind.known().name(), full)).isEqualTo(kind);
        assertThat(EntryAct.Kind.read(kind.known().name(), "OF_A_RELEASE_TO_COME"))
                .isEqualTo(kind.known());
    }

    @ParameterizedTest
    @EnumSource(EntryAct.Kind.class)
    void everyActHasANameInTheAudit(EntryAct.Kind kind) {
        assertThat(kind.audited()).startsWith("bank-entry.");
    }
}
