package io.mingjian.monitoring.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.imports.Imports;
import io.mingjian.kit.imports.StagedRow;
import io.mingjian.monitoring.imports.ImportViews.LeadImportRowView;
import io.mingjian.monitoring.imports.ImportViews.LeadImportView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Puts together what the agency sees of an import. */
@ApplicationScoped
class ImportLook {
    private static final int FIRST_ROWS = 10;
    private static final int FIRST_ERRORS = 20;

    private final Imports<LeadImport> imports;

    ImportLook(LeadImportWork work) {
        this.imports = work.imports();
    }

    Uni<LeadImportView> at(Caller caller, LeadImport job) {
        return imports.figures(caller, job)
                .chain(
                        figures ->
                                imports.first(caller, job, null, FIRST_ROWS)
                                        .chain(
                                                first ->
                                                        imports.first(
                                                                        caller,
                                                                        job,
                                                                        RowState.BAD.name(),
                                                                        FIRST_ERRORS)
                                                                .map(
                                                                        errors ->
                                                                                LeadImportView.of(
                                                                                        job,
                                                                                        figures,
                                                                                        rows(
                                                                                                job,
                                                                                                first),
                                                                                        rows(
                                                                                                job,
                                                                                                errors),
                                                                                        caller))));
    }

    LeadImportRowView row(LeadImport job, StagedRow row) {
        return LeadImportRowView.of(row, imports.open(job, row));
    }

    private List<LeadImportRowView> rows(LeadImport job, List<StagedRow> rows) {
        return rows.stream().map(row -> row(job, row)).toList();
    }
}
