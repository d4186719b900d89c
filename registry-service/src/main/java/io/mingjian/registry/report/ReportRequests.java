package io.mingjian.registry.report;

import io.mingjian.kit.refusal.Invalid;
import io.mingjian.registry.code.District;
import io.mingjian.registry.code.Faults;
import io.mingjian.registry.procedure.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What comes in at the doors of reports; each reads itself into what it records, naming all its
 * faults at once.
 */
final class ReportRequests {
    private static final int NAME = 200;
    private static final int LONG = 1_000;
    private static final int FEWEST = 2;
    private static final BigDecimal MOST_YUAN = new BigDecimal("10000000000");

    private ReportRequests() {}

    /** Reasons of a decision. */
    @Schema(name = "ReportDecisionRequest")
    record DecisionRequest(@Nullable String reasons) {}

    /** Another bureau, named by a person. */
    @Schema(name = "ReportRoutingRequest")
    record RoutingRequest(@Nullable String districtCode, @Nullable String reasons) {
        District district() {
            return District.ofCode(districtCode == null ? "" : districtCode)
                    .orElseThrow(
                            () ->
                                    new Invalid(
                                            "/districtCode",
                                            "unknown-district",
                                            "请填写本市十六区的区划代码。",
                                            "A district of Shanghai is required."));
        }
    }

    /** Nobody of the city may handle it (Order 121 Art 34). */
    @Schema(name = "NoAuthorityRequest")
    record NoAuthorityRequest(
            @Nullable @Schema(description = "有处理权限的单位，告知举报人向其提出") String competent,
            @Nullable @Schema(description = "已移交的部门（食品安全等法律要求移交时必填）") String handedOverTo,
            @Nullable @Schema(description = "法律领域代码") String legalField,
            @Nullable String reasons) {
        Fact.AuthorityDeclined read(Moment now) {
            Faults faults = new Faults();
            Optional<String> where = faults.optional("/competent", competent, NAME, "有处理权限的单位");
            Optional<String> to = faults.optional("/handedOverTo", handedOverTo, NAME, "接收部门");
            ReportRequests.field(legalField, faults);
            faults.refuseIfAny();
            return new Fact.AuthorityDeclined(now.today(), where.orElse(null), to.orElse(null));
        }

        @Nullable String field() {
            return checkedField(legalField);
        }
    }

    /** The earlier report of the same reporter (Order 121 Art 35). */
    @Schema(name = "DuplicateRequest")
    record DuplicateRequest(
            @Nullable @Schema(required = true, description = "在先举报") String earlierReportId,
            @Nullable String reasons) {
        UUID read() {
            return id("/earlierReportId", earlierReportId, "在先举报");
        }
    }

    /** The report that it is handled with (Order 121 Art 35). */
    @Schema(name = "MergeRequest")
    record MergeRequest(
            @Nullable @Schema(required = true, description = "并入的举报") String targetReportId,
            @Nullable String reasons) {
        UUID read() {
            return id("/targetReportId", targetReportId, "并入的举报");
        }
    }

    /** Verification begins. */
    @Schema(name = "VerificationRequest")
    record VerificationRequest(
            @Nullable @Schema(description = "法律领域代码") String legalField, @Nullable String reasons) {
        @Nullable String read() {
            return checkedField(legalField);
        }
    }

    /** The four conditions of a case, each confirmed (Order 2 Art 19). */
    @Schema(name = "CaseFilingRequest")
    record CaseFilingRequest(
            @Nullable @Schema(required = true, description = "有证据初步证明存在违法行为")
                    Boolean evidenceOfViolation,
            @Nullable @Schema(required = true, description = "依法应当给予行政处罚") Boolean punishable,
            @Nullable @Schema(required = true, description = "属于本部门管辖") Boolean withinJurisdiction,
            @Nullable @Schema(required = true, description = "在给予行政处罚的法定期限内")
                    Boolean withinLimitation,
            @Nullable @Schema(description = "法律领域代码") String legalField,
            @Nullable String reasons) {

        /** The field of law, once all four conditions are confirmed. */
        @Nullable String read() {
            Faults faults = new Faults();
            confirmed(
                    "/evidenceOfViolation",
                    evidenceOfViolation,
                    CaseCondition.EVIDENCE_OF_VIOLATION,
                    faults);
            confirmed("/punishable", punishable, CaseCondition.PUNISHABLE, faults);
            confirmed(
                    "/withinJurisdiction",
                    withinJurisdiction,
                    CaseCondition.WITHIN_JURISDICTION,
                    faults);
            confirmed(
                    "/withinLimitation", withinLimitation, CaseCondition.WITHIN_LIMITATION, faults);
            String chosen = ReportRequests.field(legalField, faults);
            faults.refuseIfAny();
            return chosen;
        }

        private static void confirmed(
                String pointer, @Nullable Boolean given, CaseCondition condition, Faults faults) {
            if (!Boolean.TRUE.equals(given)) {
                faults.add(
                        pointer,
                        "condition-not-met",
                        "立案须逐项确认满足条件：" + condition.zh() + "（程序规定第十九条）。",
                        "Each of the four conditions must be confirmed (Order 2 Art 19).");
            }
        }
    }

    /** No case, with its ground (Order 2 Art 19, 20). */
    @Schema(name = "NoCaseRequest")
    record NoCaseRequest(
            @Nullable
                    @Schema(description = "1至4：程序规定第二十条各项；5：不符合第十九条", minimum = "1", maximum = "5")
                    Integer ground,
            @Nullable @Schema(description = "仅5：未满足的立案条件") String unmetCondition,
            @Nullable @Schema(description = "仅4：所依据的规定") String law,
            @Nullable @Schema(description = "法律领域代码") String legalField,
            @Nullable String reasons) {
        @Nullable String field() {
            return checkedField(legalField);
        }
    }

    /** Another agency is to have it (Order 2 Art 17). */
    @Schema(name = "AgencyTransferRequest")
    record AgencyTransferRequest(
            @Nullable @Schema(required = true, description = "接收机关") String agency,
            @Nullable @Schema(required = true, description = "移送依据") String basis,
            @Nullable String reasons) {
        Fact.TransferredToAgency read(Moment now) {
            Faults faults = new Faults();
            Optional<String> to = faults.required("/agency", agency, NAME, "接收机关");
            Optional<String> why = faults.required("/basis", basis, LONG, "移送依据");
            faults.refuseIfAny();
            return new Fact.TransferredToAgency(now.today(), to.orElseThrow(), why.orElseThrow());
        }
    }

    /** Who discussed the case, and its new last day (Order 2 Art 64). */
    @Schema(name = "CollectiveExtensionRequest")
    record CollectiveExtensionRequest(
            @Nullable @Schema(required = true, description = "参加集体讨论的人员，至少两人")
                    List<@Nullable String> participants,
            @Nullable @Schema(required = true, description = "延长后的期限") LocalDate dueOn,
            @Nullable String reasons) {
        Fact.CollectivelyExtended read(Moment now) {
            Faults faults = new Faults();
            Set<String> named = new LinkedHashSet<>();
            List<@Nullable String> given = participants == null ? List.of() : participants;
            for (int i = 0; i < given.size(); i++) {
                faults.required("/participants/" + i, given.get(i), NAME, "参加人员")
                        .ifPresent(named::add);
            }
            if (named.size() < FEWEST) {
                faults.add(
                        "/participants",
                        "too-few",
                        "集体讨论至少由两名不同人员参加。",
                        "At least two different people take part.");
            }
            if (dueOn == null) {
                faults.add("/dueOn", "required", "请填写延长后的期限。", "This field is required.");
            } else if (dueOn.isAfter(now.today().plusYears(FEWEST))) {
                faults.add("/dueOn", "too-late", "延长后的期限过长，请核对。", "Within two years.");
            }
            faults.refuseIfAny();
            return new Fact.CollectivelyExtended(
                    now.today(), new ArrayList<>(named), Objects.requireNonNull(dueOn));
        }
    }

    /** What kind of time does not count (Order 2 Art 64). */
    @Schema(name = "ExcludedTimeRequest")
    record ExcludedTimeRequest(
            @Nullable @Schema(required = true) String kind, @Nullable String reasons) {
        Fact.Excluded read() {
            Faults faults = new Faults();
            var read = faults.requiredCode("/kind", Fact.Excluded.class, kind, "不计入期限的事由");
            faults.refuseIfAny();
            return read.orElseThrow();
        }
    }

    /** How a case was decided (Order 2 Art 60). */
    @Schema(name = "CaseClosingRequest")
    record CaseClosingRequest(
            @Nullable @Schema(required = true) String result,
            @Nullable @Schema(description = "罚款金额（元），仅给予行政处罚时", minimum = "0") BigDecimal fineYuan,
            @Nullable String reasons) {
        Fact.CaseDecided read(Moment now) {
            Faults faults = new Faults();
            var read = faults.requiredCode("/result", CaseResult.class, result, "处理结果");
            yuan("/fineYuan", fineYuan, faults);
            if (fineYuan != null && read.filter(CaseResult.PENALTY::equals).isEmpty()) {
                faults.add("/fineYuan", "no-penalty", "仅给予行政处罚时填写罚款金额。", "Only with a penalty.");
            }
            faults.refuseIfAny();
            return new Fact.CaseDecided(now.today(), read.orElseThrow(), fineYuan);
        }
    }

    /** When and how the reporter was told, where no notice was served through this suite. */
    @Schema(name = "ResultTellingRequest")
    record ResultTellingRequest(
            @Nullable @Schema(required = true) LocalDate toldOn,
            @Nullable @Schema(required = true, description = "告知方式") String how) {
        Fact.ResultTold read(Moment now, LocalDate earliest) {
            Faults faults = new Faults();
            if (toldOn == null) {
                faults.add("/toldOn", "required", "请填写告知日期。", "This field is required.");
            } else if (toldOn.isAfter(now.today()) || toldOn.isBefore(earliest)) {
                faults.add(
                        "/toldOn",
                        "out-of-range",
                        "告知日期须在作出决定之日至今天之间。",
                        "Between the day of the decision and today.");
            }
            faults.required("/how", how, LONG, "告知方式");
            faults.refuseIfAny();
            return new Fact.ResultTold(Objects.requireNonNull(toldOn));
        }
    }

    /** A reward that an officer holds due. */
    @Schema(name = "RewardProposalRequest")
    record RewardProposalRequest(
            @Nullable @Schema(description = "建议金额（元）", minimum = "0") BigDecimal amountYuan,
            @Nullable String reasons) {
        Fact.RewardProposed read(Moment now) {
            Faults faults = new Faults();
            yuan("/amountYuan", amountYuan, faults);
            faults.refuseIfAny();
            return new Fact.RewardProposed(now.today(), amountYuan);
        }
    }

    /** What the head decides about it. */
    @Schema(name = "RewardDecisionRequest")
    record RewardDecisionRequest(
            @Nullable @Schema(required = true, description = "是否给予奖励") Boolean granted,
            @Nullable @Schema(description = "奖励金额（元），仅给予奖励时", minimum = "0") BigDecimal amountYuan,
            @Nullable String reasons) {
        Fact.RewardDecided read(Moment now) {
            Faults faults = new Faults();
            boolean given = Boolean.TRUE.equals(granted);
            if (granted == null) {
                faults.add("/granted", "required", "请填写是否给予奖励。", "This field is required.");
            } else if (given != (amountYuan != null)) {
                faults.add(
                        "/amountYuan",
                        given ? "required" : "not-granted",
                        given ? "给予奖励的，请填写金额。" : "不给予奖励的，不填写金额。",
                        "An amount goes with a reward.");
            }
            yuan("/amountYuan", amountYuan, faults);
            faults.refuseIfAny();
            return new Fact.RewardDecided(now.today(), given, amountYuan);
        }
    }

    private static void yuan(String pointer, @Nullable BigDecimal amount, Faults faults) {
        if (amount != null
                && (amount.signum() < 0
                        || amount.stripTrailingZeros().scale() > 2
                        || amount.compareTo(MOST_YUAN) > 0)) {
            faults.add(
                    pointer,
                    "not-an-amount",
                    "金额须为不小于零的元数，至多两位小数。",
                    "Yuan, not negative, two decimals.");
        }
    }

    private static UUID id(String pointer, @Nullable String given, String zhName) {
        Faults faults = new Faults();
        Optional<String> text = faults.required(pointer, given, NAME, zhName);
        faults.refuseIfAny();
        try {
            return UUID.fromString(text.orElseThrow());
        } catch (IllegalArgumentException notAnId) {
            throw unknownReport(pointer);
        }
    }

    /** The report that the body names is not there, or not the caller's to see. */
    static Invalid unknownReport(String pointer) {
        return new Invalid(
                pointer,
                "unknown-report",
                "未找到所指举报，或者贵单位无权查看。",
                "No such report, or not yours to see.");
    }

    private static @Nullable String checkedField(@Nullable String given) {
        Faults faults = new Faults();
        String chosen = field(given, faults);
        faults.refuseIfAny();
        return chosen;
    }

    private static @Nullable String field(@Nullable String given, Faults faults) {
        return ReportLifecycle.RESULT_RULES.read(given, faults).orElse(null);
    }
}
