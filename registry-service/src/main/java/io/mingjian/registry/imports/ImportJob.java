package io.mingjian.registry.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.imports.ImportStep;
import io.mingjian.kit.lifecycle.Lifecycle;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A file of filings, or of entries of another agency's list. */
@Entity
@Table(name = "import_job")
class ImportJob extends io.mingjian.kit.imports.ImportJob<ImportState> {
    @Enumerated(EnumType.STRING)
    private ImportState state;

    @Enumerated(EnumType.STRING)
    private ImportKind kind;

    /** For the mapper. */
    protected ImportJob() {}

    ImportJob(UUID id, ImportKind kind, Caller by, String fileName, Instant at) {
        super(id, by, fileName, at);
        this.state = ImportLifecycle.TABLE.initial();
        this.kind = kind;
    }

    @Override
    protected Lifecycle<ImportState, ImportStep> lifecycle() {
        return ImportLifecycle.TABLE;
    }

    @Override
    public ImportState state() {
        return state;
    }

    @Override
    protected void state(ImportState next) {
        state = next;
    }

    /** Within an organisation files are for those who may send such files. */
    @Override
    public boolean isVisibleTo(Caller caller) {
        return caller.isMachine()
                || (caller.organisation().equals(organisation()) && kind.admits(caller));
    }

    ImportKind kind() {
        return kind;
    }
}
