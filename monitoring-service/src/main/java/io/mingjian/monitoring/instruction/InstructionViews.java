package io.mingjian.monitoring.instruction;

import io.mingjian.monitoring.clock.ClockView;
import io.mingjian.monitoring.finding.EvidenceKind;
import io.mingjian.monitoring.finding.OutputField;
import io.mingjian.monitoring.finding.PlatformType;
import io.mingjian.monitoring.finding.ViolationTypes;
import io.mingjian.monitoring.instruction.Terms.CategoryDemand;
import io.mingjian.monitoring.instruction.Terms.EvidenceDemand;
import io.mingjian.monitoring.monitor.ContractStanding;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire in this room. */
final class InstructionViews {
    private static final String AGENCY = "[a-z0-9][a-z0-9-]{0,63}";

    private InstructionViews() {}

    /** What the city orders. */
    @Schema(description = "监测指令的内容 / what the city orders")
    record IssueRequest(
            @NotBlank @Size(max = 4000) String scope,
            @Nullable
                    @Size(max = 10)
                    @Schema(description = "平台类型；不填表示不限 / kinds of platforms; none: any")
                    List<@NotNull PlatformType> platformTypes,
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 100) String> platforms,
            @NotNull @Size(max = 200) List<@NotBlank @Size(max = 100) String> keywords,
            @NotNull
                    @Size(max = 50)
                    @Schema(
                            description =
                                    "违法类型代码，或违法类型分组代码（表示该组全部类型） / kinds of violations, or a group's code for all of its kinds")
                    List<@NotBlank @Size(max = 100) String> categories,
            @NotNull @Valid Period period,
            @NotNull @Valid OutputSpec outputSpec,
            @NotNull @Schema(description = "结果报送截止日（含当日） / last day for findings")
                    LocalDate deadline,
            @NotEmpty @Size(max = 50)
                    List<@NotNull @Pattern(regexp = AGENCY, message = "应为机构编号") String> agencies,
            @Nullable @Schema(description = "所属专项行动 / the special operation that it belongs to")
                    UUID campaignId) {}

    /** First and last day of watching. */
    record Period(@NotNull LocalDate from, @NotNull LocalDate to) {}

    /**
     * What each finding must have beyond what every finding has, and what findings of a category
     * must have besides.
     */
    record OutputSpec(
            @NotNull Set<@NotNull OutputField> requiredFields,
            @Nullable @Valid @Size(max = 20) List<@NotNull EvidenceSpec> requiredEvidence,
            @Nullable @Valid @Size(max = 50) List<@NotNull CategorySpec> categories) {

        static OutputSpec of(Terms terms) {
            return new OutputSpec(
                    terms.requiredFields(),
                    EvidenceSpec.of(terms.requiredEvidence()),
                    terms.ofCategories().stream().map(CategorySpec::of).toList());
        }

        List<EvidenceDemand> evidenceDemands() {
            return EvidenceSpec.demands(requiredEvidence);
        }

        /** A group's demand is that of each of its kinds. */
        List<CategoryDemand> categoryDemands() {
            return categories == null
                    ? List.of()
                    : categories.stream().flatMap(CategorySpec::toDemands).toList();
        }
    }

    /** A least number of files of a kind. */
    record EvidenceSpec(
            @NotNull EvidenceKind kind,
            @Min(1) @Max(20) @Schema(description = "至少几份 / at least so many") int least) {
        static List<EvidenceSpec> of(List<EvidenceDemand> demands) {
            return demands.stream()
                    .map(demand -> new EvidenceSpec(demand.kind(), demand.least()))
                    .toList();
        }

        static List<EvidenceDemand> demands(@Nullable List<EvidenceSpec> specs) {
            return specs == null
                    ? List.of()
                    : specs.stream()
                            .map(spec -> new EvidenceDemand(spec.kind(), spec.least()))
                            .toList();
        }
    }

    /** What findings of one category must have besides. */
    record CategorySpec(
            @NotBlank @Size(max = 100) String category,
            @Nullable Set<@NotNull OutputField> requiredFields,
            @Nullable @Valid @Size(max = 20) List<@NotNull EvidenceSpec> requiredEvidence) {
        static CategorySpec of(CategoryDemand demand) {
            return new CategorySpec(
                    demand.category(),
                    demand.requiredFields(),
                    EvidenceSpec.of(demand.requiredEvidence()));
        }

        /** The kinds of violations that it speaks of. */
        List<String> kinds() {
            return ViolationTypes.SHIPPED.expanded(List.of(category));
        }

        Stream<CategoryDemand> toDemands() {
            return kinds().stream()
                    .map(
                            kind ->
                                    new CategoryDemand(
                                            kind,
                                            Objects.requireNonNullElse(requiredFields, Set.of()),
                                            EvidenceSpec.demands(requiredEvidence)));
        }

        boolean isEmpty() {
            return (requiredFields == null || requiredFields.isEmpty())
                    && (requiredEvidence == null || requiredEvidence.isEmpty());
        }
    }

    /** Reasons, where a step needs them. */
    record ReasonsRequest(@Nullable @Size(max = 2000) String reasons) {}

    /** What the city changes, and why. */
    @Schema(description = "变更监测指令 / an amendment")
    record AmendmentRequest(
            @NotNull @Valid AmendmentChanges changes, @Nullable @Size(max = 2000) String reasons) {}

    /** What is to be otherwise; what is absent stays as it is. */
    @Schema(description = "变更内容；不填的项目保持不变 / what is absent stays as it is")
    record AmendmentChanges(
            @Nullable @Pattern(regexp = "(?s).*\\S.*", message = "不能为空") @Size(max = 4000)
                    String scope,
            @Nullable @Size(max = 10) List<@NotNull PlatformType> platformTypes,
            @Nullable @Size(min = 1, max = 50) List<@NotBlank @Size(max = 100) String> platforms,
            @Nullable @Size(max = 200) List<@NotBlank @Size(max = 100) String> keywords,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> categories,
            @Nullable @Valid Period period,
            @Nullable @Valid OutputSpec outputSpec,
            @Nullable LocalDate deadline,
            @Nullable
                    @Size(max = 50)
                    @Schema(
                            description =
                                    "增加的机构；曾退回或被撤回的机构将重新下达 / agencies that are instructed in addition or anew")
                    List<@NotNull @Pattern(regexp = AGENCY, message = "应为机构编号") String> addAgencies,
            @Nullable
                    @Size(max = 50)
                    @Schema(
                            description =
                                    "撤回的机构；已报送线索的机构不得撤回 / agencies that need not work on it any longer")
                    List<@NotNull @Pattern(regexp = AGENCY, message = "应为机构编号") String>
                            withdrawAgencies) {
        List<String> added() {
            return Objects.requireNonNullElse(addAgencies, List.of());
        }

        List<String> withdrawn() {
            return Objects.requireNonNullElse(withdrawAgencies, List.of());
        }
    }

    /** Nothing more will come from the agency. */
    @Schema(description = "报送完毕 / nothing more will come from the agency")
    record CompletionRequest(@Nullable @Size(max = 2000) String note) {}

    /** The city wants more of an agency that was done. */
    record ReopeningRequest(
            @NotNull @Pattern(regexp = AGENCY, message = "应为机构编号") String agency,
            @Nullable @Size(max = 2000) String reasons) {}

    /** The city reminds agencies; all that are at work unless it names some. */
    @Schema(description = "催办 / a reminder by the city")
    record ReminderRequest(
            @Nullable @Size(min = 1, max = 50)
                    List<@NotNull @Pattern(regexp = AGENCY, message = "应为机构编号") String> agencies,
            @NotBlank @Size(max = 2000) String text) {}

    /** An instruction as its reader may see it. */
    record InstructionView(
            UUID id,
            String instructionNo,
            String bureau,
            InstructionState state,
            @Schema(
                            description =
                                    "现行版本号；已退回或被撤回的机构所见为其离开时的版本 / number of the version in force; for an agency that is out, of the last that it was given")
                    int version,
            String scope,
            List<PlatformType> platformTypes,
            List<String> platforms,
            List<String> keywords,
            List<String> categories,
            Period period,
            OutputSpec outputSpec,
            LocalDate deadline,
            @Schema(description = "仅市局可见 / for the city alone") @Nullable UUID campaignId,
            OffsetDateTime issuedAt,
            @Nullable OffsetDateTime closedAt,
            @Nullable String closingReasons,
            @Schema(
                            description =
                                    "市局可见全部机构，机构只见本机构 / the city sees all agencies, an agency itself alone")
                    List<CommissionView> commissions,
            List<String> openSteps,
            OffsetDateTime updatedAt) {}

    /** One agency's part. */
    record CommissionView(
            String agency,
            CommissionState state,
            @Schema(description = "合同状态；无合同或到期为提示 / a warning unless in force")
                    ContractStanding contract,
            @Nullable OffsetDateTime answeredAt,
            @Nullable String reasons,
            @Schema(description = "最近签收的版本 / the version that it acknowledged last")
                    @Nullable Integer acknowledgedVersion,
            @Nullable OffsetDateTime completedAt,
            @Nullable String completionNote,
            @Nullable String reopeningReasons,
            @Nullable OffsetDateTime remindedAt,
            List<ClockView> clocks) {}

    /** One version, whole. */
    record VersionView(
            int version,
            @Schema(description = "是否现行版本 / whether it is in force") boolean inForce,
            String scope,
            List<PlatformType> platformTypes,
            List<String> platforms,
            List<String> keywords,
            List<String> categories,
            Period period,
            OutputSpec outputSpec,
            LocalDate deadline,
            @Nullable String reasons,
            OffsetDateTime madeAt,
            @Schema(description = "仅市局可见 / for the city alone") @Nullable String madeBy) {}

    /** One reminder. */
    record ReminderView(
            UUID id,
            String agency,
            @Schema(description = "到达的时点；MANUAL 为市局催办 / the point reached; MANUAL: by the city")
                    String point,
            String title,
            String text,
            @Nullable LocalDate dueOn,
            int version,
            OffsetDateTime remindedAt,
            @Schema(description = "仅市局可见 / for the city alone") @Nullable String remindedBy) {}

    /** All reminders of an instruction, in the order of time. */
    record Reminders(List<ReminderView> items) {}

    /** All versions of an instruction, from the first on. */
    record Versions(List<VersionView> items) {}
}
