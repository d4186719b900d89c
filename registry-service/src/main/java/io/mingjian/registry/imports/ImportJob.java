package io.mingjian.registry.imports;

import static io.mingjian.registry.imports.ImportLifecycle.TABLE;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Sender;
import io.mingjian.kit.lifecycle.Transition;
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

/** One file on its way in. It changes only by a step of {@link ImportLifecycle}. */
@Entity
@Table(name = "import_job")
class ImportJob {
    @Id private UUID id;
    @Version private int version;

    @Enumerated(EnumType.STRING)
    private ImportState state;

    @Enumerated(EnumType.STRING)
    private ImportKind kind;

    private String organisation;
    private String fileName;

    @JdbcTypeCode(SqlTypes.JSON)
    private Sender sender;

    @JdbcTypeCode(SqlTypes.JSON)
    private Header header;

    private @Nullable String failure;
    private Instant createdAt;
    private @Nullable Instant endedAt;

    protected ImportJob() {}

    /** The columns of the file as it names them, in its order; none before it was read. */
    record Header(List<String> names) {
        static final Header UNREAD = new Header(List.of());
    }

    /** A file that was just taken. */
    static ImportJob taken(UUID id, ImportKind kind, Caller by, String fileName, Instant at) {
        ImportJob job = new ImportJob();
        job.id = id;
        job.kind = kind;
        job.state = TABLE.initial();
        job.organisation = by.organisation();
        job.fileName = fileName;
        job.sender = Sender.of(by);
        job.header = Header.UNREAD;
        job.createdAt = at;
        return job;
    }

    /** All rows are read; its owner may look at them. */
    Transition<ImportState, ImportStep> show(Caller machine, List<String> names) {
        header = new Header(List.copyOf(names));
        return step(ImportStep.SHOW, machine, null);
    }

    /** The file cannot be read. */
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

    /** Its owner gives it up; what was entered stays. */
    Transition<ImportState, ImportStep> cancel(Caller by, Instant at) {
        return step(ImportStep.CANCEL, by, at);
    }

    /**
     * Files belong to the organisation that sent them, and there to those who may send such files;
     * nobody else needs to look into them.
     */
    boolean isVisibleTo(Caller caller) {
        return caller.isMachine()
                || (caller.organisation().equals(organisation) && kind.admits(caller));
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

    ImportKind kind() {
        return kind;
    }

    String organisation() {
        return organisation;
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

    @Nullable String failure() {
        return failure;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable Instant endedAt() {
        return endedAt;
    }
}
