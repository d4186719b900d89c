package io.mingjian.monitoring.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.imports.Figures;
import io.mingjian.kit.imports.Imports;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.monitoring.lead.LeadIntake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The room's face for bundles: once all files of a bundle are evidence, its findings are entered in
 * the background as those of a file are.
 */
@ApplicationScoped
public class BundleFindings {
    private final Imports<LeadImport> imports;
    private final LeadIntake findings;
    private final Clock clock;

    BundleFindings(LeadImportWork work, LeadIntake findings, Clock clock) {
        this.imports = work.imports();
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
     * @param failure why it came to no good end
     */
    public record Progress(
            String state,
            String stateName,
            long waiting,
            long entered,
            long repeated,
            long refused,
            @Nullable String failure) {
        private static Progress of(LeadImport job, Figures figures) {
            return new Progress(
                    job.state().name(),
                    job.state().zh(),
                    figures.of("GOOD"),
                    figures.of("ENTERED"),
                    figures.of("REPEATED"),
                    figures.of("BAD"),
                    job.failure());
        }
    }

    /** What is wrong with each finding, if anything is, before its files are evidence. */
    public Uni<List<List<FieldError>>> preview(
            Caller agency, UUID instructionId, List<JsonNode> items) {
        return findings.preview(agency, instructionId, items)
                .map(told -> told.stream().map(FindingRows::errors).toList());
    }

    /**
     * Has the findings of a bundle entered, from the end of the running transaction on and in the
     * agency's name; gives the import's id.
     */
    public Uni<UUID> enter(Caller agency, UUID instructionId, UUID bundleId, String name) {
        LeadImport job =
                new LeadImport(Ids.next(), instructionId, bundleId, agency, name, clock.instant());
        return imports.add(agency, job).replaceWith(job.id());
    }

    /** How far the entering is, as long as the import is kept. */
    public Uni<Optional<Progress>> progress(Caller caller, UUID importId) {
        return imports.require(caller, importId.toString())
                .chain(
                        job ->
                                imports.figures(caller, job)
                                        .map(figures -> Optional.of(Progress.of(job, figures))))
                .onFailure(NotFound.class)
                .recoverWithItem(Optional.empty());
    }

    /**
     * Whether an import is over and nothing of it was taken, now or before: it was given up, all of
     * it was faulty, or it failed and nobody confirmed it again as long as it was kept. Of one that
     * was entered and whose rows are forgotten nobody knows, so it counts as taken.
     */
    public Uni<Boolean> cameToNothing(Caller agency, UUID importId) {
        return imports.require(agency, importId.toString())
                .chain(
                        job ->
                                imports.figures(agency, job)
                                        .map(told -> isNothing(agency, job, told)))
                .onFailure(NotFound.class)
                .recoverWithItem(true);
    }

    private static boolean isNothing(Caller agency, LeadImport job, Figures figures) {
        boolean isKnown = job.state() != ImportState.COMMITTED || figures.of("BAD") > 0;
        return isKnown
                && job.openSteps(agency).isEmpty()
                && figures.of("ENTERED") == 0
                && figures.of("REPEATED") == 0;
    }
}
