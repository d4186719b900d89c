package io.mingjian.monitoring.lead;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.contracts.EvidenceAnalyzed.Signal;
import io.mingjian.contracts.IndicationBand;
import io.mingjian.contracts.LabelVerdict;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.monitoring.clock.ClockView;
import io.mingjian.monitoring.finding.Finding;
import io.mingjian.monitoring.finding.Flag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire in this room. */
final class LeadViews {
    private LeadViews() {}

    /** Up to a hundred findings; each is taken or refused by itself. */
    @Schema(description = "线索批次，最多 100 条 / a batch of up to 100 findings")
    record BatchRequest(
            @NotNull @Size(min = 1, max = 100) @Schema(implementation = Finding[].class)
                    List<JsonNode> items) {}

    /** What the reviewer of the city thinks of a finding's quality. */
    enum Verdict {
        QUALIFIED,
        UNQUALIFIED,
        RETURNED_FOR_SUPPLEMENT,
        DUPLICATE,
        /** A duplicate is to be reviewed for itself again. */
        REOPENED
    }

    /** The quality review. */
    @Schema(
            description =
                    "质量审核结论；不合格、退回补正、认定重复、恢复审核须写明理由 / negative verdicts and the opening of a duplicate need reasons")
    record QualificationRequest(
            @NotNull Verdict verdict,
            @Nullable @Schema(description = "认定重复时，所重复的线索 / the lead it repeats") UUID duplicateOf,
            @Nullable @Size(max = 2000) String reasons,
            @Nullable
                    @Schema(
                            description =
                                    "确认：证据文件尚未收到或摘要不符，仍予审核通过；须写明理由 / passes although evidence has not come or is another file; needs reasons")
                    Boolean despiteEvidence,
            @Nullable
                    @Size(max = 50)
                    @Schema(
                            description =
                                    "不合格或退回补正时，存在的问题（代码见问题代码表）及所在字段 / what is wrong, by code, and in which fields")
                    List<@NotNull @Valid Defect> defects) {}

    /**
     * Something that the review found wrong.
     *
     * @param code of {@code codes/defects.yaml}
     * @param pointer JSON pointer into the finding
     */
    @Schema(description = "审核发现的问题 / a defect")
    record Defect(
            @NotNull @Size(max = 64) String code,
            @Nullable @Pattern(regexp = "(/[A-Za-z0-9]{1,40}){1,4}") String pointer,
            @Nullable @Size(max = 500) String note) {}

    /** The finding anew, after it was returned for supplement. */
    record SupplementRequest(
            @NotNull @Schema(implementation = Finding.class) JsonNode finding,
            @Nullable @Size(max = 2000) String reasons) {}

    /** What became of one item of a batch. */
    @Schema(description = "批次中一条的结果 / the outcome of one item")
    record ItemOutcome(
            int index,
            @Nullable String findingNo,
            @Schema(description = "201 新建，200 已存在且内容相同，409 编号已用于其他内容，422 不符合要求") int status,
            @Nullable UUID leadId,
            @Nullable String leadNo,
            @Nullable ItemProblem problem) {}

    /** Why an item was refused; the members of RFC 9457 that differ per item. */
    record ItemProblem(String type, String detail, @Nullable List<ItemError> errors) {}

    /** One fault of an item. */
    record ItemError(String pointer, String code, String detail) {
        static ItemError of(FieldError error) {
            return new ItemError(error.pointer(), error.code(), error.zh());
        }
    }

    /** What became of a batch. */
    record BatchOutcome(int accepted, int repeated, int refused, List<ItemOutcome> items) {}

    /** A lead in a list. */
    record LeadSummary(
            UUID id,
            String leadNo,
            UUID instructionId,
            String instructionNo,
            String agency,
            String findingNo,
            @Schema(
                            description =
                                    "监测机构所见的办理过程为同一状态 IN_HANDLING / for agencies one state for all that bureaus do")
                    ShownState state,
            String stateZh,
            @Nullable String platform,
            @Nullable String subjectName,
            @Nullable String violationType,
            boolean overdue,
            @Nullable String districtOrganisation,
            @Nullable
                    @Schema(
                            description =
                                    "主要处置措施；区局只见本局作出的，监测机构办结后可见 / a district sees its own decision alone, an agency once the lead is closed")
                    String disposalCode,
            List<ClockView> clocks,
            @Nullable LocalDate dueOn,
            @Nullable Long remainingWorkingDays,
            List<String> openSteps,
            OffsetDateTime submittedAt,
            OffsetDateTime updatedAt) {}

    /** A lead as its reader may see it. */
    record LeadView(
            LeadSummary lead,
            Finding finding,
            String normalUrl,
            boolean outsideScope,
            @Nullable UUID duplicateOf,
            @Nullable String districtCode,
            List<EvidenceIndication> indications,
            @Schema(
                            description =
                                    "疑似重复，仅市局可见，由人认定 / likely duplicates, for the city alone; a person decides")
                    List<DuplicateProposal> duplicateProposals,
            List<HistoryEntry> history,
            @Nullable
                    @Schema(
                            description =
                                    "机器检查提示，仅市局可见，供审核参考 / what the machine noticed, for the city alone")
                    List<Flag> flags,
            @Schema(description = "线索内容的版本，每次补正加一 / grows with each supplement") int findingVersion,
            EvidenceSummary evidence) {}

    /** Whether the hash in the fixation record is the one that the detection service computed. */
    enum HashMatch {
        MATCHES,
        DIFFERS,
        NOT_YET_KNOWN,
        /** A recording of a capture, whose hash the fixation record does not tell. */
        NOT_TOLD
    }

    /** What the detection service said about a file of this lead. A hint, never a finding. */
    @Schema(
            description =
                    "证据检测提示，仅供参考，不作结论；监测机构只见标识核验结果与首次检测时间 / a hint, never a finding; agencies see of the analysis only the label verdict and the time of the first one")
    record EvidenceIndication(
            UUID evidenceId,
            @Nullable @Schema(description = "文件类型，图片、视频等 / picture, film or other")
                    String mediaType,
            HashMatch hashMatch,
            @Nullable IndicationBand band,
            @Nullable LabelVerdict labelVerdict,
            @Nullable List<Signal> signals,
            @Nullable Integer reuseCount,
            @Nullable OffsetDateTime analyzedAt) {}

    /** How far people are with a pair. */
    enum ProposalState {
        PROPOSED,
        CONFIRMED,
        REJECTED
    }

    /**
     * How the files of a lead stand together. A hint, never a finding.
     *
     * @param files how many the finding names, recordings included
     * @param strongest the band that most calls for a look; bureaus alone see it
     */
    @Schema(description = "全部证据的检测概况，仅供参考 / all files together; a hint, never a finding")
    record EvidenceSummary(
            int files,
            int received,
            int analyzed,
            int differing,
            @Nullable IndicationBand strongest) {
        static EvidenceSummary of(int files, List<EvidenceIndication> known) {
            return new EvidenceSummary(
                    files,
                    (int) known.stream().filter(file -> file.mediaType() != null).count(),
                    (int) known.stream().filter(file -> file.analyzedAt() != null).count(),
                    (int)
                            known.stream()
                                    .filter(file -> file.hashMatch() == HashMatch.DIFFERS)
                                    .count(),
                    known.stream()
                            .map(EvidenceIndication::band)
                            .filter(Objects::nonNull)
                            .max(Comparator.comparing(EvidenceSummary::weight))
                            .orElse(null));
        }

        /** What cannot be told calls for more than no sign, and less than a sign. */
        private static int weight(IndicationBand band) {
            return switch (band) {
                case NO_SIGN -> 0;
                case INCONCLUSIVE -> 1;
                case SOME_SIGNS -> 2;
                case STRONG_SIGNS -> 3;
                case DECLARED_OR_REUSED -> 4;
            };
        }
    }

    /** Why the machine thinks that two leads may be one; the score is 0 to 1. */
    record DuplicateReason(DuplicateKind kind, String kindZh, double score) {}

    /** Another lead that may be about the same matter. */
    @Schema(description = "疑似重复，由人认定 / a likely duplicate; a person decides")
    record DuplicateProposal(
            UUID leadId,
            String leadNo,
            String agency,
            LeadState state,
            List<DuplicateReason> because,
            ProposalState proposal,
            OffsetDateTime proposedAt,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String decidedBy,
            @Nullable String reasons) {}

    /** All pairs that name a lead. */
    record DuplicateProposals(List<DuplicateProposal> items) {}

    /** Why two leads are not one. */
    record RejectionRequest(@NotBlank @Size(max = 2000) String reasons) {}

    /** A finding as it was handed in; the current one has no time of replacement. */
    record VersionView(
            int version,
            Finding finding,
            List<Flag> flags,
            @Nullable OffsetDateTime replacedAt,
            @Nullable String replacedBy,
            @Nullable String reasons) {}

    /** A finding in all its versions. */
    record VersionsView(List<VersionView> items) {}

    /** One line of the history. */
    record HistoryEntry(
            String step,
            ShownState state,
            OffsetDateTime at,
            String organisation,
            @Nullable String by,
            @Nullable String ground,
            @Nullable String reasons,
            @Nullable List<Defect> defects) {}
}
