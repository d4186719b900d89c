package io.mingjian.monitoring.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.imports.Imports.Given;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.monitoring.lead.LeadIntake;
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
    private final LeadImportWork work;
    private final FindingRows rows;
    private final LeadIntake findings;
    private final Clock clock;

    BundleFindings(LeadImportWork work, FindingRows rows, LeadIntake findings, Clock clock) {
        this.work = work;
        this.rows = rows;
        this.findings = findings;
        this.clock = clock;
    }

    /**
     * A finding of a bundle.
     *
     * @param faults why it cannot be entered, known before anybody looks at the finding
     */
    public record Item(JsonNode finding, List<FieldError> faults) {
        private Given given() {
            return new Given(
                    List.of(finding.path("findingNo").asText(), finding.toString()),
                    finding,
                    faults.stream().map(FindingColumns.ALL::fault).toList());
        }
    }

    /** What is wrong with each finding, if anything is, before its files are evidence. */
    public Uni<List<List<FieldError>>> preview(
            Caller agency, UUID instructionId, List<JsonNode> items) {
        return findings.preview(agency, instructionId, items)
                .map(told -> told.stream().map(FindingRows::errors).toList());
    }

    /** Has the findings entered, beginning in the running transaction; gives the import's id. */
    public Uni<UUID> enter(
            Caller agency, UUID instructionId, UUID bundleId, String name, List<Item> items) {
        LeadImport job =
                new LeadImport(Ids.next(), instructionId, bundleId, agency, name, clock.instant());
        return work.imports()
                .enter(
                        agency,
                        job,
                        rows,
                        List.of("线索编号", "内容"),
                        items.stream().map(Item::given).toList())
                .replaceWith(job.id());
    }
}
