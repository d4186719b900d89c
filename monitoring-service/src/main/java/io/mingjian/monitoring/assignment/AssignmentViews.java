package io.mingjian.monitoring.assignment;

import io.mingjian.kit.caller.Caller;
import io.mingjian.monitoring.assignment.PlaceRules.Advertising;
import io.mingjian.monitoring.assignment.PlaceRules.Asked;
import io.mingjian.monitoring.assignment.PlaceRules.Matter;
import io.mingjian.monitoring.assignment.PlaceRules.Outcome;
import io.mingjian.monitoring.assignment.PlaceRules.Proposal;
import io.mingjian.monitoring.clock.LegalTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire in this room. */
final class AssignmentViews {
    private AssignmentViews() {}

    /** Which district gets a lead. */
    @Schema(
            description =
                    "分派；与建议不同或无建议时须写明理由 / reasons are needed where the choice is not the proposal")
    record AssignRequest(
            @NotBlank @Schema(description = "区划代码，如 310101 / GB/T 2260 code") String districtCode,
            @Nullable @Size(max = 2000) String reasons,
            @Nullable @Valid AdvertisingFacts advertising) {}

    /** What an officer knows of an advertisement that the finding does not say. */
    @Schema(description = "广告事项：类别与发布者、广告主、广告经营者所在区 / places behind an advertisement")
    record AdvertisingFacts(
            @Nullable @Schema(description = "不填时按线索的违法类型判断 / as the finding says if absent")
                    Matter matter,
            @Nullable String publisherDistrictCode,
            @Nullable String advertiserDistrictCode,
            @Nullable String agencyDistrictCode) {
        Advertising toAdvertising() {
            return new Advertising(
                    publisherDistrictCode, advertiserDistrictCode, agencyDistrictCode);
        }
    }

    /** Up to a hundred leads, each with its district. */
    @Schema(description = "批量分派，最多 100 条，逐条给出结果 / up to 100 leads, an outcome for each")
    record BatchRequest(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid BatchItem> items) {}

    /**
     * One lead of a batch.
     *
     * @param version the number in the entity tag that was read
     */
    record BatchItem(
            @NotNull UUID leadId,
            @NotNull Integer version,
            @NotBlank String districtCode,
            @Nullable @Size(max = 2000) String reasons,
            @Nullable @Valid AdvertisingFacts advertising) {
        AssignRequest toRequest() {
            return new AssignRequest(districtCode, reasons, advertising);
        }
    }

    /** What became of a batch. */
    record BatchOutcome(int assigned, int refused, List<ItemOutcome> items) {}

    /** What became of one lead of a batch. */
    @Schema(description = "一条的结果：200 已分派，404、409、412、422 未分派及原因 / the outcome of one item")
    record ItemOutcome(
            int index,
            UUID leadId,
            int status,
            @Nullable String leadNo,
            @Nullable Integer version,
            @Nullable ItemProblem problem) {}

    /** Why a lead of a batch was not assigned; the members of RFC 9457 that differ per item. */
    record ItemProblem(String type, String detail, List<ItemError> errors) {}

    /** One fault of an item. */
    record ItemError(String pointer, String code, String detail) {}

    /** Why the city takes a lead over. */
    record TakeOverRequest(@Nullable @Size(max = 2000) String reasons) {}

    /** The work of one bureau. */
    @Schema(description = "在办线索数、超期数与最早分派时间 / leads that wait for a bureau")
    record LoadView(
            @Nullable String districtCode,
            String organisation,
            @Nullable String zh,
            long open,
            long unreceived,
            long overdue,
            @Nullable OffsetDateTime oldestSince,
            @Nullable Long oldestDays) {}

    /** The work of all bureaus at one moment. */
    record LoadsView(OffsetDateTime at, List<LoadView> items) {}

    /** Why a district gives a lead back. */
    record ReturnRequest(@Nullable @Size(max = 2000) String reasons) {}

    /** What the place rules say; a proposal that a person confirms or not. */
    @Schema(description = "分派建议，由市局确认 / a proposal that the city confirms")
    record ProposalView(
            boolean found,
            @Nullable String districtCode,
            @Nullable String districtOrganisation,
            @Nullable String districtZh,
            @Nullable String rule,
            @Nullable String ruleZh,
            @Nullable String basis,
            @Nullable String status,
            @Schema(
                            description =
                                    "没有建议且有管辖权的地点不在本市 / nothing is proposed, and the place lies outside")
                    boolean outsideCity,
            @Nullable
                    @Schema(
                            description =
                                    "没有建议时为何、如何办理 / why nothing is proposed and what the city does")
                    String advice,
            @Schema(description = "依次询问的规则及其回答 / every rule in order and what it said")
                    List<AskedRule> asked,
            @Schema(description = "各区在办情况 / the load of each district") List<LoadView> loads) {
        private static final String OUTSIDE =
                "有管辖权的地点不在本市，不建议分派给任何区：由市局提级办理，需要移送的，由市局作出移送当地市场监督管理部门的处置；"
                        + "本市另有管辖依据的（如平台经营者住所地先发现线索），写明理由后可以分派。";
        private static final String UNKNOWN = "各项地点均不明或者不能确定为本市某一个区，由市局查明后写明理由分派，或者提级办理。";

        static ProposalView of(List<Asked> asked, List<LoadView> loads) {
            List<AskedRule> rules = asked.stream().map(AskedRule::of).toList();
            return asked.stream()
                    .filter(each -> each.outcome() == Outcome.PROPOSED)
                    .findFirst()
                    .map(
                            each ->
                                    of(
                                            new Proposal(
                                                    each.rule(), each.district().orElseThrow()),
                                            rules,
                                            loads))
                    .orElseGet(() -> nothing(asked, rules, loads));
        }

        private static ProposalView nothing(
                List<Asked> asked, List<AskedRule> rules, List<LoadView> loads) {
            boolean outside = PlaceRules.isOutside(asked);
            return new ProposalView(
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    outside,
                    outside ? OUTSIDE : UNKNOWN,
                    rules,
                    loads);
        }

        private static ProposalView of(
                Proposal proposal, List<AskedRule> asked, List<LoadView> loads) {
            return new ProposalView(
                    true,
                    proposal.district().code(),
                    proposal.district().organisation(),
                    proposal.district().zh(),
                    proposal.rule().id(),
                    proposal.rule().zh(),
                    proposal.rule().basis(),
                    proposal.rule().status(),
                    false,
                    null,
                    asked,
                    loads);
        }
    }

    /** A rule and what it said. */
    record AskedRule(
            String rule,
            String ruleZh,
            Outcome outcome,
            @Nullable String districtCode,
            @Schema(description = "为何建议或者为何没有建议 / why it proposes or why not") String answer,
            String basis,
            String status) {
        static AskedRule of(Asked asked) {
            return new AskedRule(
                    asked.rule().id(),
                    asked.rule().zh(),
                    asked.outcome(),
                    asked.district().map(Districts.District::code).orElse(null),
                    asked.zh(),
                    asked.rule().basis(),
                    asked.rule().status());
        }
    }

    /**
     * One assignment. A district keeps seeing its own after the lead went elsewhere: its record,
     * not the lead.
     */
    record AssignmentView(
            UUID id,
            UUID leadId,
            String leadNo,
            String districtOrganisation,
            String districtCode,
            @Nullable String placeRule,
            @Nullable String proposedDistrictCode,
            @Nullable String reasons,
            OffsetDateTime assignedAt,
            @Nullable OffsetDateTime receivedAt,
            @Nullable OffsetDateTime returnRequestedAt,
            @Nullable String returnReasons,
            @Nullable @Schema(description = "改派、提级办理的时间 / when it was taken away")
                    OffsetDateTime endedAt,
            Assignment.@Nullable Ending ending,
            @Nullable
                    @Schema(
                            description =
                                    "市局的理由，仅市局可见 / why the city took it away; for the city alone")
                    String endingReasons) {

        /** Why the lead went elsewhere tells of the bureau that has it now. */
        static AssignmentView of(Caller reader, Assignment assignment) {
            return new AssignmentView(
                    assignment.id(),
                    assignment.leadId(),
                    assignment.leadNo(),
                    assignment.districtOrganisation(),
                    assignment.districtCode(),
                    assignment.placeRule().orElse(null),
                    assignment.proposedDistrictCode().orElse(null),
                    assignment.reasons().orElse(null),
                    LegalTime.outside(assignment.assignedAt()),
                    assignment.receivedAt().map(LegalTime::outside).orElse(null),
                    assignment.returnRequestedAt().map(LegalTime::outside).orElse(null),
                    assignment.returnReasons().orElse(null),
                    assignment.endedAt().map(LegalTime::outside).orElse(null),
                    assignment.ending().orElse(null),
                    reader.isCity() ? assignment.endingReasons().orElse(null) : null);
        }
    }
}
