package io.mingjian.monitoring.bundle;

import static io.mingjian.monitoring.bundle.BundleLifecycle.TABLE;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.lifecycle.Transition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One bundle on its way in. It changes only by a step of {@link BundleLifecycle}. */
@Entity
@Table(name = "lead_bundle")
class Bundle {
    @Id private UUID id;
    @Version private int version;

    @Enumerated(EnumType.STRING)
    private BundleState state;

    private UUID instructionId;
    private String agency;
    private String fileName;
    private String sha256;
    private long bytes;
    private int findings;

    /** Written in the transactions that take them, and no part of the version. */
    @Column(insertable = false, updatable = false)
    private int taken;

    @JdbcTypeCode(SqlTypes.JSON)
    private Faults faults;

    private @Nullable UUID importId;
    private Instant createdAt;
    private @Nullable Instant endedAt;

    /** For the mapper. */
    Bundle() {}

    /**
     * What is wrong with findings as they stand.
     *
     * @param findings how many are faulty
     * @param first the first faults, with pointers into the manifest
     */
    record Faults(int findings, List<Fault> first) {}

    /** One of them. */
    record Fault(String pointer, String code, String detail) {}

    /** What came. */
    record Arrival(String fileName, String sha256, long bytes) {}

    static Bundle of(
            UUID id,
            UUID instructionId,
            Caller by,
            Arrival arrival,
            int findings,
            Faults faults,
            Instant at) {
        Bundle bundle = new Bundle();
        bundle.id = id;
        bundle.state = TABLE.initial();
        bundle.instructionId = instructionId;
        bundle.agency = by.organisation();
        bundle.fileName = arrival.fileName();
        bundle.sha256 = arrival.sha256();
        bundle.bytes = arrival.bytes();
        bundle.findings = findings;
        bundle.faults = faults;
        bundle.createdAt = at;
        return bundle;
    }

    /** All its files are kept. */
    void keep(Caller by) {
        step(BundleStep.KEEP, by);
    }

    /** All its files are evidence or were refused as such, and its findings are being entered. */
    Transition<BundleState, BundleStep> deliver(Caller by, UUID asImport, Instant at) {
        importId = asImport;
        endedAt = at;
        return step(BundleStep.DELIVER, by);
    }

    /**
     * Its findings could not be read where they were to be entered; its files stay evidence. It is
     * kept from now on as long as one that was just sent.
     */
    Transition<BundleState, BundleStep> takeBack(Caller machine, Instant at) {
        endedAt = at;
        return step(BundleStep.TAKE_BACK, machine);
    }

    /** Whether its findings were to be entered once already, and are to be again. */
    boolean isTakenBack() {
        return state == BundleState.CHECKED && importId != null;
    }

    /** It is given up. */
    Transition<BundleState, BundleStep> cancel(Caller by, Instant at) {
        endedAt = at;
        return step(BundleStep.CANCEL, by);
    }

    /** Bundles belong to the agency that sent them. */
    boolean isVisibleTo(Caller caller) {
        return caller.isMachine()
                || (caller.is(OrganisationKind.MONITOR) && caller.organisation().equals(agency));
    }

    List<BundleStep> openSteps(Caller caller) {
        return TABLE.openSteps(state, caller);
    }

    /** Refused unless its files may be handed over now. */
    void requireDeliverable(Caller by) {
        TABLE.step(state, BundleStep.DELIVER, by, null);
    }

    private Transition<BundleState, BundleStep> step(BundleStep step, Caller by) {
        var taken = TABLE.step(state, step, by, null);
        state = taken.to();
        return taken;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    BundleState state() {
        return state;
    }

    UUID instructionId() {
        return instructionId;
    }

    String fileName() {
        return fileName;
    }

    String sha256() {
        return sha256;
    }

    long bytes() {
        return bytes;
    }

    int findings() {
        return findings;
    }

    /** How many of the findings are rows of the import. */
    int taken() {
        return taken;
    }

    Faults faults() {
        return faults;
    }

    @Nullable UUID importId() {
        return importId;
    }

    Instant createdAt() {
        return createdAt;
    }
}
