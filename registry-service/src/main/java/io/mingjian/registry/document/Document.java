package io.mingjian.registry.document;

import io.mingjian.contracts.DocumentChanged;
import io.mingjian.contracts.EventType;
import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.audit.Sm3;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.time.LegalDay;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An issued notice. What it says never changes; it can be served, or withdrawn. */
@Entity
@Table(name = "document")
class Document {
    @Id private UUID id;
    @Version private int version;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    @Enumerated(EnumType.STRING)
    private Addressee addressee;

    private int templateVersion;
    private String documentNo;
    private String organisation;
    private UUID filingId;

    @Enumerated(EnumType.STRING)
    private FilingKind filingKind;

    private String registrationNo;
    private LocalDate issuedOn;
    private Instant issuedAt;
    private String issuedBy;
    private @Nullable LocalDate due;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> facts;

    @JdbcTypeCode(SqlTypes.JSON)
    private Parties parties;

    private String occasion;
    private @Nullable UUID replaces;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawnBy;
    private @Nullable String withdrawalReason;

    /** Entries of its service so far; the last one holds. */
    private int services;

    private @Nullable LocalDate servedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable ServiceMethod servedByMethod;

    protected Document() {}

    /**
     * A notice just issued.
     *
     * @param order with facts that name no filer
     * @param occasion of the order as it came
     */
    static Document issued(
            UUID id,
            Caller by,
            NoticeOrder order,
            String occasion,
            Parties parties,
            Template template,
            String documentNo,
            Instant at) {
        Document document = new Document();
        document.id = id;
        document.kind = order.kind();
        document.addressee = order.addressee();
        document.templateVersion = template.version();
        document.documentNo = documentNo;
        document.organisation = order.organisation();
        document.filingId = order.filingId();
        document.filingKind = order.filingKind();
        document.registrationNo = order.registrationNo();
        document.issuedOn = LegalDay.of(at);
        document.issuedAt = at;
        document.issuedBy = by.name();
        document.due = order.due();
        document.facts = new TreeMap<>(order.facts());
        document.parties = parties;
        document.occasion = occasion;
        return document;
    }

    /**
     * What makes two orders of one kind for one filing the same: they say the same. A second
     * appointment for another hour is another notice; a step tried twice is not.
     */
    static String occasion(NoticeOrder order) {
        String said = order.due() + "|" + new TreeMap<>(order.facts());
        return Sm3.hex(said.getBytes(StandardCharsets.UTF_8));
    }

    /** The notice stands in for one that was withdrawn. */
    Document replacing(Document earlier) {
        replaces = earlier.id;
        return this;
    }

    /**
     * Takes the notice back; its text, number and services stay.
     *
     * @throws Conflict if it has been taken back already
     */
    void withdraw(Caller by, String reason, Instant at) {
        requireInForce();
        withdrawnAt = at;
        withdrawnBy = by.name();
        withdrawalReason = reason;
    }

    /**
     * It was served, or the entry of its service is corrected; returns the number of the entry.
     *
     * @throws Conflict if it was taken back
     */
    int serve(ServiceMethod method, LocalDate on) {
        requireInForce();
        servedByMethod = method;
        servedOn = on;
        services++;
        return services;
    }

    /**
     * @throws Conflict if it was taken back
     */
    void requireInForce() {
        if (withdrawnAt != null) {
            throw new Conflict(
                    "document-withdrawn", "该文书已撤回，不能再送达或者撤回。", "This notice has been withdrawn.");
        }
    }

    /** An order for the same notice with other facts, for the bureau that issued it. */
    NoticeOrder orderWith(@Nullable LocalDate newDue, Map<String, String> corrections) {
        Map<String, String> said = new TreeMap<>(facts);
        said.putAll(corrections);
        return new NoticeOrder(
                kind,
                filingId,
                filingKind,
                registrationNo,
                organisation,
                addressee,
                newDue == null ? due : newDue,
                said);
    }

    boolean isIssuedBy(Caller caller) {
        return caller.organisation().equals(organisation);
    }

    Event issuedEvent() {
        return new Event(EventType.DOCUMENT_ISSUED, changed(issuedOn));
    }

    Event servedEvent(LocalDate servedOn) {
        return new Event(EventType.DOCUMENT_SERVED, changed(servedOn));
    }

    private DocumentChanged changed(LocalDate on) {
        return new DocumentChanged(
                id, filingId, filingKind, kind.name(), documentNo, addressee.name(), on);
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    NoticeKind kind() {
        return kind;
    }

    Addressee addressee() {
        return addressee;
    }

    int templateVersion() {
        return templateVersion;
    }

    String documentNo() {
        return documentNo;
    }

    String organisation() {
        return organisation;
    }

    UUID filingId() {
        return filingId;
    }

    FilingKind filingKind() {
        return filingKind;
    }

    String registrationNo() {
        return registrationNo;
    }

    LocalDate issuedOn() {
        return issuedOn;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    String issuedBy() {
        return issuedBy;
    }

    @Nullable LocalDate due() {
        return due;
    }

    Map<String, String> facts() {
        return facts;
    }

    Parties parties() {
        return parties;
    }

    boolean isServed() {
        return services > 0;
    }

    @Nullable LocalDate servedOn() {
        return servedOn;
    }

    @Nullable ServiceMethod servedByMethod() {
        return servedByMethod;
    }

    @Nullable UUID replaces() {
        return replaces;
    }

    @Nullable Instant withdrawnAt() {
        return withdrawnAt;
    }

    @Nullable String withdrawnBy() {
        return withdrawnBy;
    }

    @Nullable String withdrawalReason() {
        return withdrawalReason;
    }
}
