package io.mingjian.registry.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.imports.ImportTables;
import io.mingjian.kit.imports.ImportTools;
import io.mingjian.kit.imports.Imports;
import io.mingjian.registry.filer.FilerSecrets;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The imports of this service, and their timers. The work steps back while people are at work. */
@ApplicationScoped
class ImportWork {
    private final FilingRows filings;
    private final EntryRows entries;
    private final Imports<ImportJob> imports;

    ImportWork(
            FilingRows filings,
            EntryRows entries,
            Passing passing,
            FilerSecrets secrets,
            ImportSettings settings,
            ImportTools tools) {
        this.filings = filings;
        this.entries = entries;
        this.imports =
                new Imports<>(
                        new ImportTables(
                                Caller.machine("registry"),
                                "import",
                                "导入",
                                "import",
                                "import_job",
                                "import",
                                ImportLifecycle.STATES,
                                null,
                                "entered_as",
                                RowState.names(),
                                new FilerSeal(secrets)),
                        ImportJob.class,
                        job -> rows(job.kind()),
                        passing::stepBack,
                        settings,
                        tools);
    }

    Imports<ImportJob> imports() {
        return imports;
    }

    OriginRows<?> rows(ImportKind kind) {
        return switch (kind) {
            case FILINGS -> filings;
            case ENTRIES -> entries;
        };
    }

    @Scheduled(
            every = "${mingjian.imports.poll:1s}",
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
