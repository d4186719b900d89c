package io.mingjian.registry.imports;

import static io.mingjian.kit.lifecycle.Actor.INTAKE;
import static io.mingjian.kit.lifecycle.Actor.PLATFORM;
import static io.mingjian.kit.lifecycle.Actor.REVIEWER;
import static io.mingjian.registry.imports.ImportState.CANCELLED;
import static io.mingjian.registry.imports.ImportState.COMMITTING;
import static io.mingjian.registry.imports.ImportState.DONE;
import static io.mingjian.registry.imports.ImportState.FAILED;
import static io.mingjian.registry.imports.ImportState.PARSING;
import static io.mingjian.registry.imports.ImportState.PREVIEW;

import io.mingjian.kit.imports.ImportStates;
import io.mingjian.kit.imports.ImportStep;
import io.mingjian.kit.lifecycle.Lifecycle;

/** A file on its way in. Whoever may send such files says that the rows are to be entered. */
final class ImportLifecycle {
    static final ImportStates<ImportState> STATES =
            new ImportStates<>(PARSING, PREVIEW, COMMITTING, DONE, FAILED, CANCELLED);

    static final Lifecycle<ImportState, ImportStep> TABLE =
            STATES.lifecycle("import", INTAKE.or(PLATFORM).or(REVIEWER));

    private ImportLifecycle() {}
}
