package io.mingjian.monitoring.instruction;

import io.mingjian.monitoring.clock.ClockView;
import io.mingjian.monitoring.finding.OutputField;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire in this room. */
final class InstructionViews {
    private InstructionViews() {}

    /** What the city orders. */
    @Schema(description = "监测指令的内容 / what the city orders")
    record IssueRequest(
            @NotBlank @Size(max = 4000) String scope,
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 100) String> platforms,
            @NotNull @Size(max = 200) List<@NotBlank @Size(max = 100) String> keywords,
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 100) String> categories,
            @NotNull @Valid Period period,
            @NotNull @Valid OutputSpec outputSpec,
            @NotNull @Schema(description = "结果报送截止日（含当日） / last day for findings")
                    LocalDate deadline,
            @NotEmpty @Size(max = 50)
                    List<
                                    @NotNull
                                    @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}", message = "应为机构编号")
                                    String>
                            agencies) {}

    /** First and last day of watching. */
    record Period(@NotNull LocalDate from, @NotNull LocalDate to) {}

    /** Fields that each finding must fill beyond those that every finding has. */
    record OutputSpec(@NotNull Set<OutputField> requiredFields) {}

    /** Reasons, where a step needs them. */
    record ReasonsRequest(@Nullable @Size(max = 2000) String reasons) {}

    /** An instruction as its reader may see it. */
    record InstructionView(
            UUID id,
            String instructionNo,
            String bureau,
            InstructionState state,
            String scope,
            List<String> platforms,
            List<String> keywords,
            List<String> categories,
            Period period,
            OutputSpec outputSpec,
            LocalDate deadline,
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
            @Nullable OffsetDateTime answeredAt,
            @Nullable String reasons,
            List<ClockView> clocks) {}
}
