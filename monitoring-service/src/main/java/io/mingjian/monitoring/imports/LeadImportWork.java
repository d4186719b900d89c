package io.mingjian.monitoring.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.imports.ImportTables;
import io.mingjian.kit.imports.ImportTools;
import io.mingjian.kit.imports.Imports;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The imports of this service, and their timers. */
@ApplicationScoped
class LeadImportWork {
    static final ImportTables TABLES =
            new ImportTables(
                    Caller.machine("monitoring"),
                    "lead-import",
                    "线索导入",
                    "lead import",
                    "lead_import",
                    "lead_import",
                    ImportLifecycle.STATES,
                    "finding_no",
                    "lead_id",
                    RowState.names(),
                    null);

    private final Imports<LeadImport> imports;

    LeadImportWork(FindingRows rows, ImportSettings settings, ImportTools tools) {
        imports = new Imports<>(TABLES, LeadImport.class, job -> rows, took -> {}, settings, tools);
    }

    Imports<LeadImport> imports() {
        return imports;
    }

    @Scheduled(
            every = "${mingjian.lead-imports.poll:1s}",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void poll() {
        imports.runner().poll();
    }

    @Scheduled(every = "${mingjian.forget-every}", delayed = "3m")
    void forget() {
        imports.runner().forget();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        imports.runner().stop();
    }
}
