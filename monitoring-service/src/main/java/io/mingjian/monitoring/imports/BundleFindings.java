package io.mingjian.monitoring.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.monitoring.lead.LeadIntake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The room's face for bundles: once all files of a bundle are evidence, its findings are entered in
 * the background as those of a file are.
 */
@ApplicationScoped
public class BundleFindings {
    private final LeadImports imports;
    private final LeadImportRows rows;
    private final LeadIntake findings;
    private final Clock clock;

    BundleFindings(LeadImports imports, LeadImportRows rows, LeadIntake findings, Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.findings = findings;
        this.clock = clock;
    }

    /**
     * A finding of a bundle.
     *
     * @param faults why it cannot be entered, known before anybody looks at the finding
     */
    public record Item(JsonNode finding, List<FieldError> faults) {}

    /**
     * How far the entering is.
     *
     * @param state of the import, with its name
     * @param waiting rows that are neither entered nor set aside
     */
    public record Progress(
            String state,
            String stateName,
            long waiting,
            long entered,
            long repeated,
            long refused) {}

    /** What is wrong with each finding, if anything is, before its files are evidence. */
    public Uni<List<List<FieldError>>> preview(
            Caller agency, UUID instructionId, List<JsonNode> items) {
        return findings.preview(agency, instructionId, items)
                .map(told -> told.stream().map(Outcomes::errors).toList());
    }

    /**
     * Has the findings of a bundle entered, from the end of the running transaction on and in the
     * agency's name; gives the import's id.
     */
    public Uni<UUID> enter(Caller agency, UUID instructionId, UUID bundleId, String name) {
        LeadImport job =
                LeadImport.ofBundle(
                        Ids.next(), instructionId, bundleId, agency, name, clock.instant());
        return imports.add(agency, job).replaceWith(job.id());
    }

    /** How far the entering is, as long as the import is kept. */
    public Uni<Optional<Progress>> progress(Caller caller, UUID importId) {
        return imports.require(caller, importId)
                .chain(
                        job ->
                                rows.figures(caller, importId)
                                        .map(
                                                figures ->
                                                        Optional.of(
                                                                new Progress(
                                                                        job.state().name(),
                                                                        job.state().zh(),
                                                                        figures.good(),
                                                                        figures.entered(),
                                                                        figures.repeated(),
                                                                        figures.bad()))))
                .onFailure(NotFound.class)
                .recoverWithItem(Optional.empty());
    }
}
