package io.mingjian.kit.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Sender;
import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.lifecycle.Transition;
import io.mingjian.kit.refusal.StepNotAllowed;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One file on its way in. It changes only by a step of its lifecycle. */
@MappedSuperclass
public abstract class ImportJob<S extends Enum<S>> {
    @Id private UUID id;
    @Version private int version;
    @Column private String organisation;
    @Column private String fileName;

    @JdbcTypeCode(SqlTypes.JSON)
    private Sender sender;

    @JdbcTypeCode(SqlTypes.JSON)
    private Header header;

    private @Nullable String failure;
    @Column private Instant createdAt;
    private @Nullable Instant endedAt;

    /** For the mapper. */
    protected ImportJob() {}

    /** A file that was just taken. */
    protected ImportJob(UUID id, Caller by, String fileName, Instant at) {
        this.id = id;
        this.organisation = by.organisation();
        this.fileName = fileName;
        this.sender = Sender.of(by);
        this.header = Header.UNREAD;
        this.createdAt = at;
    }

    /** The columns of the file as it names them, in its order; none before it was read. */
    record Header(List<String> names) {
        static final Header UNREAD = new Header(List.of());
    }

    protected abstract Lifecycle<S, ImportStep> lifecycle();

    public abstract S state();

    protected abstract void state(S next);

    /** Files belong to those who sent them; nobody else needs to look into them. */
    public abstract boolean isVisibleTo(Caller caller);

    /** All rows are read; its owner may look at them. */
    protected Transition<S, ImportStep> show(Caller machine, List<String> names) {
        header = new Header(List.copyOf(names));
        return step(ImportStep.SHOW, machine, null);
    }

    /** The file cannot be read, or its rows cannot be entered. */
    Transition<S, ImportStep> fail(Caller machine, String why, Instant at) {
        failure = why;
        return step(ImportStep.FAIL, machine, at);
    }

    /**
     * The good rows are to be entered, in the name of whoever confirms it; also those that are left
     * of an import that failed on the way. A file that was never read has none.
     */
    protected Transition<S, ImportStep> commit(Caller by) {
        if (header.names().isEmpty()) {
            throw new StepNotAllowed(state(), ImportStep.COMMIT, openSteps(by));
        }
        var taken = step(ImportStep.COMMIT, by, null);
        sender = Sender.of(by);
        failure = null;
        return taken;
    }

    /** No good row is left. */
    Transition<S, ImportStep> finish(Caller machine, Instant at) {
        return step(ImportStep.FINISH, machine, at);
    }

    /** Its owner gives it up; what was entered stays. */
    Transition<S, ImportStep> cancel(Caller by, Instant at) {
        return step(ImportStep.CANCEL, by, at);
    }

    public List<ImportStep> openSteps(Caller caller) {
        return lifecycle().openSteps(state(), caller).stream()
                .filter(step -> step != ImportStep.COMMIT || !header.names().isEmpty())
                .toList();
    }

    private Transition<S, ImportStep> step(ImportStep step, Caller by, @Nullable Instant endsAt) {
        var taken = lifecycle().step(state(), step, by, null);
        state(taken.to());
        endedAt = endsAt;
        return taken;
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    protected String organisation() {
        return organisation;
    }

    public String fileName() {
        return fileName;
    }

    /** In whose name its rows are looked at and entered. */
    public Caller sender() {
        return sender.caller();
    }

    List<String> names() {
        return header.names();
    }

    public @Nullable String failure() {
        return failure;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
