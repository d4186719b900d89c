package io.mingjian.registry.imports;

import static io.mingjian.kit.lifecycle.Actor.INTAKE;
import static io.mingjian.kit.lifecycle.Actor.MACHINE;
import static io.mingjian.kit.lifecycle.Actor.PLATFORM;
import static io.mingjian.kit.lifecycle.Actor.REVIEWER;
import static io.mingjian.kit.lifecycle.Clocks.none;
import static io.mingjian.kit.lifecycle.Reasons.OPTIONAL;
import static io.mingjian.kit.lifecycle.Row.row;
import static io.mingjian.registry.imports.ImportState.CANCELLED;
import static io.mingjian.registry.imports.ImportState.COMMITTING;
import static io.mingjian.registry.imports.ImportState.DONE;
import static io.mingjian.registry.imports.ImportState.FAILED;
import static io.mingjian.registry.imports.ImportState.PARSING;
import static io.mingjian.registry.imports.ImportState.PREVIEW;
import static io.mingjian.registry.imports.ImportStep.CANCEL;
import static io.mingjian.registry.imports.ImportStep.COMMIT;
import static io.mingjian.registry.imports.ImportStep.FAIL;
import static io.mingjian.registry.imports.ImportStep.FINISH;
import static io.mingjian.registry.imports.ImportStep.SHOW;

import io.mingjian.kit.lifecycle.By;
import io.mingjian.kit.lifecycle.Lifecycle;
import java.util.EnumSet;

/** A file on its way in. A person says that the rows are to be entered, never the machine. */
final class ImportLifecycle {
    private static final By SENDER = INTAKE.or(PLATFORM).or(REVIEWER);

    // spotless:off
    static final Lifecycle<ImportState, ImportStep> TABLE = Lifecycle.of("import", PARSING, EnumSet.of(DONE, FAILED, CANCELLED),
        //  from        step    to          by       reasons   clocks  article
        row(PARSING,    SHOW,   PREVIEW,    MACHINE, OPTIONAL, none(), "–"),
        row(PARSING,    FAIL,   FAILED,     MACHINE, OPTIONAL, none(), "–"),
        row(PARSING,    CANCEL, CANCELLED,  SENDER,  OPTIONAL, none(), "–"),
        row(PREVIEW,    COMMIT, COMMITTING, SENDER,  OPTIONAL, none(), "–"),
        row(PREVIEW,    CANCEL, CANCELLED,  SENDER,  OPTIONAL, none(), "–"),
        row(COMMITTING, FINISH, DONE,       MACHINE, OPTIONAL, none(), "–"),
        row(COMMITTING, CANCEL, CANCELLED,  SENDER,  OPTIONAL, none(), "–"));
    // spotless:on

    private ImportLifecycle() {}
}
