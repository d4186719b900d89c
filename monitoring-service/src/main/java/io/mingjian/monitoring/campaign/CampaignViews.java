package io.mingjian.monitoring.campaign;

import io.mingjian.monitoring.clock.LegalTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire in this room. */
final class CampaignViews {
    private static final String ORGANISATION = "[a-z0-9][a-z0-9-]{0,63}";

    private CampaignViews() {}

    /** A special operation that begins. */
    @Schema(description = "专项行动：名称、期间、依据文件、组织单位、须报送的平台 / a special operation")
    record CampaignRequest(
            @NotBlank @Size(max = 200) String name,
            @NotNull @Valid Period period,
            @NotBlank @Size(max = 500) String basisDocument,
            @NotBlank @Size(max = 200) String organiser,
            @NotNull @Size(max = 200)
                    List<@NotNull @Pattern(regexp = ORGANISATION, message = "应为机构编号") String>
                            platforms) {}

    /** Instructions that belong to it. */
    record GroupRequest(@NotEmpty @Size(max = 100) List<@NotNull UUID> instructionIds) {}

    /**
     * What a platform did.
     *
     * @param platform whose figures they are; a platform reports for itself alone
     * @param source where the city has the figures from, when it enters them for a platform
     */
    @Schema(description = "平台处置数据；市局代录的须写明平台和数据来源 / the city names the platform and its source")
    record ReportRequest(
            @Nullable @Pattern(regexp = ORGANISATION, message = "应为机构编号") String platform,
            @NotNull @Valid Period period,
            @NotNull @Valid Figures figures,
            @Nullable @Size(max = 500) String source) {}

    /** What was wrong in a report, put right. */
    record CorrectionRequest(
            @NotNull @Valid Period period,
            @NotNull @Valid Figures figures,
            @Nullable @Size(max = 500) String source,
            @NotBlank @Size(max = 2000) String reasons) {}

    /**
     * Figures to be published.
     *
     * @param until last day of the reports that are summed
     */
    record PublicationRequest(@NotNull LocalDate until) {}

    /** A campaign as its reader may see it. */
    record CampaignView(
            UUID id,
            String campaignNo,
            String name,
            Period period,
            String basisDocument,
            String organiser,
            @Schema(description = "市局可见全部平台，平台只见本单位 / the city sees all, a platform itself alone")
                    List<String> platforms,
            @Schema(description = "所含监测指令，仅市局可见 / instructions, for the city alone")
                    List<InstructionRef> instructions,
            OffsetDateTime createdAt,
            OffsetDateTime updatedAt) {
        static CampaignView of(
                Campaign campaign,
                Instant updatedAt,
                List<String> platforms,
                List<InstructionRef> instructions) {
            return new CampaignView(
                    campaign.id(),
                    campaign.campaignNo(),
                    campaign.name(),
                    campaign.period(),
                    campaign.basisDocument(),
                    campaign.organiser(),
                    platforms,
                    instructions,
                    LegalTime.outside(campaign.createdAt()),
                    LegalTime.outside(updatedAt));
        }
    }

    /** An instruction by its number. */
    record InstructionRef(UUID id, String instructionNo) {}

    /**
     * A report.
     *
     * @param correctedBy the report that took its place; without one it stands
     */
    record ReportView(
            UUID id,
            String platform,
            Period period,
            Figures figures,
            String enteredBy,
            @Nullable String source,
            @Nullable UUID corrects,
            @Nullable String reasons,
            @Nullable UUID correctedBy,
            OffsetDateTime reportedAt) {
        static ReportView of(PlatformReport report, @Nullable PlatformReport correction) {
            return new ReportView(
                    report.id(),
                    report.platform(),
                    report.period(),
                    report.figures(),
                    report.enteredBy(),
                    report.source().orElse(null),
                    report.corrects().orElse(null),
                    report.reasons().orElse(null),
                    correction == null ? null : correction.id(),
                    LegalTime.outside(report.reportedAt()));
        }
    }

    /** How things stand now. */
    @Schema(
            description =
                    "当前数据：平台报送汇总、各平台、所含指令的线索；平台只见本单位 / as things stand now; a platform sees itself alone")
    record FiguresView(
            UUID campaignId,
            int reports,
            Figures total,
            List<PlatformFigures> platforms,
            @Nullable LeadFigures leads,
            @Nullable PublicationView lastReleased) {}

    /** One platform's sum. */
    record PlatformFigures(String platform, int reports, Figures figures) {}

    /** The leads of the campaign's instructions. */
    record LeadFigures(int instructions, long submitted, long open, long closed) {}

    /** A report as a publication summed it. */
    record LineView(UUID reportId, String platform, Period period, Figures figures) {
        static LineView of(PublicationLine line) {
            return new LineView(line.reportId(), line.platform(), line.period(), line.figures());
        }
    }

    /**
     * Published figures and what was learnt since.
     *
     * @param differsBy how much the same reports, with the corrections made since, differ from what
     *     was published; absent if they do not
     * @param correctedReports how many of the reports were corrected since, also where the sum
     *     stays
     * @param newReports reports for periods up to the last day that came in since
     */
    @Schema(
            description =
                    "已固定的发布数据；此后更正造成的差额列于 differsBy / frozen figures; what was corrected since is told by differsBy")
    record PublicationView(
            UUID campaignId,
            int number,
            PublicationState state,
            String stateZh,
            LocalDate from,
            LocalDate until,
            int reports,
            Figures figures,
            @Nullable Figures differsBy,
            int correctedReports,
            int newReports,
            List<LineView> lines,
            OffsetDateTime proposedAt,
            @Nullable OffsetDateTime releasedAt) {}
}
