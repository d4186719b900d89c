package io.mingjian.monitoring.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.monitoring.imports.ImportViews.LeadImportView;
import io.mingjian.monitoring.imports.LeadImportRows.RowState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts together what the agency sees of an import. */
@ApplicationScoped
class ImportLook {
    private static final int FIRST_ROWS = 10;
    private static final int FIRST_ERRORS = 20;

    private final LeadImportRows rows;

    ImportLook(LeadImportRows rows) {
        this.rows = rows;
    }

    Uni<LeadImportView> at(Caller caller, LeadImport job) {
        return rows.figures(caller, job.id())
                .chain(
                        figures ->
                                rows.page(caller, job.id(), null, 0, FIRST_ROWS)
                                        .chain(
                                                first ->
                                                        rows.page(
                                                                        caller,
                                                                        job.id(),
                                                                        RowState.BAD,
                                                                        0,
                                                                        FIRST_ERRORS)
                                                                .map(
                                                                        errors ->
                                                                                LeadImportView.of(
                                                                                        job,
                                                                                        figures,
                                                                                        first,
                                                                                        errors,
                                                                                        caller))));
    }
}
