package io.mingjian.monitoring.imports;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.imports.ImportJob;
import io.mingjian.kit.imports.ImportStep;
import io.mingjian.kit.lifecycle.Lifecycle;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file of findings, or the findings of a bundle, under an instruction. */
@Entity
@AttributeOverride(name = "organisation", column = @Column(name = "agency"))
class LeadImport extends ImportJob<ImportState> {
    @Enumerated(EnumType.STRING)
    private ImportState state;

    @Column private UUID instructionId;
    private @Nullable UUID bundleId;

    /** For the mapper. */
    LeadImport() {}

    /**
     * @param bundleId the bundle that its findings came with
     */
    LeadImport(
            UUID id,
            UUID instructionId,
            @Nullable UUID bundleId,
            Caller by,
            String fileName,
            Instant at) {
        super(id, by, fileName, at);
        this.state = ImportLifecycle.TABLE.initial();
        this.instructionId = instructionId;
        this.bundleId = bundleId;
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

    @Override
    public boolean isVisibleTo(Caller caller) {
        return caller.isMachine()
                || (caller.is(OrganisationKind.MONITOR)
                        && caller.organisation().equals(organisation()));
    }

    UUID instructionId() {
        return instructionId;
    }

    @Nullable UUID bundleId() {
        return bundleId;
    }

    UUID requireBundle() {
        if (bundleId == null) {
            throw new IllegalStateException("import " + id() + " is a file's");
        }
        return bundleId;
    }
}
