package io.mingjian.registry.document;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One entry about the service of a notice; a later one corrects it, none is changed. */
@Entity
@Table(name = "document_service")
class ServiceEntry {
    @Id private UUID id;
    private UUID documentId;
    private int seq;

    @Enumerated(EnumType.STRING)
    private ServiceMethod method;

    private String basis;
    private LocalDate servedOn;
    private String recipient;
    private @Nullable String proof;
    private @Nullable UUID evidenceId;
    private @Nullable String consent;
    private @Nullable String correctionReason;
    private String recordedBy;
    private Instant recordedAt;

    protected ServiceEntry() {}

    static ServiceEntry of(
            UUID documentId,
            int seq,
            ServiceRequests.Given given,
            @Nullable String correctionReason,
            Caller by,
            Instant at) {
        ServiceEntry entry = new ServiceEntry();
        entry.id = Ids.next();
        entry.documentId = documentId;
        entry.seq = seq;
        entry.method = given.method();
        entry.basis = given.method().basis();
        entry.servedOn = given.servedOn();
        entry.recipient = given.recipient();
        entry.proof = given.proof();
        entry.evidenceId = given.evidenceId();
        entry.consent = given.consent();
        entry.correctionReason = correctionReason;
        entry.recordedBy = by.name();
        entry.recordedAt = at;
        return entry;
    }

    int seq() {
        return seq;
    }

    ServiceMethod method() {
        return method;
    }

    String basis() {
        return basis;
    }

    LocalDate servedOn() {
        return servedOn;
    }

    String recipient() {
        return recipient;
    }

    @Nullable String proof() {
        return proof;
    }

    @Nullable UUID evidenceId() {
        return evidenceId;
    }

    @Nullable String consent() {
        return consent;
    }

    @Nullable String correctionReason() {
        return correctionReason;
    }

    String recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
