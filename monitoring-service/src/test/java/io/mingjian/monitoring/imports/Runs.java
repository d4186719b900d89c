package io.mingjian.monitoring.imports;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests of other rooms have the imports worked off. */
@ApplicationScoped
public class Runs {
    private final ImportRunner runner;

    Runs(ImportRunner runner) {
        this.runner = runner;
    }

    public void workOff() {
        runner.workOff();
    }
}
