package io.mingjian.detection.evidence;

import io.mingjian.detection.content.Fingerprint;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.kit.time.LegalDay;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One upload. What was uploaded never changes; what changes is how far its analysis has come.
 *
 * <p>The analysis is a job on this row. A worker takes a lease, and only the holder of the current
 * lease may end the job; so a worker that died or was slow can neither lose nor double a result.
 */
@Entity
@Table(name = "evidence")
class Evidence {
    /** A picture that ends this many workers is given up as inconclusive. */
    static final int MOST_ATTEMPTS = 5;

    @Id private UUID id;

    @Column(nullable = false, updatable = false)
    private String organisation;

    @Column(nullable = false, updatable = false)
    private String uploadedBy;

    @Column(nullable = false, updatable = false)
    private String sha256;

    @Column(nullable = false, updatable = false)
    private String sm3;

    @Column(nullable = false, updatable = false)
    private long sizeBytes;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private MediaKind mediaKind;

    @Column(nullable = false, updatable = false)
    private int width;

    @Column(nullable = false, updatable = false)
    private int height;

    @Column(nullable = false, updatable = false)
    private Instant receivedAt;

    @Column(nullable = false)
    private Instant updatedAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private EvidenceState state;

    @Version private int version;

    @Column(nullable = false)
    private int attempts;

    @Column private @Nullable UUID leaseToken;

    @Column private @Nullable Instant leaseUntil;

    @Column(nullable = false)
    private int revisitsWanted;

    @Column(nullable = false)
    private int revisitsDone;

    @Column(nullable = false)
    private int told;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ContentState contentState;

    @Column private @Nullable Instant destroyedAt;

    @Column(nullable = false)
    private int holds;

    @Enumerated(EnumType.STRING)
    @Column
    private @Nullable KeepingGround keeping;

    @Column private @Nullable LocalDate keepingFrom;

    @Column private @Nullable LocalDate keepUntil;

    /** Written by {@link Evidences#claimed} alone. */
    @Column(insertable = false, updatable = false)
    private @Nullable LocalDate claimedOn;

    @Column private @Nullable Integer custodyLength;

    /** For the mapper. */
    protected Evidence() {}

    /** A fresh upload. */
    Evidence(
            UUID id,
            String organisation,
            String uploadedBy,
            Fingerprint fingerprint,
            Shape shape,
            Instant receivedAt) {
        this.id = id;
        this.organisation = organisation;
        this.uploadedBy = uploadedBy;
        this.sha256 = fingerprint.sha256();
        this.sm3 = fingerprint.sm3();
        this.sizeBytes = fingerprint.sizeBytes();
        this.mediaKind = shape.kind();
        this.width = shape.width();
        this.height = shape.height();
        this.receivedAt = receivedAt;
        this.updatedAt = receivedAt;
        this.state = EvidenceState.RECEIVED;
        this.contentState = ContentState.KEPT;
        this.custodyLength = 1;
        keepFor(Keeping.unnamed(LegalDay.of(receivedAt)));
    }

    /**
     * What the head of the picture says.
     *
     * @param width of the upright picture in pixels
     * @param height of the upright picture in pixels
     */
    record Shape(MediaKind kind, int width, int height) {}

    /** Hands the job to a worker until the lease runs out. */
    EvidenceTask lease(UUID token, Instant now, Duration lease) {
        leaseToken = token;
        leaseUntil = now.plus(lease);
        attempts++;
        boolean first = state != EvidenceState.ANALYZED;
        if (state == EvidenceState.RECEIVED) {
            state = EvidenceState.ANALYZING;
            tell(now);
        }
        return new EvidenceTask(
                id,
                organisation,
                fingerprint(),
                token,
                first,
                attempts > MOST_ATTEMPTS,
                revisitsWanted);
    }

    boolean isLeasedBy(EvidenceTask task) {
        return Objects.equals(leaseToken, task.leaseToken());
    }

    /**
     * The job is done. A revisit is not told: what its owner may know of it was told when it was
     * asked for.
     */
    void complete(EvidenceTask task, Instant now) {
        if (task.first()) {
            tell(now);
        }
        state = EvidenceState.ANALYZED;
        revisitsDone = task.revisitsWanted();
        leaseToken = null;
        leaseUntil = null;
        attempts = 0;
    }

    /** The job could not be done now and is open again from the given time on. */
    void postpone(Instant until, boolean counts) {
        leaseUntil = until;
        if (!counts) {
            attempts--;
        }
    }

    /**
     * Something about this evidence became known by other evidence; its indication is to be drawn
     * up again. The owner is told only if the other evidence is the owner's too.
     */
    void revisit(String organisationOfOther, Instant now) {
        revisitsWanted++;
        if (organisation.equals(organisationOfOther)) {
            tell(now);
        }
    }

    /** Something happened that decides why it is kept and until when. */
    void keepFor(Keeping now) {
        keeping = now.ground();
        keepingFrom = now.from();
        keepUntil = now.until().orElse(null);
    }

    /** Day on which it was last put into the set of a claim. */
    Optional<LocalDate> claimedOn() {
        return Optional.ofNullable(claimedOn);
    }

    /** Empty for what came in before there were terms and was not counted yet. */
    Optional<Keeping> keeping() {
        return keeping == null || keepingFrom == null
                ? Optional.empty()
                : Optional.of(new Keeping(keeping, keepingFrom, Optional.ofNullable(keepUntil)));
    }

    /**
     * Somebody wants it kept whatever its term says.
     *
     * @throws ContentDestroyed if it is too late
     */
    void hold(Instant now) {
        requireContent();
        holds++;
        tell(now);
    }

    void release(Instant now) {
        holds--;
        tell(now);
    }

    boolean isHeld() {
        return holds > 0;
    }

    /** Whether its term is over, nobody holds it, and no examination is under way. */
    boolean mayBeDestroyedOn(LocalDate day) {
        return contentState == ContentState.KEPT
                && !isHeld()
                && state == EvidenceState.ANALYZED
                && keepUntil != null
                && keepUntil.isBefore(day);
    }

    /** From here on nobody gets the content any more, and nobody can hold it. */
    void condemn() {
        contentState = ContentState.DESTROYING;
    }

    void destroyed(Instant now) {
        contentState = ContentState.DESTROYED;
        destroyedAt = now;
        tell(now);
    }

    /**
     * Refuses unless the content is there.
     *
     * @throws ContentDestroyed if its term was over
     */
    void requireContent() {
        if (contentState != ContentState.KEPT) {
            throw new ContentDestroyed(keeping(), Optional.ofNullable(destroyedAt));
        }
    }

    /** The chain of custody has so many entries now; without this its end could be cut off. */
    void custodyGrewTo(int entries) {
        custodyLength = entries;
    }

    /** Empty for an old chain that did not grow since its length is kept. */
    OptionalInt custodyLength() {
        return custodyLength == null ? OptionalInt.empty() : OptionalInt.of(custodyLength);
    }

    private void tell(Instant now) {
        told++;
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    String organisation() {
        return organisation;
    }

    Fingerprint fingerprint() {
        return new Fingerprint(sha256, sm3, sizeBytes);
    }

    MediaKind mediaKind() {
        return mediaKind;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    EvidenceState state() {
        return state;
    }

    ContentState contentState() {
        return contentState;
    }

    Optional<Instant> destroyedAt() {
        return Optional.ofNullable(destroyedAt);
    }

    /** Grows with every change that the owner may know of; {@link #updatedAt} is its time. */
    int told() {
        return told;
    }
}
