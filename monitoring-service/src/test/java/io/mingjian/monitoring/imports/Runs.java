package io.mingjian.monitoring.imports;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests of other rooms have the imports worked off. */
@ApplicationScoped
public class Runs {
    private final LeadImportWork work;

    Runs(LeadImportWork work) {
        this.work = work;
    }

    public void workOff() {
        work.imports().runner().workOff();
    }
}
