package io.mingjian.detection.sets;

import io.mingjian.kit.caller.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** Pieces of evidence that belong together. What is in it stays in it; more may come. */
@Entity
@Table(name = "evidence_set")
class EvidenceSet {
    /** More pictures of one claim than this are a data delivery, not evidence. */
    static final int MOST_MEMBERS = 30;

    @Id private UUID id;

    @Column(nullable = false, updatable = false)
    private String organisation;

    @Column(nullable = false, updatable = false)
    private String createdBy;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private SubjectKind subjectKind;

    @Column(nullable = false, updatable = false)
    private String reference;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column(nullable = false)
    private Instant updatedAt;

    @Version private int version;

    /** For the mapper. */
    protected EvidenceSet() {}

    EvidenceSet(UUID id, Caller by, SubjectKind subjectKind, String reference, Instant now) {
        this.id = id;
        this.organisation = by.organisation();
        this.createdBy = by.name();
        this.subjectKind = subjectKind;
        this.reference = reference;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Members were added. */
    void grow(Instant now) {
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    String organisation() {
        return organisation;
    }

    SubjectKind subjectKind() {
        return subjectKind;
    }

    String reference() {
        return reference;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    int version() {
        return version;
    }
}
