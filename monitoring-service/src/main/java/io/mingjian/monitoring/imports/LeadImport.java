package io.mingjian.monitoring.imports;

import static io.mingjian.monitoring.imports.ImportLifecycle.TABLE;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Sender;
import io.mingjian.kit.lifecycle.Transition;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One file on its way in. It changes only by a step of {@link ImportLifecycle}. */
@Entity
class LeadImport {
    @Id private UUID id;
    @Version private int version;

    @Enumerated(EnumType.STRING)
    private ImportState state;

    private UUID instructionId;
    private String agency;
    private String fileName;

    @JdbcTypeCode(SqlTypes.JSON)
    private Sender sender;

    @JdbcTypeCode(SqlTypes.JSON)
    private Header header;

    private @Nullable UUID bundleId;
    private @Nullable String failure;
    private Instant createdAt;
    private @Nullable Instant endedAt;

    /** For the mapper. */
    LeadImport() {}

    /** The columns of the file as it names them, in its order; none before it was read. */
    record Header(List<String> names) {
        static final Header UNREAD = new Header(List.of());
    }

    /** A file that was just taken. */
    static LeadImport taken(UUID id, UUID instructionId, Caller by, String fileName, Instant at) {
        LeadImport job = new LeadImport();
        job.id = id;
        job.state = TABLE.initial();
        job.instructionId = instructionId;
        job.agency = by.organisation();
        job.fileName = fileName;
        job.sender = Sender.of(by);
        job.header = Header.UNREAD;
        job.createdAt = at;
        return job;
    }

    /** The findings of a bundle, to be entered as soon as they are rows. */
    static LeadImport ofBundle(
            UUID id, UUID instructionId, UUID bundleId, Caller by, String fileName, Instant at) {
        LeadImport job = taken(id, instructionId, by, fileName, at);
        job.bundleId = bundleId;
        return job;
    }

    /** All findings of the bundle are rows; whoever had it handed over wants them entered. */
    void enterAll(Caller machine) {
        show(machine, List.of("线索编号", "内容"));
        commit(sender.caller());
    }

    /** All rows are read; the agency may look at them. */
    Transition<ImportState, ImportStep> show(Caller machine, List<String> names) {
        header = new Header(List.copyOf(names));
        return step(ImportStep.SHOW, machine, null);
    }

    /** The file cannot be read, or its findings cannot be entered. */
    Transition<ImportState, ImportStep> fail(Caller machine, String why, Instant at) {
        failure = why;
        return step(ImportStep.FAIL, machine, at);
    }

    /** The good rows are to be entered, in the name of whoever confirms it. */
    Transition<ImportState, ImportStep> commit(Caller by) {
        var taken = step(ImportStep.COMMIT, by, null);
        sender = Sender.of(by);
        return taken;
    }

    /** No good row is left. */
    Transition<ImportState, ImportStep> finish(Caller machine, Instant at) {
        return step(ImportStep.FINISH, machine, at);
    }

    /** The agency gives it up; what was entered stays. */
    Transition<ImportState, ImportStep> cancel(Caller by, Instant at) {
        return step(ImportStep.CANCEL, by, at);
    }

    /** Files belong to the agency that sent them; nobody else needs to look into them. */
    boolean isVisibleTo(Caller caller) {
        return caller.isMachine()
                || (caller.is(OrganisationKind.MONITOR) && caller.organisation().equals(agency));
    }

    List<ImportStep> openSteps(Caller caller) {
        return TABLE.openSteps(state, caller);
    }

    private Transition<ImportState, ImportStep> step(
            ImportStep step, Caller by, @Nullable Instant endsAt) {
        var taken = TABLE.step(state, step, by, null);
        state = taken.to();
        endedAt = endsAt;
        return taken;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    ImportState state() {
        return state;
    }

    UUID instructionId() {
        return instructionId;
    }

    String fileName() {
        return fileName;
    }

    Sender sender() {
        return sender;
    }

    List<String> names() {
        return header.names();
    }

    @Nullable UUID bundleId() {
        return bundleId;
    }

    UUID requireBundle() {
        if (bundleId == null) {
            throw new IllegalStateException("import " + id + " is a file's");
        }
        return bundleId;
    }

    @Nullable String failure() {
        return failure;
    }

    Instant createdAt() {
        return createdAt;
    }
}
