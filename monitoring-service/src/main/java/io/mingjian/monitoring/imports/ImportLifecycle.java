package io.mingjian.monitoring.imports;

import static io.mingjian.monitoring.imports.ImportState.CANCELLED;
import static io.mingjian.monitoring.imports.ImportState.COMMITTED;
import static io.mingjian.monitoring.imports.ImportState.COMMITTING;
import static io.mingjian.monitoring.imports.ImportState.FAILED;
import static io.mingjian.monitoring.imports.ImportState.PREVIEWED;
import static io.mingjian.monitoring.imports.ImportState.UPLOADED;

import io.mingjian.kit.imports.ImportStates;
import io.mingjian.kit.imports.ImportStep;
import io.mingjian.kit.lifecycle.Actor;
import io.mingjian.kit.lifecycle.By;
import io.mingjian.kit.lifecycle.Lifecycle;

/** A file on its way in. The agency says that the rows are to be entered. */
final class ImportLifecycle {
    static final ImportStates<ImportState> STATES =
            new ImportStates<>(UPLOADED, PREVIEWED, COMMITTING, COMMITTED, FAILED, CANCELLED);

    static final Lifecycle<ImportState, ImportStep> TABLE =
            STATES.lifecycle("lead-import", By.only(Actor.MONITOR));

    private ImportLifecycle() {}
}
