package io.mingjian.kit.imports;

import static io.mingjian.kit.imports.ImportStep.CANCEL;
import static io.mingjian.kit.imports.ImportStep.COMMIT;
import static io.mingjian.kit.imports.ImportStep.FAIL;
import static io.mingjian.kit.imports.ImportStep.FINISH;
import static io.mingjian.kit.imports.ImportStep.SHOW;
import static io.mingjian.kit.lifecycle.Actor.MACHINE;
import static io.mingjian.kit.lifecycle.Clocks.none;
import static io.mingjian.kit.lifecycle.Reasons.OPTIONAL;
import static io.mingjian.kit.lifecycle.Row.row;

import io.mingjian.kit.lifecycle.By;
import io.mingjian.kit.lifecycle.Lifecycle;
import java.util.EnumSet;

/**
 * How a service calls the states of its imports.
 *
 * @param reading the file is read, row by row
 * @param shown read; somebody looks at the figures and the errors
 * @param entering the good rows are entered
 * @param done no good row is left
 * @param failed the file cannot be read, or its rows cannot be entered; what was entered stays
 * @param cancelled given up by its owner; what was entered stays
 */
public record ImportStates<S extends Enum<S>>(
        S reading, S shown, S entering, S done, S failed, S cancelled) {

    /** The steps of a file. A person says that the rows are to be entered, never the machine. */
    public Lifecycle<S, ImportStep> lifecycle(String name, By sender) {
        // spotless:off
        return Lifecycle.of(name, reading, EnumSet.of(done, cancelled),
            //  from      step    to         by       reasons   clocks  article
            row(reading,  SHOW,   shown,     MACHINE, OPTIONAL, none(), "–"),
            row(reading,  FAIL,   failed,    MACHINE, OPTIONAL, none(), "–"),
            row(reading,  CANCEL, cancelled, sender,  OPTIONAL, none(), "–"),
            row(shown,    COMMIT, entering,  sender,  OPTIONAL, none(), "–"),
            row(shown,    CANCEL, cancelled, sender,  OPTIONAL, none(), "–"),
            row(entering, FINISH, done,      MACHINE, OPTIONAL, none(), "–"),
            row(entering, FAIL,   failed,    MACHINE, OPTIONAL, none(), "–"),
            row(entering, CANCEL, cancelled, sender,  OPTIONAL, none(), "–"),
            row(failed,   COMMIT, entering,  sender,  OPTIONAL, none(), "–"));
        // spotless:on
    }
}
