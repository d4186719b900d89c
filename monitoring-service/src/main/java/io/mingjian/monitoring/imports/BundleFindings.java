package io.mingjian.monitoring.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.table.RowFault;
import io.mingjian.monitoring.imports.LeadImportRows.Content;
import io.mingjian.monitoring.imports.LeadImportRows.StagedRow;
import io.mingjian.monitoring.instruction.Order;
import io.mingjian.monitoring.lead.FindingEntry;
import io.mingjian.monitoring.lead.FindingEntry.Check;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * The room's face for bundles: once all files of a bundle are evidence, its findings are entered as
 * those of a file are.
 */
@ApplicationScoped
public class BundleFindings {
    private final LeadImports imports;
    private final LeadImportRows rows;
    private final FindingEntry findings;
    private final ImportSettings settings;
    private final Clock clock;

    BundleFindings(
            LeadImports imports,
            LeadImportRows rows,
            FindingEntry findings,
            ImportSettings settings,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.findings = findings;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A finding of a bundle.
     *
     * @param faults why it cannot be entered, known before the form check
     */
    public record Item(JsonNode finding, List<FieldError> faults) {}

    /** All faults of a finding's form, in the words of tables. */
    public List<RowFault> faults(Order order, JsonNode finding) {
        return findings.check(order, finding).errors().stream()
                .map(FindingColumns.ALL::fault)
                .toList();
    }

    /** Has the findings entered, in the running transaction; gives the id of the import. */
    public Uni<UUID> enter(
            Caller agency, Order order, UUID bundleId, String fileName, List<Item> items) {
        LeadImport job =
                LeadImport.ofBundle(
                        Ids.next(),
                        order.instructionId(),
                        bundleId,
                        agency,
                        fileName,
                        clock.instant());
        return imports.add(agency, job)
                .chain(
                        () ->
                                Multi.createFrom()
                                        .iterable(staged(order, items))
                                        .group()
                                        .intoLists()
                                        .of(settings.stagedAtOnce())
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                some -> rows.add(agency, job.id(), some))
                                        .collect()
                                        .last())
                .replaceWith(job.id());
    }

    private List<StagedRow> staged(Order order, List<Item> items) {
        NumbersSeen seen = new NumbersSeen();
        List<StagedRow> staged = new java.util.ArrayList<>(items.size());
        for (int at = 0; at < items.size(); at++) {
            staged.add(seen.first(staged(order, at + 1, items.get(at))).row());
        }
        return staged;
    }

    private CheckedRow staged(Order order, int rowNo, Item item) {
        JsonNode finding = item.finding();
        Content content =
                new Content(
                        List.of(finding.path("findingNo").asText(), finding.toString()), finding);
        if (!item.faults().isEmpty()) {
            List<RowFault> faults = item.faults().stream().map(FindingColumns.ALL::fault).toList();
            return new CheckedRow(StagedRow.bad(rowNo, null, content, faults), null);
        }
        Check check = findings.check(order, finding);
        List<RowFault> faults = check.errors().stream().map(FindingColumns.ALL::fault).toList();
        return faults.isEmpty()
                ? new CheckedRow(
                        StagedRow.good(rowNo, check.findingNo(), content), check.sha256())
                : new CheckedRow(StagedRow.bad(rowNo, null, content, faults), null);
    }
}
