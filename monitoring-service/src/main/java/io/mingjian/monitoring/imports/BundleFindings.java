package io.mingjian.monitoring.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.table.RowFault;
import io.mingjian.monitoring.imports.LeadImportRows.Content;
import io.mingjian.monitoring.lead.LeadIntake;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The room's face for bundles: once all files of a bundle are evidence, its findings are entered as
 * those of a file are.
 */
@ApplicationScoped
public class BundleFindings {
    private final LeadImports imports;
    private final RowStaging staging;
    private final LeadIntake findings;
    private final ImportSettings settings;
    private final Clock clock;

    BundleFindings(
            LeadImports imports,
            RowStaging staging,
            LeadIntake findings,
            ImportSettings settings,
            Clock clock) {
        this.imports = imports;
        this.staging = staging;
        this.findings = findings;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A finding of a bundle.
     *
     * @param faults why it cannot be entered, known before anybody looks at the finding
     */
    public record Item(JsonNode finding, List<FieldError> faults) {}

    /** What is wrong with each finding, if anything is, before its files are evidence. */
    public Uni<List<List<FieldError>>> preview(
            Caller agency, UUID instructionId, List<JsonNode> items) {
        return findings.preview(agency, instructionId, items)
                .map(told -> told.stream().map(Outcomes::errors).toList());
    }

    /** Has the findings entered, beginning in the running transaction; gives the import's id. */
    public Uni<UUID> enter(
            Caller agency, UUID instructionId, UUID bundleId, String name, List<Item> items) {
        LeadImport job =
                LeadImport.ofBundle(
                        Ids.next(), instructionId, bundleId, agency, name, clock.instant());
        return imports.add(agency, job)
                .chain(
                        () ->
                                Multi.createFrom()
                                        .iterable(rows(items))
                                        .group()
                                        .intoLists()
                                        .of(settings.stagedAtOnce())
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                some ->
                                                        staging.keep(
                                                                agency,
                                                                instructionId,
                                                                job.id(),
                                                                some))
                                        .collect()
                                        .last())
                .replaceWith(job.id());
    }

    private static List<ReadRow> rows(List<Item> items) {
        NumbersSeen seen = new NumbersSeen();
        List<ReadRow> rows = new ArrayList<>(items.size());
        for (Item item : items) {
            JsonNode finding = item.finding();
            List<RowFault> faults = item.faults().stream().map(FindingColumns.ALL::fault).toList();
            Content content =
                    new Content(
                            List.of(finding.path("findingNo").asText(), finding.toString()),
                            finding);
            rows.add(seen.check(new ReadRow(rows.size() + 1, content, faults)));
        }
        return rows;
    }
}
