package io.mingjian.monitoring.imports;

import static io.mingjian.kit.lifecycle.Actor.MACHINE;
import static io.mingjian.kit.lifecycle.Actor.MONITOR;
import static io.mingjian.kit.lifecycle.Clocks.none;
import static io.mingjian.kit.lifecycle.Reasons.OPTIONAL;
import static io.mingjian.kit.lifecycle.Row.row;
import static io.mingjian.monitoring.imports.ImportState.CANCELLED;
import static io.mingjian.monitoring.imports.ImportState.COMMITTED;
import static io.mingjian.monitoring.imports.ImportState.COMMITTING;
import static io.mingjian.monitoring.imports.ImportState.FAILED;
import static io.mingjian.monitoring.imports.ImportState.PREVIEWED;
import static io.mingjian.monitoring.imports.ImportState.UPLOADED;
import static io.mingjian.monitoring.imports.ImportStep.CANCEL;
import static io.mingjian.monitoring.imports.ImportStep.COMMIT;
import static io.mingjian.monitoring.imports.ImportStep.FAIL;
import static io.mingjian.monitoring.imports.ImportStep.FINISH;
import static io.mingjian.monitoring.imports.ImportStep.SHOW;

import io.mingjian.kit.lifecycle.Lifecycle;
import java.util.EnumSet;

/** A file on its way in. The agency says that the rows are to be entered, never the machine. */
final class ImportLifecycle {
    // spotless:off
    static final Lifecycle<ImportState, ImportStep> TABLE = Lifecycle.of("lead-import", UPLOADED, EnumSet.of(COMMITTED, FAILED, CANCELLED),
        //  from        step    to          by       reasons   clocks  article
        row(UPLOADED,   SHOW,   PREVIEWED,  MACHINE, OPTIONAL, none(), "–"),
        row(UPLOADED,   FAIL,   FAILED,     MACHINE, OPTIONAL, none(), "–"),
        row(UPLOADED,   CANCEL, CANCELLED,  MONITOR, OPTIONAL, none(), "–"),
        row(PREVIEWED,  COMMIT, COMMITTING, MONITOR, OPTIONAL, none(), "–"),
        row(PREVIEWED,  CANCEL, CANCELLED,  MONITOR, OPTIONAL, none(), "–"),
        row(COMMITTING, FINISH, COMMITTED,  MACHINE, OPTIONAL, none(), "–"),
        row(COMMITTING, FAIL,   FAILED,     MACHINE, OPTIONAL, none(), "–"),
        row(COMMITTING, CANCEL, CANCELLED,  MONITOR, OPTIONAL, none(), "–"));
    // spotless:on

    private ImportLifecycle() {}
}
