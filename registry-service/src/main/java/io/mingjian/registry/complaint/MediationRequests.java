package io.mingjian.registry.complaint;

import io.mingjian.kit.refusal.ReasonsMissing;
import io.mingjian.registry.code.Faults;
import io.mingjian.registry.complaint.Consent.Request;
import io.mingjian.registry.complaint.Fact.ChosenBy;
import io.mingjian.registry.complaint.Fact.DelegateKind;
import io.mingjian.registry.complaint.Fact.Mode;
import io.mingjian.registry.complaint.Fact.Paper;
import io.mingjian.registry.complaint.Fact.Party;
import io.mingjian.registry.complaint.Fact.Payer;
import io.mingjian.registry.form.Claim;
import io.mingjian.registry.procedure.Moment;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What comes in at the doors of mediation; each reads itself into the fact that it records, naming
 * all its faults at once.
 */
final class MediationRequests {
    private static final int NAME = 200;
    private static final int TEXT = 2_000;
    private static final int CLUE = 4_000;
    private static final int TERMS = 10_000;

    private MediationRequests() {}

    /** Both sides consent to mediation (Art 18). */
    @Schema(name = "MediationRequest")
    record MediationRequest(
            @Nullable Request complainantConsent,
            @Nullable Request respondentConsent,
            @Nullable String reasons) {
        Fact.Consented read(Moment now) {
            Faults faults = new Faults();
            var complainant =
                    Consent.required(
                            "/complainantConsent", complainantConsent, now.today(), faults, "投诉人");
            var respondent =
                    Consent.required(
                            "/respondentConsent", respondentConsent, now.today(), faults, "被投诉人");
            faults.refuseIfAny();
            return new Fact.Consented(
                    now.today(), complainant.orElseThrow(), respondent.orElseThrow());
        }
    }

    /** Time, place and mediator (Art 20). */
    @Schema(name = "AppointmentRequest")
    record AppointmentRequest(
            @Nullable @Schema(required = true) OffsetDateTime at,
            @Nullable @Schema(required = true) String place,
            @Nullable @Schema(required = true) String mediator,
            @Nullable Mode mode) {
        Fact.Appointed read(Moment now) {
            Faults faults = new Faults();
            if (at == null) {
                faults.add("/at", "required", "请填写调解时间。", "This field is required.");
            } else if (!at.toInstant().isAfter(now.at())) {
                faults.add("/at", "not-beforehand", "调解时间须晚于现在，以便事先告知双方。", "In the future only.");
            }
            Optional<String> where = faults.required("/place", place, NAME, "调解地点");
            Optional<String> who = faults.required("/mediator", mediator, NAME, "调解人员");
            faults.refuseIfAny();
            return new Fact.Appointed(
                    now.today(),
                    Objects.requireNonNull(at),
                    where.orElseThrow(),
                    who.orElseThrow(),
                    mode == null ? Mode.ON_SITE : mode);
        }
    }

    /** Another body is to mediate (Art 19). */
    @Schema(name = "DelegationRequest")
    record DelegationRequest(
            @Nullable @Schema(required = true) DelegateKind kind,
            @Nullable @Schema(required = true) String body,
            @Nullable @Schema(description = "投诉单已同意委托调解的可不填") Request complainantConsent,
            @Nullable Request respondentConsent,
            @Nullable String reasons) {

        /**
         * @param onForm the consent that the complainant gave on the form, if any
         */
        Fact.Delegated read(Moment now, Optional<Consent> onForm) {
            Faults faults = new Faults();
            if (kind == null) {
                faults.add("/kind", "required", "请选择受托组织的类别。", "This field is required.");
            }
            Optional<String> named = faults.required("/body", body, NAME, "受托组织");
            Optional<Consent> complainant =
                    complainantConsent == null && onForm.isPresent()
                            ? onForm
                            : Consent.required(
                                    "/complainantConsent",
                                    complainantConsent,
                                    now.today(),
                                    faults,
                                    "投诉人对委托调解");
            Optional<Consent> respondent =
                    Consent.required(
                            "/respondentConsent",
                            respondentConsent,
                            now.today(),
                            faults,
                            "被投诉人对委托调解");
            faults.refuseIfAny();
            return new Fact.Delegated(
                    now.today(),
                    Objects.requireNonNull(kind),
                    named.orElseThrow(),
                    complainant.orElseThrow(),
                    respondent.orElseThrow());
        }
    }

    /** The body gives the matter back (Art 19). */
    @Schema(name = "DelegationEndRequest")
    record DelegationEndRequest(
            @Nullable @Schema(required = true) String result, @Nullable String reasons) {
        Fact.DelegationEnded read(Moment now) {
            Faults faults = new Faults();
            Optional<String> read = faults.required("/result", result, TEXT, "受托调解的结果");
            faults.refuseIfAny();
            return new Fact.DelegationEnded(now.today(), read.orElseThrow());
        }
    }

    /** An appraisal begins (Art 22). */
    @Schema(name = "AppraisalRequest")
    record AppraisalRequest(
            @Nullable @Schema(required = true, description = "鉴定事项") String subject,
            @Nullable @Schema(required = true, description = "鉴定机构") String body,
            @Nullable @Schema(required = true) ChosenBy chosenBy,
            @Nullable @Schema(required = true) Payer payer,
            @Nullable @Schema(description = "由市场监管部门指定机构的须说明") String reasons) {
        Fact.AppraisalBegun read(Moment now) {
            Faults faults = new Faults();
            Optional<String> what = faults.required("/subject", subject, TEXT, "鉴定事项");
            Optional<String> who = faults.required("/body", body, NAME, "鉴定机构");
            if (chosenBy == null) {
                faults.add("/chosenBy", "required", "请选择鉴定机构由谁确定。", "This field is required.");
            }
            if (payer == null) {
                faults.add("/payer", "required", "请选择费用由谁预付。", "This field is required.");
            }
            faults.refuseIfAny();
            if (chosenBy == ChosenBy.AUTHORITY && (reasons == null || reasons.isBlank())) {
                throw new ReasonsMissing();
            }
            return new Fact.AppraisalBegun(
                    now.today(),
                    what.orElseThrow(),
                    who.orElseThrow(),
                    Objects.requireNonNull(chosenBy),
                    Objects.requireNonNull(payer));
        }
    }

    /** The appraisal has its result (Art 22). */
    @Schema(name = "AppraisalEndRequest")
    record AppraisalEndRequest(
            @Nullable @Schema(required = true) String conclusion, @Nullable String reasons) {
        Fact.AppraisalEnded read(Moment now) {
            Faults faults = new Faults();
            Optional<String> read = faults.required("/conclusion", conclusion, TEXT, "鉴定结论");
            faults.refuseIfAny();
            return new Fact.AppraisalEnded(now.today(), read.orElseThrow());
        }
    }

    /** A party wants another mediator (Art 21). */
    @Schema(name = "RecusalRequest")
    record RecusalRequest(
            @Nullable @Schema(required = true) Party party,
            @Nullable @Schema(required = true, description = "被申请回避的调解人员") String mediator,
            @Nullable @Schema(description = "当事人的理由") String reasons) {
        Fact.RecusalRequested read(Moment now) {
            Faults faults = new Faults();
            if (party == null) {
                faults.add("/party", "required", "请选择申请回避的一方。", "This field is required.");
            }
            Optional<String> who = faults.required("/mediator", mediator, NAME, "被申请回避的调解人员");
            faults.refuseIfAny();
            return new Fact.RecusalRequested(
                    now.today(), Objects.requireNonNull(party), who.orElseThrow(), now.by().name());
        }
    }

    /** Whether the mediator steps aside (Art 21). */
    @Schema(name = "RecusalDecisionRequest")
    record RecusalDecisionRequest(
            @Nullable @Schema(required = true) Boolean granted,
            @Nullable @Schema(description = "决定回避的，另行指定的调解人员") String newMediator,
            @Nullable String reasons) {
        Fact.RecusalDecided read(Moment now) {
            Faults faults = new Faults();
            if (granted == null) {
                faults.add("/granted", "required", "请选择是否回避。", "This field is required.");
            }
            boolean stepsAside = Boolean.TRUE.equals(granted);
            Optional<String> next =
                    stepsAside
                            ? faults.required("/newMediator", newMediator, NAME, "另行指定的调解人员")
                            : Optional.empty();
            if (!stepsAside && newMediator != null) {
                faults.add(
                        "/newMediator", "not-for-this-decision", "不予回避的，不另行指定调解人员。", "Not needed.");
            }
            faults.refuseIfAny();
            return new Fact.RecusalDecided(now.today(), stepsAside, next.orElse(null));
        }
    }

    /** Claims are changed or waived (Art 12). */
    @Schema(name = "ClaimsRequest")
    record ClaimsRequest(
            @Nullable @Schema(required = true, description = "变更后的投诉请求") List<Claim> claims,
            @Nullable @Schema(description = "共同投诉：被代表的投诉人的同意") Request representedConsent,
            @Nullable String reasons) {
        Fact.ClaimsChanged read(Moment now, boolean joint) {
            Faults faults = new Faults();
            if (claims == null || claims.isEmpty()) {
                faults.add("/claims", "required", "请填写变更后的投诉请求；全部放弃的，按撤回投诉终止调解。", "At least one.");
            }
            Optional<Consent> consent = represented(representedConsent, now, joint, faults);
            faults.refuseIfAny();
            return new Fact.ClaimsChanged(
                    now.today(),
                    List.copyOf(new LinkedHashSet<>(Objects.requireNonNull(claims))),
                    consent.orElse(null));
        }
    }

    /** The parties agree (Art 24). */
    @Schema(name = "AgreementRequest")
    record AgreementRequest(
            @Nullable @Schema(required = true, description = "协议内容") String terms,
            @Nullable @Schema(required = true) String mediator,
            @Nullable @Schema(required = true, description = "是否现场调解达成") Boolean onSite,
            @Nullable @Schema(description = "是否即时履行") Boolean performedAtOnce,
            @Nullable @Schema(description = "双方是否均同意不制作调解书") Boolean documentWaivedByBoth,
            @Nullable @Schema(description = "履行期限；非即时履行的须填写") LocalDate performBy,
            @Nullable @Schema(description = "共同投诉：被代表的投诉人的同意") Request representedConsent,
            @Nullable String reasons) {

        Fact.Agreed read(Moment now, boolean joint) {
            Faults faults = new Faults();
            Optional<String> what = faults.required("/terms", terms, TERMS, "协议内容");
            Optional<String> who = faults.required("/mediator", mediator, NAME, "调解人员");
            if (onSite == null) {
                faults.add("/onSite", "required", "请选择是否现场调解达成。", "This field is required.");
            }
            checkPerformance(now, faults);
            Optional<Consent> consent = represented(representedConsent, now, joint, faults);
            faults.refuseIfAny();
            return new Fact.Agreed(
                    now.today(),
                    what.orElseThrow(),
                    who.orElseThrow(),
                    isTrue(onSite),
                    isTrue(performedAtOnce),
                    isTrue(documentWaivedByBoth),
                    paper(),
                    performBy,
                    consent.orElse(null));
        }

        /**
         * A mediation document is needed for an agreement on site, unless it is performed at once
         * or both waive it; else a record is kept (Art 24).
         */
        private Paper paper() {
            boolean needed =
                    isTrue(onSite) && !isTrue(performedAtOnce) && !isTrue(documentWaivedByBoth);
            return needed ? Paper.MEDIATION_DOCUMENT : Paper.RECORD;
        }

        private void checkPerformance(Moment now, Faults faults) {
            if (isTrue(performedAtOnce) == (performBy != null)) {
                faults.add(
                        "/performBy",
                        performBy == null ? "required" : "performed-already",
                        performBy == null ? "未即时履行的，请填写履行期限。" : "已即时履行的，不填写履行期限。",
                        "Needed unless performed at once.");
            } else if (performBy != null && performBy.isBefore(now.today())) {
                faults.add("/performBy", "in-the-past", "履行期限不得早于今天。", "Not in the past.");
            }
        }

        private static boolean isTrue(@Nullable Boolean given) {
            return Boolean.TRUE.equals(given);
        }
    }

    /** A clue of a violation that mediation brought to light (Art 27). */
    @Schema(name = "ClueRequest")
    record ClueRequest(
            @Nullable @Schema(required = true, description = "违法线索") String clueDescription,
            @Nullable @Schema(required = true, description = "事实依据") String factualBasis) {
        FoundClue read() {
            Faults faults = new Faults();
            Optional<String> clue =
                    faults.required("/clueDescription", clueDescription, CLUE, "违法线索");
            Optional<String> basis = faults.required("/factualBasis", factualBasis, CLUE, "事实依据");
            faults.refuseIfAny();
            return new FoundClue(clue.orElseThrow(), basis.orElseThrow());
        }
    }

    /** A clue in words. */
    record FoundClue(String description, String basis) {}

    /** Of a joint complaint, those who are represented must agree (Art 12). */
    private static Optional<Consent> represented(
            @Nullable Request given, Moment now, boolean joint, Faults faults) {
        return joint
                ? Consent.required(
                        "/representedConsent", given, now.today(), faults, "被代表的投诉人（第十二条）")
                : Consent.optional("/representedConsent", given, now.today(), faults);
    }
}
