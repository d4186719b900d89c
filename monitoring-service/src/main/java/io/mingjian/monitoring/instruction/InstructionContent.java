package io.mingjian.monitoring.instruction;

import io.mingjian.monitoring.finding.PlatformType;
import io.mingjian.monitoring.finding.ViolationTypes;
import io.mingjian.monitoring.instruction.InstructionViews.AmendmentChanges;
import io.mingjian.monitoring.instruction.InstructionViews.IssueRequest;
import io.mingjian.monitoring.instruction.InstructionViews.OutputSpec;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** All that one version of an instruction says; a version is kept whole. */
record InstructionContent(
        String scope, Terms terms, LocalDate periodFrom, LocalDate periodTo, LocalDate deadline) {

    static InstructionContent of(IssueRequest request) {
        return new InstructionContent(
                request.scope(),
                terms(
                        Objects.requireNonNullElse(request.platformTypes(), List.of()),
                        request.platforms(),
                        request.keywords(),
                        request.categories(),
                        request.outputSpec()),
                request.period().from(),
                request.period().to(),
                request.deadline());
    }

    /** The same with what is to change changed. */
    InstructionContent with(AmendmentChanges changes) {
        boolean samePeriod = changes.period() == null;
        return new InstructionContent(
                Objects.requireNonNullElse(changes.scope(), scope),
                terms(
                        Objects.requireNonNullElse(changes.platformTypes(), terms.platformTypes()),
                        Objects.requireNonNullElse(changes.platforms(), terms.platforms()),
                        Objects.requireNonNullElse(changes.keywords(), terms.keywords()),
                        Objects.requireNonNullElse(changes.categories(), terms.categories()),
                        Objects.requireNonNullElse(changes.outputSpec(), OutputSpec.of(terms))),
                samePeriod ? periodFrom : Objects.requireNonNull(changes.period()).from(),
                samePeriod ? periodTo : Objects.requireNonNull(changes.period()).to(),
                Objects.requireNonNullElse(changes.deadline(), deadline));
    }

    private static Terms terms(
            List<PlatformType> platformTypes,
            List<String> platforms,
            List<String> keywords,
            List<String> categories,
            OutputSpec output) {
        return new Terms(
                platformTypes,
                platforms,
                keywords,
                ViolationTypes.SHIPPED.expanded(categories),
                output.requiredFields(),
                output.evidenceDemands(),
                output.categoryDemands());
    }
}
