package io.mingjian.detection.bank;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.detection.bank.Bank.State;
import io.mingjian.detection.bank.Bank.Wish;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One picture in a bank, and what people decided about it. */
@Entity
@Table(name = "bank_entry")
class BankEntry {
    /** As a replica of the release before writes it who does not know who found it. */
    private static final String UNKNOWN = "registry";

    @Id private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Bank bank;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private State state;

    @Column(nullable = false, updatable = false)
    private String organisation;

    @Column(updatable = false)
    private @Nullable UUID evidenceId;

    @Column(nullable = false, updatable = false)
    private String sha256;

    @Column(nullable = false, updatable = false)
    private String note;

    @Column(nullable = false, updatable = false)
    private String source;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private @Nullable RestsOn restsOn;

    @Column(nullable = false, updatable = false)
    private String grounds;

    @Column(nullable = false, updatable = false)
    private String proposedBy;

    @Column(nullable = false, updatable = false)
    private String proposedSubject;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column(nullable = false)
    private Instant updatedAt;

    @Column private @Nullable Instant releasedAt;

    @Enumerated(EnumType.STRING)
    @Column
    private @Nullable Wish wished;

    @Column private @Nullable String wishedSubject;

    /** The finding that wishes it, where it is no person at the door. */
    @Column private @Nullable UUID wishedOutcomeId;

    /** Written by {@link BankEntries#searched} alone; it is no change that a reader waits for. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant searchedAt;

    @Version private int version;

    /** For the mapper. */
    protected BankEntry() {}

    BankEntry(UUID id, Draft draft, Caller by, Instant now) {
        this.id = id;
        this.bank = draft.bank();
        this.state = draft.bank().initial();
        this.organisation = by.organisation();
        this.evidenceId = draft.evidenceId().orElse(null);
        this.sha256 = draft.sha256();
        this.note = draft.note();
        this.source = draft.source();
        this.restsOn = draft.restsOn().orElse(null);
        this.grounds = draft.grounds();
        this.proposedBy = by.name();
        this.proposedSubject = by.subject();
        this.createdAt = now;
        this.updatedAt = now;
    }

    /**
     * What an entry is made of.
     *
     * @param note for the keeper alone
     * @param source where the picture comes from
     * @param restsOn for pictures that people confirmed as generated
     * @param grounds the same in words
     */
    record Draft(
            Bank bank,
            Optional<UUID> evidenceId,
            String sha256,
            String note,
            String source,
            Optional<RestsOn> restsOn,
            String grounds) {}

    /**
     * A second person bears a proposal out. Where nobody here is the first person, one wishes it
     * and another bears it out: of a proposal by somebody unknown, who may be the one who confirms,
     * and of a quarantined picture, because its being common takes weight from everybody's
     * evidence. What somebody doubts is confirmed only after the doubt was turned down.
     *
     * @return what came of it
     * @throws Forbidden if it is the person who proposed or wished it
     * @throws Conflict if nothing waits to be confirmed, or it is wished that it be taken back
     */
    EntryAct.Kind confirm(Caller by, Instant now) {
        boolean common = bank == Bank.COMMON && state == State.QUARANTINED;
        if (state != State.PROPOSED && !common) {
            throw closed("该条目无待确认的内容。", "Nothing here waits to be confirmed.");
        }
        if (wished == Wish.REVOCATION) {
            throw new Conflict(
                    "revocation-wished",
                    "已有人提出撤销该条目。不同意撤销的，请先以“解除”驳回该撤销，再行确认；同意的，请撤销该条目。",
                    "It is wished that this entry be taken back: turn that down first (release), or"
                            + " take the entry back.");
        }
        if (!common && isProposerKnown()) {
            requireAnother(by, proposedSubject);
        } else if (!isBorneOut(Wish.CONFIRMATION, by, now)) {
            return EntryAct.Kind.CONFIRMATION_PROPOSED;
        }
        become(State.ACTIVE, now);
        return EntryAct.Kind.CONFIRMED;
    }

    private boolean isProposerKnown() {
        return !proposedSubject.isEmpty() && !proposedSubject.equals(UNKNOWN);
    }

    /** It matched too much; people decide. What one of them wished meanwhile is still wished. */
    boolean quarantine(Instant now) {
        if (state != State.ACTIVE || bank == Bank.COMMON) {
            return false;
        }
        state = State.QUARANTINED;
        updatedAt = now;
        return true;
    }

    /**
     * People have looked: it may weigh again, or, of a common picture, is none. Of an entry in
     * force, what somebody wished to become of it is turned down.
     *
     * @return what came of it
     */
    EntryAct.Kind release(Instant now) {
        if (state == State.QUARANTINED) {
            become(bank == Bank.COMMON ? State.RELEASED : State.ACTIVE, now);
            releasedAt = now;
            return EntryAct.Kind.RELEASED;
        }
        if (wished == null) {
            throw closed("该条目未被隔离，也没有待确认的决定。", "It is not quarantined, and nothing is wished.");
        }
        become(state, now);
        return EntryAct.Kind.WISH_DECLINED;
    }

    /**
     * Takes it back. What weighs, or weighed until the machine stopped it, is wished back by one
     * person and taken back by another; a proposal weighs nothing, a common picture takes weight
     * from others, and a merchant's own picture is the merchant's.
     *
     * @return what came of it
     * @throws Forbidden if it is the person who wished it
     */
    EntryAct.Kind revoke(Caller by, Instant now) {
        if (hasEnded()) {
            throw closed("该条目已不再有效。", "This entry has ended already.");
        }
        boolean alone =
                state == State.PROPOSED
                        || bank == Bank.COMMON
                        || bank == Bank.MERCHANT_PHOTOS && isOf(by);
        if (!alone && !isBorneOut(Wish.REVOCATION, by, now)) {
            return EntryAct.Kind.REVOCATION_PROPOSED;
        }
        become(State.REVOKED, now);
        return EntryAct.Kind.REVOKED;
    }

    /**
     * What it rested on no longer stands: a proposal ends, what is in force stops weighing until
     * people have decided. What waits for people already, and what they ended, stays as it is.
     *
     * @return what came of it; empty if nothing did
     */
    Optional<EntryAct.Kind> losesItsGround(Instant now) {
        if (quarantine(now)) {
            return Optional.of(EntryAct.Kind.QUARANTINED);
        }
        if (state != State.PROPOSED) {
            return Optional.empty();
        }
        become(State.REVOKED, now);
        return Optional.of(EntryAct.Kind.REVOKED);
    }

    /**
     * Somebody found the contrary, which nobody's word undoes alone that two people bore out: it is
     * wished that the entry be taken back, and somebody else decides. So of a proposal, which
     * nobody confirms before that; what one person wished to confirm of it has to be wished anew.
     *
     * @param outcomeId of the finding
     * @param subject who found it; empty if it is not known who that is
     * @return what came of it, in order; empty if the same is wished already, or nothing is left to
     *     take back
     */
    List<EntryAct.Kind> isDoubtedBy(UUID outcomeId, String subject, Instant now) {
        if (state != State.PROPOSED && state != State.ACTIVE || wished == Wish.REVOCATION) {
            return List.of();
        }
        boolean another = wished != null;
        wished = Wish.REVOCATION;
        wishedSubject = subject;
        wishedOutcomeId = outcomeId;
        updatedAt = now;
        return another
                ? List.of(EntryAct.Kind.WISH_DECLINED, EntryAct.Kind.REVOCATION_PROPOSED)
                : List.of(EntryAct.Kind.REVOCATION_PROPOSED);
    }

    /**
     * A finding no longer stands, and with it goes what it wished; what a person wished at the door
     * stays.
     *
     * @return whether it had wished anything that still waits
     */
    boolean isDoubtedNoMoreBy(UUID outcomeId, Instant now) {
        if (wished == null || !outcomeId.equals(wishedOutcomeId)) {
            return false;
        }
        become(state, now);
        return true;
    }

    private boolean hasEnded() {
        return state == State.REVOKED || state == State.RELEASED;
    }

    /**
     * Whether somebody wished the same before; if nobody did, or somebody unknown, who may be the
     * same person, it is wished from now on.
     */
    private boolean isBorneOut(Wish wish, Caller by, Instant now) {
        if (wished == wish && wishedSubject != null && !wishedSubject.isEmpty()) {
            requireAnother(by, wishedSubject);
            return true;
        }
        wished = wish;
        wishedSubject = by.subject();
        wishedOutcomeId = null;
        updatedAt = now;
        return false;
    }

    private static void requireAnother(Caller by, String subject) {
        if (by.subject().equals(subject)) {
            throw new Forbidden(
                    "second-person", "须由提出人以外的另一人确认。", "Somebody else than the proposer confirms.");
        }
    }

    private void become(State next, Instant now) {
        state = next;
        wished = null;
        wishedSubject = null;
        wishedOutcomeId = null;
        updatedAt = now;
    }

    private static Conflict closed(String zh, String en) {
        return new Conflict("entry-state", zh, en);
    }

    /** Whether people have decided lately that it weighs again, so that a crowd is no surprise. */
    boolean wasReleasedAfter(Instant rest) {
        return releasedAt != null && releasedAt.isAfter(rest);
    }

    /** Whether evidence that shows it is weighed otherwise than without it. */
    boolean hasEffect() {
        return state == State.ACTIVE || bank == Bank.COMMON && state == State.QUARANTINED;
    }

    /** The city sees all, a merchant its own. */
    boolean isSeenBy(Caller caller) {
        return caller.isCity()
                || caller.is(OrganisationKind.MERCHANT) && isOf(caller) && bank != Bank.COMMON;
    }

    boolean isOf(Caller caller) {
        return organisation.equals(caller.organisation());
    }

    /** Whether the caller keeps this entry and reads what is noted with it. */
    boolean isKeptBy(Caller caller) {
        return isOf(caller) || caller.isCity() && bank != Bank.MERCHANT_PHOTOS;
    }

    /** A merchant takes its own picture back; all else is decided by the city. */
    boolean mayBeRevokedBy(Caller caller) {
        return Bank.isDeciderOfTheCity(caller)
                || bank == Bank.MERCHANT_PHOTOS && bank.mayBeFilledBy(caller) && isOf(caller);
    }

    UUID id() {
        return id;
    }

    Bank bank() {
        return bank;
    }

    State state() {
        return state;
    }

    /** What waits for a second person. */
    Optional<Wish> wished() {
        return Optional.ofNullable(wished);
    }

    String organisation() {
        return organisation;
    }

    Optional<UUID> evidenceId() {
        return Optional.ofNullable(evidenceId);
    }

    String sha256() {
        return sha256;
    }

    String note() {
        return note;
    }

    String source() {
        return source;
    }

    Optional<RestsOn> restsOn() {
        return Optional.ofNullable(restsOn);
    }

    String grounds() {
        return grounds;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Optional<Instant> searchedAt() {
        return Optional.ofNullable(searchedAt);
    }

    int version() {
        return version;
    }
}
